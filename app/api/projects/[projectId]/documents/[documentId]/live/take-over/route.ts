import { parse, route } from '@/app/_server/route'
import { TakeOverInput } from '@/lib/live/input'
import { takeOver } from '@/lib/live/take-over'

/** Goes on with the text another tab is editing; that tab is told. */
export const POST = route(async ({ actor, request, params }) => {
  const body: unknown = await request.json().catch(() => null)
  await takeOver(actor, parse(TakeOverInput, { ...(typeof body === 'object' ? body : {}), ...params }))
})
