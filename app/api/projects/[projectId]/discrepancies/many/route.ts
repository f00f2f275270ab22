import { parse, route } from '@/app/_server/route'
import { previewActOnMany } from '@/lib/discrepancy/act-on-many'
import { PreviewManyInput } from '@/lib/discrepancy/input'

/** What a step would do with many notes. Reads only; POST because the notes asked about do not fit into an address. */
export const POST = route(async ({ actor, params, request }) =>
  previewActOnMany(actor, parse(PreviewManyInput, { ...((await request.json()) as object), ...params })),
)
