/** Where arrow keys lead on the board. */
import { movesOf } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DISCREPANCY_STATES, type DiscrepancyState } from '@/lib/discrepancy/rules'
import type { Me } from './step-context'

/** The nearest column on that side the note may be moved to. */
export function nextColumn(entry: LedgerEntry, me: Me, by: -1 | 1): DiscrepancyState | null {
  const moves = movesOf(entry, me)
  for (let at = DISCREPANCY_STATES.indexOf(entry.state) + by; DISCREPANCY_STATES[at]; at += by) {
    const state = DISCREPANCY_STATES[at]!
    if (moves[state]) return state
  }
  return null
}

/** The card above or below, or the one as far down in the next column that has any. */
export function neighbourOf(entries: readonly LedgerEntry[], entry: LedgerEntry, key: string): LedgerEntry | undefined {
  const columns = DISCREPANCY_STATES.map((state) => entries.filter((one) => one.state === state))
  const at = DISCREPANCY_STATES.indexOf(entry.state)
  const column = columns[at]!
  const place = column.findIndex(({ id }) => id === entry.id)
  if (key === 'ArrowDown') return column[place + 1]
  if (key === 'ArrowUp') return column[place - 1]
  if (key === 'Home') return column[0]
  if (key === 'End') return column.at(-1)
  const beside =
    key === 'ArrowRight' ? columns.slice(at + 1) : key === 'ArrowLeft' ? columns.slice(0, at).reverse() : []
  const next = beside.find((cards) => cards.length > 0)
  return next?.[Math.min(place, next.length - 1)]
}
