import { parse, route } from '@/app/_server/route'
import { PreviewReplaceInput } from '@/lib/view/input'
import { previewReplace } from '@/lib/view/preview-replace'

/** What a replacement would touch. Reads only; POST because the rows asked about do not fit into an address. */
export const POST = route(async ({ actor, params, request }) =>
  previewReplace(actor, parse(PreviewReplaceInput, { ...((await request.json()) as object), ...params })),
)
