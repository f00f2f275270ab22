import { parse, route } from '@/app/_server/route'
import { ensureWorker } from '@/app/_server/worker'
import { JobInput } from '@/lib/queue/input'
import { retryJob } from '@/lib/queue/retry-job'

/** Begins a failed job again. */
export const POST = route(async ({ actor, params }) => {
  await retryJob(actor, parse(JobInput, params))
  await ensureWorker()
})
