/** How two editions differ in structure: which texts stand in one row, who speaks, what a row is, which text governs. */
import type { BlockKind } from '../bitext/intake/block'
import type { ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import type { GoverningRule } from '../bitext/text'
import type { EditionMatch, RowGroup } from './match-rows'

type Rows = { rows: number[]; rowsBefore: number[] }

type RowChange =
  | { kind: 'merged' | 'split' | 'realigned' }
  /** A whole line that heads something: of a speaker, an outlet, a part. */
  | { kind: 'line-added' | 'line-removed'; zh: string; en: string }
  | { kind: 'speaker'; was: string; is: string }
  | { kind: 'block'; was: BlockKind; is: BlockKind }

export type StructureChange =
  | (Rows & RowChange)
  | { kind: 'title'; was: string; is: string }
  | { kind: 'governing'; was: GoverningRule; is: GoverningRule }

type Found = {
  structure: StructureChange[]
  /** Groups of which nothing else is to be said. */
  told: Set<RowGroup>
}

export function structureChanges(before: ExportedDocument, after: ExportedDocument, { groups }: EditionMatch): Found {
  const told = new Set(groups.filter(isHead))
  const structure: StructureChange[] = []
  if (before.title !== after.title) structure.push({ kind: 'title', was: before.title, is: after.title })
  if (before.governing !== after.governing) {
    structure.push({ kind: 'governing', was: before.governing, is: after.governing })
  }
  const inRows = groups.flatMap((group) =>
    changesOf(group).map((change) => ({ ...change, rows: numbers(group.after), rowsBefore: numbers(group.before) })),
  )
  return { structure: [...structure, ...joinRuns(inRows)], told }
}

function numbers(rows: readonly ExportedSegment[]): number[] {
  return rows.map(({ row }) => row)
}

/** Blocks that say what others are: without one all words are there, and a reader does not know whose. */
const HEADS: readonly BlockKind[] = ['headline', 'dateline', 'speaker-list', 'heading']

/** A whole line that came or went and heads something. */
function isHead({ before, after }: RowGroup): boolean {
  const [row, second] = [...before, ...after]
  return row !== undefined && second === undefined && (row.label || HEADS.includes(row.kind))
}

function changesOf(group: RowGroup): RowChange[] {
  const { before, after } = group
  const [older, newer] = [before[0], after[0]]
  if (!older || !newer) {
    const { zh, en } = (older ?? newer)!
    return isHead(group) ? [{ kind: newer ? 'line-added' : 'line-removed', zh, en }] : []
  }
  if (before.length > 1 && after.length > 1) return [{ kind: 'realigned' }]
  if (before.length > 1) return [{ kind: 'merged' }]
  if (after.length > 1) return [{ kind: 'split' }]
  const [was, is] = [speakerOf(older), speakerOf(newer)]
  const block = { kind: 'block', was: older.kind, is: newer.kind } as const
  return [...(was === is ? [] : [{ kind: 'speaker', was, is } as const]), ...(block.was === block.is ? [] : [block])]
}

function speakerOf({ speakerZh, speakerEn }: ExportedSegment): string {
  return [speakerZh, speakerEn].filter((name) => name !== '').join(' / ')
}

/** A turn has one speaker: what changed alike in row after row is one change. */
function joinRuns(changes: readonly (Rows & RowChange)[]): StructureChange[] {
  const runs: (Rows & RowChange)[] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last && 'was' in last && goesOn(last, change)) {
      runs[runs.length - 1] = {
        ...last,
        rows: [...last.rows, ...change.rows],
        rowsBefore: [...last.rowsBefore, ...change.rowsBefore],
      }
    } else runs.push(change)
  }
  return runs
}

function goesOn(last: Rows & RowChange & { was: string; is: string }, next: Rows & RowChange): boolean {
  return (
    last.kind === next.kind &&
    'was' in next &&
    last.was === next.was &&
    last.is === next.is &&
    (last.rows.at(-1) ?? 0) + 1 === next.rows[0]
  )
}
