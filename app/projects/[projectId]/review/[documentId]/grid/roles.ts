/**
 * Roles of the grid's elements. Table elements cannot be used: only the rows near the view exist, moved into place by a
 * transform, and in a narrow window the cells of a row stand one below the other.
 */
export function gridOf(label: string, rows: number) {
  return { role: 'grid', 'aria-label': label, 'aria-rowcount': rows + 1 } as const
}

/** `row` counts from 0; the heads of the columns are the grid's first row. */
export function rowOf(row: number, selected: boolean) {
  return { role: 'row', 'aria-rowindex': row + 2, 'aria-selected': selected || undefined } as const
}

export const HEAD_ROW = { role: 'row', 'aria-rowindex': 1 } as const

export function textCellOf(readOnly: boolean) {
  return { role: 'gridcell', 'aria-readonly': readOnly } as const
}

export const ROW_GROUP = { role: 'rowgroup' } as const
export const CELL = { role: 'gridcell' } as const
export const COLUMN_HEAD = { role: 'columnheader' } as const
/** Takes part in the layout only. */
export const LAYOUT = { role: 'presentation' } as const
