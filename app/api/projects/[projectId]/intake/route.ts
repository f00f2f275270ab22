import { parse, route } from '@/app/_server/route'
import { PreviewInput } from '@/lib/document/input'
import { previewFiles } from '@/lib/document/preview-files'
import { readUpload } from '../documents/upload'
import { understand } from './understood'

/** What would be understood of these files. Nothing is kept: the browser sends them again once the person has confirmed. */
export const POST = route(async (asked) => {
  const upload = await readUpload(asked)
  if (!upload.ok) return Response.json(upload, { status: 413 })
  const input = parse(PreviewInput, { projectId: asked.params.projectId, files: upload.files })
  return understand(await previewFiles(asked.actor, input))
})
