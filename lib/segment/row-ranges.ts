/** Ids of rows as ranges and back. Ids of one document mostly follow each other, so that 100,000 of them are a few pairs. */

/** No act takes more rows than this. */
export const MOST_ROWS_AT_ONCE = 200_000

/** Ranges of ids, ends included: exactly the rows a person sees, in a few bytes. */
export type RowRanges = [from: number, to: number][]

/** `ids` in any order, each once. */
export function rangesOf(ids: readonly number[]): RowRanges {
  const ranges: RowRanges = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && id === last[1] + 1) last[1] = id
    else ranges.push([id, id])
  }
  return ranges
}

export function idsIn(ranges: RowRanges): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
