import { parse, route } from '@/app/_server/route'
import { PlanInput } from '@/lib/assignment/input'
import { planWork } from '@/lib/assignment/plan-work'

/** What giving out these rows would mean. Reads only; POST because the ranges asked about do not fit into an address. */
export const POST = route(async ({ actor, params, request }) =>
  planWork(actor, parse(PlanInput, { ...((await request.json()) as object), ...params })),
)
