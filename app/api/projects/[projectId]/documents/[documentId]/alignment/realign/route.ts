import { followJob } from '@/app/_server/follow-job'
import { parse, route } from '@/app/_server/route'
import { ensureWorker } from '@/app/_server/worker'
import { RealignInput } from '@/lib/alignment/input'
import { realign } from '@/lib/alignment/realign'
import { askRealign } from '@/lib/queue/ask-realign'
import { streamProgress } from '../../../progress'

/**
 * Aligns a range, or all that is open, anew; tells how far it is. A short one is called off by closing the connection; a long one is a
 * worker's, named in the first line, and goes on whatever becomes of the page.
 */
export const POST = route(async ({ actor, request, params }) => {
  const asked: unknown = await request.json().catch(() => null)
  const input = parse(RealignInput, { ...(asked as Record<string, unknown> | null), ...params })
  const job = await askRealign(actor, input)
  if (job) {
    await ensureWorker()
    return followJob(request, actor, input.projectId, job.jobId)
  }
  return streamProgress(request, ({ onProgress, signal }) =>
    realign(actor, input, { onProgress: (share) => onProgress('aligning', share), signal }),
  )
})
