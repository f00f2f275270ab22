/** The import page's two requests: ask what is understood, then bring the document in and follow how far it is. */
import type { Failure } from '@/app/_server/outcome'
import type { ProgressLine } from '@/app/api/projects/[projectId]/documents/progress'
import type { Understood } from '@/app/api/projects/[projectId]/intake/understood'
import type { AlignNotice } from '@/lib/document/align-task'
import type { Phase } from '@/lib/document/align-texts'

/** Everything up to the first word of the server is sending. */
export type SavingPhase = 'sending' | Phase

/** `notice`: what the alignment had to do without, for the person to read before the review opens. */
export type Saved = { documentId: string; segments: number; notice?: AlignNotice }

/** The server never answered, or broke off: what became of the request is not known. */
export type Lost = { ok: false; problem: 'lost' }

export async function askUnderstood(
  projectId: string,
  form: FormData,
  signal: AbortSignal,
): Promise<Understood | Failure | Lost> {
  return await post(`/api/projects/${projectId}/intake`, form, signal)
    .then((response) => response.json() as Promise<Understood | Failure>)
    .catch(lostUnlessAborted(signal))
}

/** Saves the document; `onProgress` hears of each step. Aborting keeps nothing. */
export async function saveDocument(
  address: string,
  form: FormData,
  signal: AbortSignal,
  onProgress: (phase: Phase, share: number) => void,
): Promise<{ ok: true; value: Saved } | Extract<Understood, { ok: false }> | Failure | Lost> {
  try {
    const response = await post(address, form, signal)
    if (!response.headers.get('content-type')?.startsWith('application/x-ndjson')) return await response.json()
    for await (const line of readLines<ProgressLine<Saved>>(response)) {
      if ('ok' in line) return line
      onProgress(line.phase, line.share)
    }
    return { ok: false, problem: 'lost' }
  } catch (error) {
    return lostUnlessAborted(signal)(error)
  }
}

function post(address: string, body: FormData, signal: AbortSignal): Promise<Response> {
  return fetch(address, { method: 'POST', body, signal })
}

/** Cancelling is the person's own doing and goes on as an AbortError; everything else is a lost connection. */
function lostUnlessAborted(signal: AbortSignal): (error: unknown) => Lost {
  return (error) => {
    if (signal.aborted) throw error
    return { ok: false, problem: 'lost' }
  }
}

export async function* readLines<Line>(response: Response): AsyncGenerator<Line> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    const lines = (rest + chunk.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Line
  }
  if (rest !== '') yield JSON.parse(rest) as Line
}
