import { followSpan } from '../bitext/diff'
import type { Side } from '../bitext/text'
import { db } from '../db'

/** Where the marked words of a segment's notes stand after its text changed; nulls when they are gone (the quotation stays). */
export async function followSpans(segmentId: number, side: Side, before: string, after: string) {
  const notes = await db.discrepancy.findMany({
    where: { segmentId, [`${side}From`]: { not: null } },
    select: { id: true, zhFrom: true, zhTo: true, enFrom: true, enTo: true },
  })
  return notes.map((note) => {
    const span = followSpan({ from: note[`${side}From`] ?? 0, to: note[`${side}To`] ?? 0 }, before, after, side)
    return { id: note.id, from: span?.from ?? null, to: span?.to ?? null }
  })
}
