/**
 * Which rows of two editions belong together: those that have words of one another on either side, however their texts
 * were merged, split or moved between them. A group of one row each stayed as it was paired.
 */
import type { ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import type { Side, Span } from '../bitext/text'
import { matchSide, type PlacedRow, type SideMatch } from './match-side'
import { olderSpan, rowAt } from './older-words'

export type RowGroup = { before: ExportedSegment[]; after: ExportedSegment[] }

export type MatchedSide = SideMatch & {
  /** Where each newer row with a text stands, and what stood there. */
  places: Map<ExportedSegment, { row: PlacedRow; older: Span }>
  /** Older rows no word of which is left, nor anything in their place. */
  gone: Set<ExportedSegment>
}

export type EditionMatch = {
  sides: Record<Side, MatchedSide>
  groups: RowGroup[]
  /** Of each row of either edition. */
  groupOf: Map<ExportedSegment, RowGroup>
}

export function matchEditions(before: ExportedDocument, after: ExportedDocument): EditionMatch {
  const owners: Owner[] = []
  const matched = (side: Side) => placed(matchSide(before.segments, after.segments, side), owners)
  const sides = { zh: matched('zh'), en: matched('en') }
  const groups = groupRows(before.segments, after.segments, owners)
  const groupOf = new Map(groups.flatMap((group) => [...group.before, ...group.after].map((row) => [row, group])))
  return { sides, groups, groupOf }
}

/** An older row and a newer one that has words of it. */
type Owner = readonly [before: ExportedSegment, after: ExportedSegment]

function placed(match: SideMatch, owners: Owner[]): MatchedSide {
  const places: MatchedSide['places'] = new Map()
  const gone = new Set(match.before.rows.map(({ segment }) => segment))
  for (const row of match.after.rows) {
    const older = olderSpan(match, row)
    places.set(row.segment, { row, older })
    for (const { segment } of rowsWithin(match, older)) {
      gone.delete(segment)
      owners.push([segment, row.segment])
    }
  }
  return { ...match, places, gone }
}

/** The older rows some words of which stand at `span`; a stop or a space alone is a chance likeness. */
function rowsWithin({ before: { text, rows } }: SideMatch, span: Span): PlacedRow[] {
  const found: PlacedRow[] = []
  for (let at = Math.max(0, rowAt(rows, span.from)); at < rows.length && rows[at]!.from < span.to; at++) {
    const { from, to } = rows[at]!
    const common = text.slice(Math.max(from, span.from), Math.min(to, span.to))
    if (WORDS.test(common) || common === text.slice(from, to)) found.push(rows[at]!)
  }
  return found
}

const WORDS = /[\p{L}\p{N}]/u

/** Groups in the order of the newer rows; rows that are gone stand where they stood. */
function groupRows(
  before: readonly ExportedSegment[],
  after: readonly ExportedSegment[],
  owners: readonly Owner[],
): RowGroup[] {
  const parents = new Map<ExportedSegment, ExportedSegment>()
  const rootOf = (row: ExportedSegment): ExportedSegment => {
    let root = row
    for (let next = parents.get(root); next; next = parents.get(root)) root = next
    if (root !== row) parents.set(row, root)
    return root
  }
  const join = (one: ExportedSegment, other: ExportedSegment) => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a !== b) parents.set(b, a)
  }
  for (const [older, newer] of owners) join(older, newer)
  const groups = new Map<ExportedSegment, RowGroup>()
  const groupOf = (row: ExportedSegment) => {
    const root = rootOf(row)
    const group = groups.get(root) ?? { before: [], after: [] }
    groups.set(root, group)
    return group
  }
  for (const row of after) groupOf(row).after.push(row)
  for (const row of before) groupOf(row).before.push(row)
  return [...groups.values()]
}
