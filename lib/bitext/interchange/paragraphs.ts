/**
 * Rebuilds the paragraphs of a document from its rows: rows of one paragraph are joined by what stood between them, and
 * paragraphs that share a row on either side make one passage, the unit in which the two texts run side by side.
 */
import type { BlockKind } from '../intake/block'
import type { Side } from '../text'
import type { ExportedSegment } from './bitext-document'

export type Paragraph = { kind: BlockKind; label: boolean; text: string }

export type Passage = { firstRow: number; lastRow: number; zh: Paragraph[]; en: Paragraph[] }

/** Passages in the order of the rows. Page furniture is no part of the text and is left out. */
export function passagesOf(segments: readonly ExportedSegment[]): Passage[] {
  const groups: ExportedSegment[][] = []
  for (const segment of segments) {
    if (segment.kind === 'furniture') continue
    const open = groups.at(-1)
    if (open && goesOn(open, segment)) open.push(segment)
    else groups.push([segment])
  }
  return groups.map((rows) => ({
    firstRow: rows[0]!.row,
    lastRow: rows.at(-1)!.row,
    zh: paragraphsOf(rows, 'zh'),
    en: paragraphsOf(inEnglishOrder(rows), 'en'),
  }))
}

/** Each side of a passage is read in its own order, also where moved text crosses its rows. */
function inEnglishOrder(rows: ExportedSegment[]): ExportedSegment[] {
  return rows.toSorted((a, b) => (a.enOrder ?? 0) - (b.enOrder ?? 0))
}

function goesOn(open: ExportedSegment[], next: ExportedSegment): boolean {
  return (['zh', 'en'] as const).some((side) => {
    const last = open.findLast((row) => row[side] !== '')
    return last !== undefined && next[side] !== '' && sameParagraph(last, next, side)
  })
}

/** The line that opens a turn stands alone, whatever its number says. */
function sameParagraph(last: ExportedSegment, next: ExportedSegment, side: Side): boolean {
  const paragraph = next[`${side}Paragraph`]
  return paragraph !== null && paragraph === last[`${side}Paragraph`] && last.label === next.label
}

function paragraphsOf(rows: ExportedSegment[], side: Side): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let last: ExportedSegment | undefined
  for (const row of rows) {
    if (row[side] === '') continue
    const open = paragraphs.at(-1)
    if (open && last && sameParagraph(last, row, side)) {
      open.text += between(last[`${side}Tail`], side) + row[side]
    } else paragraphs.push({ kind: row.kind, label: row.label, text: row[side] })
    last = row
  }
  return paragraphs
}

/** A line end inside a paragraph is only where a line was full: a space in English, nothing in Chinese. */
function between(tail: string, side: Side): string {
  return tail.replace(/\s*[\r\n]\s*/g, side === 'en' ? ' ' : '')
}
