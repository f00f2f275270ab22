/** Going from one place of the words to the next, through rows that need not exist on the page. */
import type { Compiled, Search } from '@/lib/bitext/search'
import type { Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import type { Filter } from '@/lib/view/filter'
import { goTo } from './move'
import type { Screen } from './screen'

/** How many places the shown rows have, and which of them the person is at (from 1; 0 before the first step). */
export type PlaceOf = { place: number; places: number }

export function placeOf(screen: Screen): PlaceOf {
  const hit = screen.hit.get()
  let place = 0
  let places = 0
  for (const { id, count } of hitRows(screen)) {
    if (id === hit?.segmentId) place = places + hit.place + 1
    places += count
  }
  return { place, places }
}

function hitRows(screen: Screen): { id: number; row: number; count: number }[] {
  const ids = screen.outline.get()?.ids ?? []
  const found = screen.found.get()
  const { hits } = screen.view.get()
  if (!found || !hits) return []
  return [...hits].map((row) => ({ id: ids[row]!, row, count: found.get(ids[row]!) ?? 1 }))
}

/** The next or previous place after the one the person is at, or after the row they stand on; goes round at the ends. */
export function goToPlace(screen: Screen, step: 1 | -1): void {
  const rows = hitRows(screen)
  if (rows.length === 0) return
  const at = screen.hit.get()
  const here = at ? rows.findIndex(({ id }) => id === at.segmentId) : -1
  const within = rows[here]
  if (at && within && at.place + step >= 0 && at.place + step < within.count) {
    stand(screen, within, at.place + step)
    return
  }
  const next = rows[(nextRow(rows, here, screen.place.get().row, step) + rows.length) % rows.length]!
  stand(screen, next, step === 1 ? 0 : next.count - 1)
}

function nextRow(rows: readonly { row: number }[], here: number, row: number, step: 1 | -1): number {
  if (here >= 0) return here + step
  const after = rows.findIndex((one) => (step === 1 ? one.row >= row : one.row > row))
  if (step === 1) return Math.max(0, after)
  return (after < 0 ? rows.length : after) - 1
}

function stand(screen: Screen, { id, row }: { id: number; row: number }, place: number): void {
  screen.hit.set({ segmentId: id, place })
  goTo(screen, row, { editing: false })
}

type Sought = Pick<Filter, 'text' | 'matchCase' | 'wholeWord' | 'regex'>

/** The engine arrives when words are first sought: a person who only reads never fetches it. null where it cannot come. */
export async function searchFor({ text, matchCase, wholeWord, regex }: Sought): Promise<Compiled | null> {
  const engine = await import('@/lib/bitext/search').catch(() => null)
  return engine ? engine.compileQuery({ text, matchCase, wholeWord, regex }) : null
}

export function sidesOf(filter: Pick<Filter, 'in'>): Side[] {
  return filter.in === 'both' ? ['zh', 'en'] : [filter.in]
}

/** Which place of the row each span of a side is: the Chinese is counted first. */
export function placesOn(search: Search, row: SegmentRow, sides: readonly Side[]) {
  let place = 0
  return sides.flatMap((side) => search.placesIn(row[side]).map(({ from, to }) => ({ side, from, to, place: place++ })))
}
