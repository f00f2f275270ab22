import { parse, route } from '@/app/_server/route'
import { ensureWorker } from '@/app/_server/worker'
import { JobsInput } from '@/lib/queue/input'
import { listJobs } from '@/lib/queue/queries'

/** What is being worked at in this project, and what failed. */
export const GET = route(async ({ actor, params }) => {
  const jobs = await listJobs(actor, parse(JobsInput, params))
  if (jobs.some(({ state }) => state === 'waiting')) await ensureWorker()
  return jobs
})
