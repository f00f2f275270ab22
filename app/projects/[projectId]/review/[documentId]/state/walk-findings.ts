/** Going through the findings of the document that a person has asked for. */
import type { FindingPlace } from '@/lib/finding/places'
import { findingsOf, isHere, namedOf, needFindings, needPlaces, type Wanted } from './findings'
import { showTab } from './inspector'
import { goTo } from './move'
import type { Screen } from './screen'

function isWanted({ check, severity, dismissed }: Wanted, place: FindingPlace): boolean {
  if (check !== null && place.check !== check) return false
  if (severity === 'grave' && place.severity === 'note') return false
  return dismissed || !place.dismissed
}

export type Listed = FindingPlace & { row: number }

/** Where the findings a person has asked for stand, in the order of the document. */
export function listWanted(screen: Screen): Listed[] {
  const { places, wanted } = findingsOf(screen)
  const rowOf = screen.outline.get()?.rowOf
  if (!rowOf) return []
  const listed = (places.get() ?? []).flatMap((place) => {
    const row = rowOf.get(place.segmentId)
    return row === undefined || !isWanted(wanted.get(), place) ? [] : [{ ...place, row }]
  })
  return listed.sort((a, b) => a.row - b.row || a.nth - b.nth)
}

/** Whether a person is at this one. */
export function isListedHere(screen: Screen, { segmentId, nth }: FindingPlace): boolean {
  const state = findingsOf(screen)
  const here = state.here.get()
  if (here?.segmentId !== segmentId) return false
  const named = namedOf(state.byRow.get(segmentId) ?? [])[nth]
  return named !== undefined && isHere(here, named.here)
}

const going = new WeakMap<Screen, Promise<void>>()

/** The next or previous finding, going round at the ends; what was written down already is passed over. Keys pressed fast go on from each other. */
export function goToFinding(screen: Screen, by: 1 | -1): Promise<void> {
  const gone = (going.get(screen) ?? Promise.resolve()).then(() => goOn(screen, by))
  going.set(screen, gone)
  return gone
}

async function goOn(screen: Screen, by: 1 | -1): Promise<void> {
  if (!(await needPlaces(screen))) return screen.tell(screen.t('problems.offline'), { failed: true })
  const list = listWanted(screen).filter(({ raised }) => !raised)
  if (list.length === 0) return screen.tell(screen.t('checks.none-left'), { hint: true })
  const { row, caret } = screen.place.get()
  const at = list.findIndex((one) => one.row === row && isListedHere(screen, one))
  const next = at >= 0 ? at + by : by > 0 ? list.findIndex((one) => one.row >= row) : lastBefore(list, row)
  const one = list[(next + list.length) % list.length]!
  if (list.length === 1 && at === 0) screen.tell(screen.t('checks.only-this'), { hint: true })
  // Within the row somebody is writing in they go on writing.
  await goToListed(screen, one, one.row === row ? { caret } : { editing: false })
  if (screen.settings.get().inspector) showTab(screen, 'checks')
}

/** -1 leads to the last. */
function lastBefore(list: readonly Listed[], row: number): number {
  return list.findLastIndex((one) => one.row < row)
}

/** At once to its row; which of the row's findings it is is known when they are here. */
export async function goToListed(
  screen: Screen,
  { row, segmentId, nth }: Listed,
  how: Parameters<typeof goTo>[2] = { editing: false },
): Promise<void> {
  const state = findingsOf(screen)
  goTo(screen, row, how)
  await needFindings(screen, [segmentId])
  state.here.set(namedOf(state.byRow.get(segmentId) ?? [])[nth]?.here ?? null)
}
