/** What the texts were: histories, and what changed texts are compared with. Fetched when looked at, forgotten when texts change. */
import type { History } from '@/lib/revision/queries'
import type { Base, TrackedSide } from '@/lib/revision/tracked'
import { getJson } from './get-json'
import { type Screen, sideKey } from './screen'

/** Its history and the texts it is compared with are no longer the newest. */
export function forgetPast(screen: Screen, segmentId: number): void {
  screen.histories.set(segmentId, undefined)
  forgetChangesOf(screen, segmentId)
}

export function forgetChangesOf(screen: Screen, segmentId: number): void {
  screen.bases.set(sideKey(segmentId, 'zh'), undefined)
  screen.bases.set(sideKey(segmentId, 'en'), undefined)
}

export async function loadHistory(screen: Screen, segmentId: number): Promise<void> {
  if (screen.histories.get(segmentId)) return
  const answer = await getJson<History>(screen, `history/${segmentId}`)
  if (answer.ok) screen.histories.set(segmentId, answer.value)
  else screen.tell(answer.message, { failed: true })
}

const askedBases = new WeakMap<Screen, Map<string, Promise<void>>>()

/** What the changed texts among these segments are compared with. Whoever else is asking already is waited for. */
export async function loadBases(screen: Screen, ids: readonly number[]): Promise<void> {
  const { base } = screen.settings.get()
  if (!base) return
  const asked = askedBases.get(screen) ?? new Map<string, Promise<void>>()
  askedBases.set(screen, asked)
  const keys = ids.filter((id) => needsBase(screen, id)).map((id) => ({ id, key: `${base}/${id}` }))
  const pending = keys.flatMap(({ key }) => asked.get(key) ?? [])
  const wanted = keys.filter(({ key }) => !asked.has(key))
  if (wanted.length > 0) {
    const request = fetchBases(
      screen,
      base,
      wanted.map(({ id }) => id),
    ).finally(() => {
      for (const { key } of wanted) asked.delete(key)
    })
    for (const { key } of wanted) asked.set(key, request)
    pending.push(request)
  }
  await Promise.all(pending)
}

async function fetchBases(screen: Screen, base: Base, ids: readonly number[]): Promise<void> {
  const answer = await getJson<TrackedSide[]>(screen, `history/bases?base=${base}&ids=${ids.join(',')}`)
  if (!answer.ok || screen.settings.get().base !== base) return
  for (const tracked of answer.value) screen.bases.set(sideKey(tracked.segmentId, tracked.side), tracked)
}

function needsBase(screen: Screen, id: number): boolean {
  const row = screen.rows.get(id)
  if (!row) return false
  const lacks = (side: 'zh' | 'en') => row[`${side}Version`] > 1 && screen.bases.get(sideKey(id, side)) === undefined
  return lacks('zh') || lacks('en')
}

export function forgetBases(screen: Screen): void {
  for (const key of screen.bases.keys()) screen.bases.set(key, undefined)
}
