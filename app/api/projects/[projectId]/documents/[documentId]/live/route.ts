import { log } from '@/app/_server/log'
import { type Asked, parse, route } from '@/app/_server/route'
import { checkAfterChange, checkLater, onCheckTrouble } from '@/lib/finding/keep-fresh'
import { followDocument } from '@/lib/live/follow-document'
import { FollowInput, MoveInput } from '@/lib/live/input'
import { isStopping, onHubTrouble } from '@/lib/live/live-hub'
import { movePresence } from '@/lib/live/move-presence'
import { listMissed } from '@/lib/live/queries'
import { EVENT_STREAM_HEADERS, eventStream } from './event-stream'

onHubTrouble((error) => log.warn({ err: error }, 'live'))
onCheckTrouble((error) => log.warn({ err: error }, 'checks'))

/** A stream is asked for anew from time to time, so that a session ended by signing out does not listen on. */
const LIFETIME_MS = 10 * 60_000

/** `?tab=…&after=CURSOR`: a stream of events to those who ask for one, else what has been missed, at once. */
export const GET = route(async (asked) => {
  const { actor, request, params, query } = asked
  const after = request.headers.get('last-event-id') ?? query.get('after')
  const input = parse(FollowInput, { ...params, tab: query.get('tab'), after })
  if (!request.headers.get('accept')?.includes('text/event-stream')) return await listMissed(actor, input)
  return await streamed(asked, input)
})

async function streamed({ actor, request }: Asked, input: FollowInput): Promise<Response> {
  if (isStopping()) return new Response(null, { status: 503, headers: { connection: 'close' } })
  let unfollow = () => {}
  const stream = eventStream(() => {
    clearTimeout(lifetime)
    unfollow()
  })
  const lifetime = setTimeout(
    () => stream.tell({ type: 'ended', reason: 'renew' }),
    LIFETIME_MS * (0.8 + Math.random() / 5),
  )
  try {
    unfollow = await followDocument(actor, input, (message) => {
      // Whoever has a document open keeps its findings fresh.
      if (message.type === 'change') checkAfterChange(input, message)
      stream.tell(message)
    })
    checkLater(input, null)
  } catch (error) {
    stream.end()
    throw error
  }
  if (request.signal.aborted) stream.end()
  else request.signal.addEventListener('abort', stream.end)
  return new Response(stream.body, { headers: EVENT_STREAM_HEADERS })
}

/** Where this tab stands. */
export const POST = route(async ({ actor, request, params }) => {
  await movePresence(actor, parse(MoveInput, { ...(await said(request)), ...params }))
})

async function said(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => null)
  return typeof body === 'object' && body !== null ? body : {}
}
