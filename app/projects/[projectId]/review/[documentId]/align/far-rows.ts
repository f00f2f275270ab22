/** Rows sought by what the outline does not know: how sure each pairing is, and how many sentences it has. */
import type { PairingMap } from '@/lib/alignment/explain-pairing'
import { FLAGS } from '@/lib/segment/flags'
import { goTo } from '../state/move'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { askQuietly, fetchRows } from './ask'
import { refuse } from './refuse'
import { isOpen, isUneven } from './suspicious'

/** Rows looked through in one go. */
const WINDOW = 150

let seeking = 0

/**
 * The next row that is not one sentence to one, or the one before, going round. Looks through rows that are not here
 * without keeping them.
 */
export async function goToUneven(screen: Screen, by: 1 | -1 = 1): Promise<void> {
  const mine = ++seeking
  const { ids = [] } = screen.outline.get() ?? {}
  const here = screen.place.get().row
  for (let from = 1; from < ids.length; from += WINDOW) {
    const rows = Array.from(
      { length: Math.min(WINDOW, ids.length - from) },
      (_, i) => (here + by * (from + i) + ids.length) % ids.length,
    )
    const missing = rows.map((row) => ids[row]!).filter((id) => id > 0 && !screen.rows.get(id))
    const fetched = missing.length > 0 ? await fetchRows(screen, missing) : []
    if (seeking !== mine) return
    if (!fetched) return screen.tell(screen.t('problems.offline'), { failed: true })
    const texts = new Map(fetched.map((row) => [row.id, row]))
    const row = rows.find((row) => {
      const segment = screen.rows.get(ids[row]!) ?? texts.get(ids[row]!)
      return segment && !segment.locked && !segment.label && isUneven(segment)
    })
    if (row !== undefined) return goTo(screen, row, { editing: false })
  }
  if (screen.mode.get() === 'align') refuse(screen, screen.t('align.none-uneven'))
  else screen.tell(screen.t('align.none-uneven'), { hint: true })
}

export function fetchMap(screen: Screen): Promise<PairingMap | null> {
  return askQuietly<PairingMap>(screen, 'alignment/map')
}

/** Where the last search for the least sure row has led. */
const lastLed = new WeakMap<Screen, number>()

/** The open row the program is least sure of; pressed again there, the next least sure. */
export async function goToLeastSure(screen: Screen): Promise<void> {
  const answer = await fetchMap(screen)
  const outline = screen.outline.get()
  if (!answer || !outline) return screen.tell(screen.t('problems.offline'), { failed: true })
  const ranked = rankBySureness(answer, (id) => {
    const row = outline.rowOf.get(id)
    return row !== undefined && isOpen(outline, row)
  })
  if (ranked.length === 0) return refuse(screen, screen.t('align.all-confirmed'))
  const id = ranked[nextInRank(ranked, outline.ids[screen.place.get().row] ?? 0, lastLed.get(screen))]!
  lastLed.set(screen, id)
  goTo(screen, outline.rowOf.get(id)!, { editing: false })
}

/** Index of where to go from `here`: on in the rank for who has come by it, else to its first, or the second from there. */
export function nextInRank(ranked: readonly number[], here: number, led: number | undefined): number {
  const at = ranked.indexOf(here)
  return at === 0 || (at > 0 && led === here) ? (at + 1) % ranked.length : 0
}

/** Least sure first; what no program has judged since it was rearranged stands at the end. */
export function rankBySureness(
  { ids, confidences }: Pick<PairingMap, 'ids' | 'confidences'>,
  isWanted: (id: number) => boolean,
): number[] {
  return ids
    .map((id, i) => ({ id, sure: confidences[i] ?? null, i }))
    .filter(({ id }) => isWanted(id))
    .sort((a, b) => (a.sure ?? 101) - (b.sure ?? 101) || a.i - b.i)
    .map(({ id }) => id)
}

/** For the crossing lines of the ribbon view; asked for only where something is out of order. */
export async function loadOrder(screen: Screen): Promise<void> {
  if (!screen.outline.get()?.flags.some((flags) => (flags & FLAGS.moved) !== 0)) return
  const map = await fetchMap(screen)
  if (map) alignOf(screen).order.set(new Map(map.moved))
}
