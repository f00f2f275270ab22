/**
 * Runs a long command and tells how far it is, a JSON line at a time. The last line is what it came to.
 * Whoever closes the connection cancels it.
 */
import { type Failure, failureOf } from '@/app/_server/outcome'
import type { Phase } from '@/lib/document/align-texts'

export type ProgressLine<Value> = { phase: Phase; share: number } | { ok: true; value: Value } | Failure

type Hooks = { onProgress(phase: Phase, share: number): void; signal: AbortSignal }

/** Steps too small to see are not sent. */
const LEAST_STEP = 0.01

export function streamProgress<Value>(request: Request, run: (hooks: Hooks) => Promise<Value>): Response {
  const cancel = new AbortController()
  request.signal.addEventListener('abort', () => cancel.abort(), { once: true })
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: ProgressLine<Value>) => {
        if (!cancel.signal.aborted) controller.enqueue(encode(line))
      }
      const told = { phase: '', share: 0 }
      const onProgress = (phase: Phase, share: number) => {
        if (phase === told.phase && share < 1 && share - told.share < LEAST_STEP) return
        Object.assign(told, { phase, share })
        send({ phase, share })
      }
      try {
        send({ ok: true, value: await run({ onProgress, signal: cancel.signal }) })
      } catch (error) {
        if (!cancel.signal.aborted) send((await failureOf(error)).failure)
      }
      if (!cancel.signal.aborted) controller.close()
    },
    cancel() {
      cancel.abort()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      // nginx would hold the lines back until the end.
      'x-accel-buffering': 'no',
    },
  })
}

const encoder = new TextEncoder()

function encode(line: unknown): Uint8Array {
  return encoder.encode(`${JSON.stringify(line)}\n`)
}
