/** Rows sought by what the outline does not know: how sure each pairing is, and how many sentences it has. */
import type { PairingMap } from '@/lib/alignment/explain-pairing'
import { nextWhere } from '../state/filter'
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
  else screen.tell(screen.t('align.none-uneven'))
}

export function fetchMap(screen: Screen): Promise<PairingMap | null> {
  return askQuietly<PairingMap>(screen, 'alignment/map')
}

/** The open row the program is least sure of, but for this one; pressed again, the next least sure. */
export async function goToLeastSure(screen: Screen): Promise<void> {
  const answer = await fetchMap(screen)
  const outline = screen.outline.get()
  if (!answer || !outline) return screen.tell(screen.t('problems.offline'), { failed: true })
  const ranked = rankBySureness(answer, (id) => {
    const row = outline.rowOf.get(id)
    return row !== undefined && isOpen(outline, row)
  })
  if (ranked.length === 0) return refuse(screen, screen.t('align.all-confirmed'))
  const here = ranked.indexOf(outline.ids[screen.place.get().row] ?? 0)
  const next = nextWhere(ranked.length, here < 0 ? ranked.length - 1 : here, () => true) ?? 0
  const row = outline.rowOf.get(ranked[next]!)
  if (row !== undefined) goTo(screen, row, { editing: false })
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

/** For the crossing lines of the ribbon view. */
export async function loadOrder(screen: Screen): Promise<void> {
  const map = await fetchMap(screen)
  if (map) alignOf(screen).order.set(new Map(map.moved))
}
