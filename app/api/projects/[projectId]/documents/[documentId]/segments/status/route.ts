import { parse, route } from '@/app/_server/route'
import { PreviewStatusInput } from '@/lib/segment/input'
import { previewStatusOfMany } from '@/lib/segment/set-status-of-many'

/** Which rows would take a step. Reads only; POST because the rows asked about do not fit into an address. */
export const POST = route(async ({ actor, params, request }) =>
  previewStatusOfMany(actor, parse(PreviewStatusInput, { ...((await request.json()) as object), ...params })),
)
