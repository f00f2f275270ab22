import { followJob } from '@/app/_server/follow-job'
import { parse, route } from '@/app/_server/route'
import { ensureWorker } from '@/app/_server/worker'
import { AddSideInput } from '@/lib/document/input'
import { startSide } from '@/lib/queue/start-import'
import { correctionsOf, readUpload } from '../../upload'

/** Adds the missing text of a document and aligns the two. */
export const POST = route(async (asked) => {
  const upload = await readUpload(asked)
  if (!upload.ok) return Response.json(upload, { status: 413 })
  const { form, files } = upload
  const { actor, request, params } = asked
  const { projectId, documentId } = params
  const input = parse(AddSideInput, { projectId, documentId, files, corrections: correctionsOf(form) })
  const { jobId } = await startSide(actor, input)
  await ensureWorker()
  return followJob(request, actor, input.projectId, jobId)
})
