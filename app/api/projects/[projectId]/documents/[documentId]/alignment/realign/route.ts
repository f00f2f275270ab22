import { parse, route } from '@/app/_server/route'
import { RealignInput } from '@/lib/alignment/input'
import { realign } from '@/lib/alignment/realign'
import { streamProgress } from '../../../progress'

/** Aligns a range, or all that is open, anew; tells how far it is. Whoever closes the connection calls it off. */
export const POST = route(async ({ actor, request, params }) => {
  const asked: unknown = await request.json().catch(() => null)
  const input = parse(RealignInput, { ...(asked as Record<string, unknown> | null), ...params })
  return streamProgress(request, ({ onProgress, signal }) =>
    realign(actor, input, { onProgress: (share) => onProgress('aligning', share), signal }),
  )
})
