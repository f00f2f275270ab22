import { parse, route } from '@/app/_server/route'
import { addSide } from '@/lib/document/add-side'
import { AddSideInput } from '@/lib/document/input'
import { streamProgress } from '../../progress'
import { correctionsOf, readUpload } from '../../upload'

/** Adds the missing text of a document and aligns the two. */
export const POST = route(async (asked) => {
  const upload = await readUpload(asked)
  if (!upload.ok) return Response.json(upload, { status: 413 })
  const { form, files } = upload
  const { actor, request, params } = asked
  const { projectId, documentId } = params
  const input = parse(AddSideInput, { projectId, documentId, files, corrections: correctionsOf(form) })
  return streamProgress(request, (hooks) => addSide(actor, input, hooks))
})
