/** Shows what an operation will have done before the server has answered. */
import { FLAGS } from '@/lib/segment/flags'
import { showView, takeRows } from '../state/load'
import type { Screen } from '../state/screen'
import type { Confirming } from './deed'
import { withoutRows, withRowAfter } from './local-outline'
import type { NearRows, Rearranged } from './rearrange'

export function show(screen: Screen, { rows, added, gone }: Rearranged): void {
  const outline = screen.outline.get()
  if (!outline) return
  let after = outline
  if (added) after = withRowAfter(after, after.rowOf.get(added.after)!, added.id)
  if (gone.length > 0) after = withoutRows(after, new Set(gone))
  if (after !== outline) {
    const here = outline.ids[screen.place.get().row]
    screen.outline.set(after)
    const row = here === undefined ? undefined : after.rowOf.get(here)
    const place = screen.place.get()
    screen.place.set({
      ...place,
      row: row ?? after.rowOf.get(rows[0]?.id ?? 0) ?? Math.max(0, place.row - 1),
      caret: null,
    })
    screen.range.set(null)
  }
  takeRows(screen, rows)
  for (const id of gone) screen.rows.set(id, undefined)
  if (after !== outline) showView(screen)
}

export function showConfirmed(screen: Screen, { from, to, confirmed }: Confirming): void {
  const outline = screen.outline.get()
  if (!outline || from === null) return
  const [a, b] = [outline.rowOf.get(from) ?? 0, outline.rowOf.get(to) ?? 0]
  const ids = outline.ids.slice(Math.min(a, b), Math.max(a, b) + 1)
  const open = ids.filter((id) => !((outline.flags[outline.rowOf.get(id)!] ?? 0) & FLAGS.locked))
  takeRows(
    screen,
    open.flatMap((id) => {
      const row = screen.rows.get(id)
      return row ? [{ ...row, confirmed }] : []
    }),
  )
}

/** The rows around an operation as the screen has them. */
export function nearRows(screen: Screen): NearRows {
  const { ids = [], rowOf = new Map<number, number>() } = screen.outline.get() ?? {}
  const at = (id: number, step: number) => screen.rows.get(ids[(rowOf.get(id) ?? Number.NaN) + step] ?? 0)
  return {
    get: (id) => screen.rows.get(id),
    previous: (id) => at(id, -1),
    next: (id) => at(id, 1),
    between(from, to) {
      const [a, b] = [rowOf.get(from) ?? 0, rowOf.get(to) ?? 0]
      const rows = ids.slice(Math.min(a, b), Math.max(a, b) + 1).map((id) => screen.rows.get(id))
      return rows.every((row) => row !== undefined) ? rows : null
    },
    areNeighbours: (one, other) => Math.abs((rowOf.get(one) ?? 0) - (rowOf.get(other) ?? 0)) === 1,
    isBefore: (one, other) => (rowOf.get(one) ?? 0) < (rowOf.get(other) ?? 0),
  }
}
