/** The import page's two requests: ask what is understood, then bring the document in and follow how far it is. */

import type { JobLine } from '@/app/_server/follow-job'
import type { Failure } from '@/app/_server/outcome'
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

export type Called = { ok: false; cancelled: true }

type Listener = { onJob(jobId: string): void; onProgress(phase: Phase, share: number): void }

/** Saves the document: a job of the server's, which goes on when nobody listens any more. Aborting while sending keeps nothing. */
export async function saveDocument(
  address: string,
  form: FormData,
  signal: AbortSignal,
  { onJob, onProgress }: Listener,
): Promise<{ ok: true; value: Saved } | Called | Extract<Understood, { ok: false }> | Failure | Lost> {
  try {
    const response = await post(address, form, signal)
    if (!response.headers.get('content-type')?.startsWith('application/x-ndjson')) return await response.json()
    for await (const line of readLines<JobLine<Saved>>(response)) {
      if ('ok' in line) return line
      if ('jobId' in line) onJob(line.jobId)
      else onProgress(line.phase as Phase, line.share)
    }
    return { ok: false, problem: 'lost' }
  } catch (error) {
    return lostUnlessAborted(signal)(error)
  }
}

/** Calls the job off; it may have been done by then, which the lines of `saveDocument` then say. */
export async function callOff(projectId: string, jobId: string): Promise<void> {
  const answer = await fetch(`/api/projects/${projectId}/jobs/${jobId}/cancel`, { method: 'POST' })
  if (!answer.ok) throw new Error(`calling off was refused (${answer.status})`)
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
