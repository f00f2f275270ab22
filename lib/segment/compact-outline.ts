/**
 * The outline in runs: neighbours mostly have ids that follow each other and the same status and flags, so 100,000 rows are
 * a few thousand numbers. Written and read here alone; what is read is what was written.
 */
import type { Outline } from './queries'

export type CompactOutline = {
  /** `step, times, step, times …`: the difference to the id before (to 0 for the first). */
  ids: number[]
  /** `value, times …` */
  statuses: number[]
  flags: number[]
  sections: Outline['sections']
}

export function compactOutline({ ids, statuses, flags, sections }: Outline): CompactOutline {
  return {
    ids: runsOf(ids.length, (row) => ids[row]! - (ids[row - 1] ?? 0)),
    statuses: runsOf(ids.length, (row) => statuses.charCodeAt(row) - 48),
    flags: runsOf(ids.length, (row) => flags[row]!),
    sections,
  }
}

function runsOf(rows: number, valueAt: (row: number) => number): number[] {
  const runs: number[] = []
  for (let row = 0; row < rows; row++) {
    const value = valueAt(row)
    if (row > 0 && runs.at(-2) === value) runs[runs.length - 1]! += 1
    else runs.push(value, 1)
  }
  return runs
}

/** The arrays of an outline; `statuses` are indices in SEGMENT_STATUSES. */
export function readCompactOutline({ ids: steps, statuses, flags, sections }: CompactOutline) {
  const ids: number[] = []
  let id = 0
  eachRun(steps, (step, times) => {
    for (let i = 0; i < times; i++) {
      id += step
      ids.push(id)
    }
  })
  return {
    ids,
    statuses: fill(new Uint8Array(ids.length), statuses),
    flags: fill(new Uint32Array(ids.length), flags),
    sections,
  }
}

function fill<Values extends Uint8Array | Uint32Array>(values: Values, runs: readonly number[]): Values {
  let at = 0
  eachRun(runs, (value, times) => {
    values.fill(value, at, at + times)
    at += times
  })
  return values
}

function eachRun(runs: readonly number[], act: (value: number, times: number) => void): void {
  for (let i = 0; i < runs.length; i += 2) act(runs[i]!, runs[i + 1]!)
}
