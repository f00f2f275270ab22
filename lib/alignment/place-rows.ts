/**
 * Places of cells in the order of their side: the position of a row, and the place of its English. A cell keeps the place
 * of its row where that changes the order of no text, else it has the place of the text it now holds; what is new stands
 * between its neighbours. Pure.
 */
import { type Cell, type Column, isEmpty } from './arrangement'
import { overlapping } from './travel'

/** Room for splits between two rows; ten halvings before places have to be spread anew. */
export const PLACE_STEP = 1024

/** Places that rows outside the window have: of any row, and of those with text on this side. Sorted. */
export type Taken = { all: readonly number[]; worded: readonly number[] }

/** Answers the place of each cell of `after`, in its order; null where there is no room left between two places. */
export function placeCells(
  before: Column,
  after: Column,
  placeOf: ReadonlyMap<number, number>,
  taken: Taken,
  wished: ReadonlyMap<number, number> = new Map(),
): number[] | null {
  const exchanged = exchangedPlaces(before, after, placeOf, taken.worded)
  if (exchanged) return exchanged
  const places = placesOfText(before, after, placeOf, taken.worded)
  keepEmpty(after, places, placeOf)
  grant(before, after, places, placeOf, taken, wished)
  return spread(places, placeOf, taken.all)
}

/** Does some cell hold text of another row, or is it new? Only then it matters what stands outside the window. */
export function isMoved(before: Column, after: Column, placeOf: ReadonlyMap<number, number>): boolean {
  if (before.cells.length !== after.cells.length) return true
  return after.cells.some(
    (cell, index) =>
      before.cells[index].row !== cell.row || !placeOf.has(cell.row) || before.cells[index].to !== cell.to,
  )
}

function placesOfText(before: Column, after: Column, placeOf: ReadonlyMap<number, number>, worded: readonly number[]) {
  const own = after.cells.map((cell) => (isEmpty(cell) ? null : (placeOf.get(cell.row) ?? null)))
  const steady = isIncreasing(own.filter((place) => place !== null))
  let last = Number.NEGATIVE_INFINITY
  return after.cells.map((cell, index) => {
    if (isEmpty(cell)) return null
    const sources = overlapping(before, cell.from, cell.to).flatMap(({ row }) => placeOf.get(row) ?? [])
    const kept = own[index]
    const keeps = steady && kept !== null && kept > last && sources.every((source) => !partedBy(worded, kept, source))
    const place = keeps ? kept : (sources.find((source) => source > last) ?? null)
    last = place ?? last
    return place
  })
}

function isIncreasing(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place > places[index - 1])
}

/** Does text from outside the window stand between the two places? */
function partedBy(worded: readonly number[], one: number, other: number): boolean {
  const first = worded[firstAbove(worded, Math.min(one, other))]
  return first !== undefined && first < Math.max(one, other)
}

/** Cells without text stay where they are if that is between their neighbours. */
function keepEmpty(after: Column, places: (number | null)[], placeOf: ReadonlyMap<number, number>) {
  let last = Number.NEGATIVE_INFINITY
  const next = nextPlaces(places)
  after.cells.forEach((cell, index) => {
    const own = placeOf.get(cell.row)
    if (places[index] === null && isEmpty(cell) && own !== undefined && own > last && own < next[index])
      places[index] = own
    last = places[index] ?? last
  })
}

/** For each cell the first place that one of the later cells has already. */
function nextPlaces(places: readonly (number | null)[]): number[] {
  let next = Number.POSITIVE_INFINITY
  return places
    .map((_, index) => {
      const at = places.length - 1 - index
      const found = next
      next = places[at] ?? next
      return found
    })
    .reverse()
}

/** The same rows have the same places among them, in their new order, if that carries no text past other text. */
function exchangedPlaces(
  before: Column,
  after: Column,
  placeOf: ReadonlyMap<number, number>,
  worded: readonly number[],
): number[] | null {
  if (before.cells.length !== after.cells.length || after.cells.some(({ row }) => !placeOf.has(row))) return null
  const places = [...placeOf.values()].sort((a, b) => a - b)
  const fits = after.cells.every((cell, index) => !isParted(before, cell, places[index], placeOf, worded))
  return fits ? places : null
}

/** Would text that goes into the cell pass other text on its way to this place? */
function isParted(
  before: Column,
  cell: Cell,
  place: number,
  placeOf: ReadonlyMap<number, number>,
  worded: readonly number[],
): boolean {
  return overlapping(before, cell.from, cell.to).some(({ row }) => partedBy(worded, placeOf.get(row) ?? place, place))
}

/** A row that comes back has the place it had, if that is free and still between its neighbours. */
function grant(
  before: Column,
  after: Column,
  places: (number | null)[],
  placeOf: ReadonlyMap<number, number>,
  { all, worded }: Taken,
  wished: ReadonlyMap<number, number>,
) {
  const next = nextPlaces(places)
  let last = Number.NEGATIVE_INFINITY
  after.cells.forEach((cell, index) => {
    const wish = wished.get(cell.row)
    const free = wish !== undefined && wish > last && wish < next[index] && all[firstAbove(all, wish - 1)] !== wish
    if (places[index] === null && free && !isParted(before, cell, wish, placeOf, worded)) places[index] = wish
    last = places[index] ?? last
  })
}

function spread(
  places: (number | null)[],
  placeOf: ReadonlyMap<number, number>,
  taken: readonly number[],
): number[] | null {
  const spreadPlaces = [...places]
  for (let from = 0; from < places.length; from++) {
    if (spreadPlaces[from] !== null) continue
    let to = from
    while (to < places.length && spreadPlaces[to] === null) to++
    const low =
      from > 0 ? (spreadPlaces[from - 1] as number) : lowest(spreadPlaces[to] ?? Math.min(...placeOf.values()), taken)
    const above = Math.min(
      spreadPlaces[to] ?? Number.POSITIVE_INFINITY,
      taken[firstAbove(taken, low)] ?? Number.POSITIVE_INFINITY,
    )
    const step = Math.min(PLACE_STEP, Math.floor((above - low) / (to - from + 1)))
    if (step < 1) return null
    for (let index = from; index < to; index++) spreadPlaces[index] = low + (index - from + 1) * step
    from = to
  }
  return spreadPlaces as number[]
}

/** The place right before `place`, or 0 at the beginning. */
function lowest(place: number, taken: readonly number[]): number {
  const at = firstAbove(taken, place - 1)
  return at > 0 ? taken[at - 1] : 0
}

/** Index of the first that is greater. */
function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}
