/**
 * What an edition says otherwise than another, sorted into text, structure and furniture, so that nothing changes silently
 * and a merge does not read as an amendment. A passage that a decided note speaks of names it; what no note speaks of is
 * an amendment.
 */
import type { BlockKind } from '../bitext/intake/block'
import type { ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import { SIDES, type Side } from '../bitext/text'
import { notedErrata } from './errata-of-notes'
import { type EditionMatch, matchEditions, type RowGroup } from './match-rows'
import { type StructureChange, structureChanges } from './structure'

export type PassageChange = {
  /** 1-based; null where the passage is in the older edition only. */
  row: number | null
  rowBefore: number | null
  kind: BlockKind
  side: Side
  was: string
  is: string
  /** The discrepancies that were settled by it. */
  notes: { number: number; reason: string }[]
}

export type EditionComparison = { text: PassageChange[]; structure: StructureChange[]; furniture: PassageChange[] }

export function compareEditions(before: ExportedDocument, after: ExportedDocument): EditionComparison {
  const match = matchEditions(before, after)
  const { structure, told } = structureChanges(before, after, match)
  const passages = match.groups
    .filter((group) => !told.has(group))
    .flatMap((group) => passagesOf(match, group))
    .sort((a, b) => placeOf(a) - placeOf(b))
  const settled = notedErrata(after, match)
  const withNotes = passages.map((passage) => ({
    ...passage,
    notes: settled
      .filter(({ row, side }) => row === passage.row && side === passage.side)
      .map(({ number, reason }) => ({ number, reason })),
  }))
  return {
    text: withNotes.filter(({ kind }) => kind !== 'furniture'),
    structure,
    furniture: withNotes.filter(({ kind }) => kind === 'furniture'),
  }
}

export function countChanges({ text, structure, furniture }: EditionComparison): number {
  return text.length + structure.length + furniture.length
}

function placeOf({ row, rowBefore }: PassageChange): number {
  return row ?? rowBefore ?? 0
}

/** Rows of the newer edition with what stood in their place, then what of the older one is gone. */
function passagesOf({ sides }: EditionMatch, { before, after }: RowGroup): PassageChange[] {
  const rowBefore = before[0]?.row ?? null
  const changed = after.flatMap((segment) =>
    SIDES.flatMap((side) => {
      const place = sides[side].places.get(segment)
      if (!place) return []
      const was = sides[side].before.text.slice(place.older.from, place.older.to).trim()
      const is = segment[side]
      return was === is.trim() ? [] : [passage(segment, side, { row: segment.row, rowBefore, was, is })]
    }),
  )
  const gone = before.flatMap((segment) =>
    SIDES.filter((side) => sides[side].gone.has(segment)).map((side) => {
      const rows = { row: after[0]?.row ?? null, rowBefore: segment.row }
      return passage(segment, side, { ...rows, was: segment[side], is: '' })
    }),
  )
  return [...changed, ...gone]
}

type Said = Pick<PassageChange, 'row' | 'rowBefore' | 'was' | 'is'>

function passage({ kind }: ExportedSegment, side: Side, said: Said): PassageChange {
  return { ...said, kind, side, notes: [] }
}
