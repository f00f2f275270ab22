/** Rows put in and taken out of the outline before the server has answered. */
import { FLAGS } from '@/lib/segment/flags'
import type { LiveOutline } from '../state/live-outline'

/** The outline with `added` rows standing after row `at`, in the likeness of that row. */
export function withRowAfter(outline: LiveOutline, at: number, id: number): LiveOutline {
  const ids = outline.ids.toSpliced(at + 1, 0, id)
  const statuses = new Uint8Array(ids.length)
  const flags = new Uint32Array(ids.length)
  for (const [now, was] of [
    [statuses, outline.statuses],
    [flags, outline.flags],
  ] as const) {
    now.set(was.subarray(0, at + 1))
    now[at + 1] = was[at] ?? 0
    now.set(was.subarray(at + 1), at + 2)
  }
  const sections = outline.sections.map((section) =>
    section.row > at ? { ...section, row: section.row + 1 } : section,
  )
  return { ...outline, ids, rowOf: rowsOf(ids), statuses, flags, sections }
}

export function withoutRows(outline: LiveOutline, gone: ReadonlySet<number>): LiveOutline {
  const kept = outline.ids.map((_, row) => row).filter((row) => !gone.has(outline.ids[row]!))
  const ids = kept.map((row) => outline.ids[row]!)
  const nowAt = new Map(kept.map((was, now) => [was, now]))
  // A section whose first row went into the one before begins with what is left of it.
  const firstKept = (row: number) => nowAt.get(kept.find((was) => was >= row) ?? -1) ?? ids.length - 1
  return {
    ...outline,
    ids,
    rowOf: rowsOf(ids),
    statuses: Uint8Array.from(kept, (row) => outline.statuses[row]!),
    flags: Uint32Array.from(kept, (row) => outline.flags[row]!),
    sections: outline.sections.map((section) => ({
      ...section,
      row: nowAt.get(section.row) ?? firstKept(section.row),
    })),
  }
}

/** The row has got its number from the server. */
export function renamed(outline: LiveOutline, from: number, to: number): LiveOutline {
  const ids = outline.ids.map((id) => (id === from ? to : id))
  return { ...outline, ids, rowOf: rowsOf(ids) }
}

function rowsOf(ids: readonly number[]): Map<number, number> {
  return new Map(ids.map((id, row) => [id, row]))
}

/** Rows marked as confirmed, or no longer. */
export function withConfirmed(outline: LiveOutline, ids: readonly number[], confirmed: boolean): LiveOutline {
  const flags = outline.flags.slice()
  for (const id of ids) {
    const row = outline.rowOf.get(id)
    if (row === undefined) continue
    flags[row] = confirmed ? (flags[row]! | FLAGS.confirmed) & ~FLAGS.doubtful : flags[row]! & ~FLAGS.confirmed
  }
  return { ...outline, flags }
}
