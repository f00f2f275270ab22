/**
 * Tells how far a job is, a JSON line at a time; the last line is what it came to. Whoever closes the connection only
 * stops listening: the job goes on, and calling it off is a request of its own.
 */
import type { Actor } from '@/lib/auth/actor'
import { AppError, type ErrorCode, PROBLEMS, type ProblemId } from '@/lib/errors'
import { getJob, type ShownJob } from '@/lib/queue/queries'
import { type Failure, failureOf } from './outcome'

export type JobLine<Value> =
  | { jobId: string }
  | { phase: string; share: number }
  | { ok: true; value: Value }
  | { ok: false; cancelled: true }
  | Failure

const LOOK_EVERY = 200

/** Steps too small to see are not sent. */
const LEAST_STEP = 0.01

export function followJob(request: Request, actor: Actor, projectId: string, jobId: string): Response {
  let gone = false
  request.signal.addEventListener('abort', () => {
    gone = true
  })
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: unknown) => {
        if (!gone) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      send({ jobId })
      let told = { phase: '', share: 0 }
      try {
        while (!gone) {
          const job = await getJob(actor, { projectId, jobId })
          const last = await lastLine(job)
          if (last) {
            send(last)
            break
          }
          if (job.phase !== '' && (job.phase !== told.phase || job.share - told.share >= LEAST_STEP)) {
            told = { phase: job.phase, share: job.share }
            send(told)
          }
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
        }
      } catch (error) {
        send((await failureOf(error)).failure)
      }
      if (!gone) controller.close()
    },
    cancel() {
      gone = true
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

async function lastLine({ state, result, problem }: ShownJob): Promise<JobLine<unknown> | null> {
  if (state === 'done') return { ok: true, value: result }
  if (state === 'cancelled') return { ok: false, cancelled: true }
  if (state === 'failed') return (await failureOf(problemOf(problem))).failure
  return null
}

/** What a job failed of, as the error its command threw. */
function problemOf(kept: unknown): Error {
  const { problem, detail } = kept as { problem: string; detail?: AppError['detail'] }
  if (!(problem in PROBLEMS)) return new Error(`a job failed: ${problem}`)
  return new AppError('invalid' satisfies ErrorCode, problem as ProblemId, detail)
}

const encoder = new TextEncoder()
