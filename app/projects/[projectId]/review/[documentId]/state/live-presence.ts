/** Who else is here, and telling the others where this person is. */
import type { Person } from '@/lib/live/message'
import { lockOf } from './rights'
import { currentRow, type Screen, sideKey } from './screen'

export function takePeople(screen: Screen, everyone: readonly Person[]): void {
  const { live, review } = screen
  const others = everyone.filter(({ memberId }) => memberId !== review.me.memberId)
  const at = new Map<number | null, Person[]>()
  for (const one of others) at.set(one.segmentId, [...(at.get(one.segmentId) ?? []), one])
  live.people.set(oneEach(others))
  for (const id of live.at.keys()) if (!at.has(id)) live.at.set(id, undefined)
  for (const [id, there] of at) {
    if (id === null) continue
    const now = oneEach(there)
    if (JSON.stringify(now) !== JSON.stringify(live.at.get(id))) live.at.set(id, now)
  }
  for (const key of live.mayType) if (!others.some((one) => one.editing && isAt(one, key))) live.mayType.delete(key)
  const asked = live.asked.get()
  if (asked && !editorOf(screen, asked.segmentId, asked.side)) live.asked.set(null)
}

const isAt = ({ segmentId, side }: Person, key: string) =>
  segmentId !== null && side !== null && sideKey(segmentId, side) === key

/** Of several tabs of one person the one they type in counts, else the first that is on a row. */
function oneEach(people: readonly Person[]): Person[] {
  const best = new Map<string, Person>()
  const worth = (one: Person) => (one.editing ? 2 : one.segmentId === null ? 0 : 1)
  for (const one of people) {
    const other = best.get(one.memberId)
    if (!other || worth(one) > worth(other)) best.set(one.memberId, one)
  }
  return [...best.values()]
}

/** Who else has words typed in this text. */
export function editorOf(screen: Screen, segmentId: number, side: string): Person | undefined {
  return screen.live.at.get(segmentId)?.find((one) => one.editing && one.side === side)
}

/** Moving on is told once the person has come to rest; beginning to type at once. */
const REST_MS = 350
/** Words typed and left alone for this long hold nobody up. */
const EDITING_FOR_MS = 2 * 60_000

type Where = { segmentId: number | null; side: string | null; editing: boolean }

function whereNow(screen: Screen): Where {
  const row = currentRow(screen)
  const { side, editing } = screen.place.get()
  if (!row) return { segmentId: null, side: null, editing: false }
  const key = sideKey(row.id, side)
  const draft = screen.drafts.get(key)
  const typing =
    editing &&
    draft !== undefined &&
    lockOf(screen.review, row, side) === null &&
    Date.now() - Date.parse(draft.at) < EDITING_FOR_MS &&
    draft.at > (screen.live.yielded.get(key) ?? '')
  return { segmentId: row.id, side, editing: typing }
}

/** Tells the others where this person is, until the answered function is called. */
export function reportPlace(screen: Screen): () => void {
  const { live } = screen
  let told = ''
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    timer = null
    if (live.connection.get() !== 'live') return
    const where = whereNow(screen)
    const now = JSON.stringify(where)
    if (now === told) return
    told = now
    const body = JSON.stringify({ tab: live.tab, ...where })
    void fetch(`${screen.api}/live`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => {
        told = ''
      },
    )
  }
  const soon = () => {
    timer ??= setTimeout(tell, REST_MS)
  }
  const anew = () => {
    told = ''
    soon()
  }
  const unsubscribe = [
    screen.place.subscribe(soon),
    screen.draftCount.subscribe(soon),
    screen.outline.subscribe(soon),
    live.connection.subscribe(anew),
  ]
  const idle = setInterval(soon, EDITING_FOR_MS / 4)
  return () => {
    for (const stop of unsubscribe) stop()
    clearInterval(idle)
    if (timer) clearTimeout(timer)
  }
}
