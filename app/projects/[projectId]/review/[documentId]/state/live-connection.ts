/**
 * The line to the server, from one tab. A browser gives six connections to a server that speaks HTTP/1.1, and a stream holds
 * one for good; so the tabs of a browser share three places for streams, taken as locks that fall free with their tab. Who
 * finds none asks every few seconds instead, and who has been hidden for a while gives up its place and catches up when it
 * is looked at again. Nothing is missed on any of these ways: each goes on from the cursor of the last.
 */
import type { Cursor, LiveMessage } from '@/lib/live/message'
import type { Connection } from './live-state'

type Line = {
  api: string
  tab: string
  cursor: Cursor
  hear(message: LiveMessage): void
  onState(state: Connection): void
}

const STREAMS_A_BROWSER = 3
const ASK_EVERY_MS = 5_000
const HIDDEN_FOR_MS = 60_000
/** The server gives a sign of life every twenty seconds; two missed and a little mean a line that is dead and does not know it. */
const SILENCE_MS = 50_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 20_000

/** Answers a function that closes the line. */
export function openLine({ api, tab, cursor, hear, onState }: Line): () => void {
  const closing = new AbortController()
  let after = cursor
  let wake = () => {}

  function take(message: LiveMessage): void {
    hear(message)
    if ('cursor' in message) after = message.cursor
  }

  const address = () => `${api}/live?tab=${tab}&after=${encodeURIComponent(after)}`

  async function run(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    while (!closing.signal.aborted) {
      if (isLongHidden()) await until(document.visibilityState === 'hidden' ? null : 0)
      const how = await withPlace(stream)
      if (closing.signal.aborted) return
      if (how === 'ended') return onState('ended')
      if (how === 'well') pause = FIRST_PAUSE_MS
      // What the stream does not say, the question does: whether it broke, or one may not ask.
      const answer = await ask()
      if (closing.signal.aborted) return
      if (answer === 'ended') return onState('ended')
      onState(answer === 'well' ? 'live' : 'lost')
      if (answer === 'well') pause = FIRST_PAUSE_MS
      if (how === 'renew' && answer === 'well') continue
      await until(how === 'no place' && answer === 'well' ? ASK_EVERY_MS : pause * (0.75 + Math.random() / 2))
      if (answer !== 'well') pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }

  type How = 'well' | 'broken' | 'renew' | 'ended'

  function stream(): Promise<How> {
    return new Promise((resolve) => {
      const source = new EventSource(address())
      let heard = false
      let silence: ReturnType<typeof setTimeout>
      let hidden: ReturnType<typeof setTimeout> | undefined
      const done = (how: How) => {
        source.close()
        clearTimeout(silence)
        clearTimeout(hidden)
        closing.signal.removeEventListener('abort', onAbort)
        document.removeEventListener('visibilitychange', onVisibility)
        window.removeEventListener('storage', onStorage)
        window.removeEventListener('offline', onOffline)
        resolve(how)
      }
      const onAbort = () => done('well')
      const onOffline = () => {
        onState('lost')
        done('broken')
      }
      // Signing out in another tab ends the session this stream was opened with.
      const onStorage = ({ key }: StorageEvent) => key === 'nextauth.message' && done('renew')
      const onVisibility = () => {
        clearTimeout(hidden)
        if (document.visibilityState === 'hidden') hidden = setTimeout(() => done('well'), HIDDEN_FOR_MS)
      }
      const listen = () => {
        clearTimeout(silence)
        silence = setTimeout(() => done('broken'), SILENCE_MS)
      }
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const message = JSON.parse(data) as LiveMessage
        listen()
        if (message.type === 'ended') return done(message.reason === 'access' ? 'ended' : 'renew')
        if (!heard) onState('live')
        heard = true
        take(message)
      }
      source.onerror = () => done(heard ? 'well' : 'broken')
      closing.signal.addEventListener('abort', onAbort)
      document.addEventListener('visibilitychange', onVisibility)
      window.addEventListener('storage', onStorage)
      window.addEventListener('offline', onOffline)
      listen()
      onVisibility()
    })
  }

  async function ask(): Promise<'well' | 'broken' | 'ended'> {
    const response = await fetch(address(), { headers: { accept: 'application/json' }, signal: closing.signal }).catch(
      () => null,
    )
    if (!response) return 'broken'
    if ([401, 403, 404].includes(response.status)) return 'ended'
    const messages: unknown = response.ok ? await response.json().catch(() => null) : null
    if (!Array.isArray(messages)) return 'broken'
    for (const message of messages as LiveMessage[]) take(message)
    return 'well'
  }

  let hiddenSince = document.visibilityState === 'hidden' ? Date.now() : null
  const isLongHidden = () => hiddenSince !== null && Date.now() - hiddenSince >= HIDDEN_FOR_MS

  /** Waits so long, or until the tab is looked at or on line again. null: as long as it takes. */
  function until(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const onVisibility = () => {
    hiddenSince = document.visibilityState === 'hidden' ? Date.now() : null
    if (hiddenSince === null) wake()
  }
  const onOnline = () => wake()
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', onOnline)
  void run()
  return () => {
    closing.abort()
    wake()
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('online', onOnline)
  }
}

/** Runs `stream` while holding one of the browser's places for streams. Where there are no locks (plain HTTP), each tab has its own. */
async function withPlace<T>(stream: () => Promise<T>): Promise<T | 'no place'> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return await stream()
  for (let place = 0; place < STREAMS_A_BROWSER; place++) {
    const options = { ifAvailable: true } as const
    const how = await locks.request(`live-stream-${place}`, options, (lock) => (lock ? stream() : ('taken' as const)))
    if (how !== 'taken') return how
  }
  return 'no place'
}
