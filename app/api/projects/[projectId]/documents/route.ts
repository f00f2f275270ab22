import { followJob } from '@/app/_server/follow-job'
import { parse, route } from '@/app/_server/route'
import { ensureWorker } from '@/app/_server/worker'
import { CreateInput } from '@/lib/document/input'
import { startImport } from '@/lib/queue/start-import'
import { correctionsOf, readUpload } from './upload'

/** Brings a document in: the files again, with what the person confirmed and corrected. */
export const POST = route(async (asked) => {
  const upload = await readUpload(asked)
  if (!upload.ok) return Response.json(upload, { status: 413 })
  const { form, files } = upload
  const { actor, request, params } = asked
  const input = parse(CreateInput, {
    projectId: params.projectId,
    files,
    title: form.get('title'),
    governing: form.get('governing'),
    corrections: correctionsOf(form),
  })
  const { jobId } = await startImport(actor, input)
  await ensureWorker()
  return followJob(request, actor, input.projectId, jobId)
})
