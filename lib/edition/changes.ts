/**
 * What an edition says otherwise than the one before: every passage whose words differ, so that nothing changes silently.
 * A note that was decided gives its reason; what no note speaks of is an amendment.
 */
import type { ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import { SIDES, type Side } from '../bitext/text'

export type EditionChange = {
  /** 1-based, in the newer edition; of a row that went, in the older one. */
  row: number
  side: Side
  was: string
  is: string
  /** The discrepancy that was settled by it. */
  note: { number: number; reason: string } | null
}

export function changesBetween(before: ExportedDocument, after: ExportedDocument): EditionChange[] {
  const old = new Map(before.segments.map((segment) => [segment.id, segment]))
  const kept = new Set(after.segments.map(({ id }) => id))
  return [
    ...after.segments.flatMap((segment) => differences(old.get(segment.id), segment, segment.row, after)),
    ...before.segments
      .filter(({ id }) => !kept.has(id))
      .flatMap((segment) => differences(segment, undefined, segment.row, after)),
  ].sort((a, b) => a.row - b.row)
}

type Texts = Pick<ExportedSegment, Side>

function differences(
  before: Texts | undefined,
  after: Texts | undefined,
  row: number,
  { discrepancies }: ExportedDocument,
): EditionChange[] {
  return SIDES.flatMap((side) => {
    const [was, is] = [before?.[side] ?? '', after?.[side] ?? '']
    if (was === is) return []
    const settled = discrepancies.find(
      (note) => note.row === row && note.was !== null && note.decision !== null && was.includes(note.was),
    )
    const reason = settled && { number: settled.number, reason: settled.decisionNote || settled.note }
    return [{ row, side, was, is, note: reason ?? null }]
  })
}
