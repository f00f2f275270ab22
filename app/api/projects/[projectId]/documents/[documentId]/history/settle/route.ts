import { parse, route } from '@/app/_server/route'
import { PreviewSettleInput } from '@/lib/view/input'
import { previewSettleMany } from '@/lib/view/settle-many'

/** Which tracked changes an act on many rows would settle. Reads only; POST because the rows do not fit into an address. */
export const POST = route(async ({ actor, params, request }) =>
  previewSettleMany(actor, parse(PreviewSettleInput, { ...((await request.json()) as object), ...params })),
)
