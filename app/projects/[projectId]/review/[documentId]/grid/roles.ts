/**
 * Roles of the grid's elements. Table elements cannot be used: only the rows near the view exist, moved into place by a
 * transform, and in a narrow window the cells of a row stand one below the other.
 */
export const GRID = { role: 'grid' } as const
export const ROW_GROUP = { role: 'rowgroup' } as const
export const ROW = { role: 'row' } as const
export const CELL = { role: 'gridcell' } as const
export const COLUMN_HEAD = { role: 'columnheader' } as const
/** Takes part in the layout only. */
export const LAYOUT = { role: 'presentation' } as const
