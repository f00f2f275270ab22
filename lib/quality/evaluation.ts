/**
 * What of a project has been evaluated, by whom, and what was found: the material of every score.
 *
 * Evaluated is what a second person has read: rows that are revised or further, and rows somebody wrote a note on. Only
 * these are counted, since words nobody looked at would make any text look good. Protected blocks count in nothing.
 */
import { PROTECTED_KINDS } from '../bitext/intake/block'
import { countWords } from '../bitext/text'
import { db, Prisma } from '../db'
import {
  type Decision,
  type DiscrepancyState,
  type DiscrepancyType,
  isUndecided,
  type Severity,
} from '../discrepancy/rules'

export type EvaluatedRow = {
  id: number
  documentId: string
  row: number
  zh: string
  en: string
  count: { zh: number; en: number }
}

export type EvaluatedNote = {
  number: number
  segmentId: number
  documentId: string
  type: DiscrepancyType
  severity: Severity
  state: DiscrepancyState
  /** Only one that was taken: a proposal acquits nobody. */
  decision: Decision | null
  zhFrom: number | null
  zhTo: number | null
  enFrom: number | null
  enTo: number | null
  zhQuote: string
  enQuote: string
  note: string
  raisedById: string
  raisedAt: Date
  /** The words that were wrong have been put right. */
  mended: boolean
}

/** A member did a step on a row. */
export type RowStep = { segmentId: number; memberId: string; to: string; at: Date }

export type Evaluation = { rows: EvaluatedRow[]; notes: EvaluatedNote[]; steps: RowStep[] }

/** `s` is an evaluated row. */
const EVALUATED = Prisma.sql`s."position" IS NOT NULL AND NOT (s."kind" = ANY(${PROTECTED_KINDS}))
  AND (s."status" IN ('revised', 'reviewed', 'released') OR EXISTS (SELECT 1 FROM "Discrepancy" x WHERE x."segmentId" = s."id"))`

export async function readEvaluation(projectId: string, documentId: string | null = null): Promise<Evaluation> {
  const within = Prisma.sql`s."projectId" = ${projectId}::uuid AND (${documentId}::uuid IS NULL OR s."documentId" = ${documentId}::uuid)`
  // Rows are numbered by their ids alone: the texts of what nobody evaluated never leave the table.
  const rows = await db.$queryRaw<Omit<EvaluatedRow, 'count'>[]>`
    SELECT s."id", s."documentId", n."row", s."zh", s."en" FROM "Segment" s
      JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      JOIN (SELECT s."id", row_number() OVER (PARTITION BY s."documentId" ORDER BY s."position")::int AS "row"
        FROM "Segment" s WHERE ${within} AND s."position" IS NOT NULL) n ON n."id" = s."id"
    WHERE ${within} AND ${EVALUATED}
    ORDER BY s."documentId", n."row"`
  const notes = await db.$queryRaw<EvaluatedNote[]>`
    SELECT x."number", x."segmentId", x."documentId", x."type", x."severity"::text AS severity, x."state"::text AS state,
      x."decision", x."zhFrom", x."zhTo", x."enFrom", x."enTo", x."zhQuote", x."enQuote", x."note", x."raisedById", x."raisedAt",
      x."mendedById" IS NOT NULL AS mended
    FROM "Discrepancy" x JOIN "Segment" s ON s."id" = x."segmentId"
      JOIN "Document" d ON d."id" = x."documentId" AND d."deletedAt" IS NULL
    WHERE x."projectId" = ${projectId}::uuid AND (${documentId}::uuid IS NULL OR x."documentId" = ${documentId}::uuid)
      AND NOT (s."kind" = ANY(${PROTECTED_KINDS}))
    ORDER BY x."documentId", x."number"`
  const steps = await db.$queryRaw<RowStep[]>`
    SELECT t."segmentId", t."memberId", t."to"::text AS "to", t."createdAt" AS at
    FROM "Transition" t JOIN "Segment" s ON s."id" = t."segmentId"
    WHERE t."projectId" = ${projectId}::uuid AND NOT t."demotion" AND t."to" IN ('translated', 'revised', 'reviewed')
      AND ${within} AND ${EVALUATED}
    ORDER BY t."id"`
  return {
    rows: rows.map((row) => ({ ...row, count: { zh: countWords(row.zh, 'zh'), en: countWords(row.en, 'en') } })),
    notes: notes.map((note) => ({ ...note, decision: isUndecided(note.state) ? null : note.decision })),
    steps,
  }
}

/** Who has read each row for errors: whoever revised or reviewed it, or wrote a note on it. */
export function readersOf({ notes, steps }: Pick<Evaluation, 'notes' | 'steps'>): Map<number, Set<string>> {
  const readers = new Map<number, Set<string>>()
  const add = (segmentId: number, memberId: string) =>
    readers.set(segmentId, (readers.get(segmentId) ?? new Set()).add(memberId))
  for (const { segmentId, memberId, to } of steps) if (to !== 'translated') add(segmentId, memberId)
  for (const { segmentId, raisedById } of notes) add(segmentId, raisedById)
  return readers
}

/** Who had translated each row when a note was raised on it; null where nobody is on record, as with texts brought in. */
export function translatorAt(steps: readonly RowStep[]): (segmentId: number, at: Date) => string | null {
  const made = grouped(
    steps.filter(({ to }) => to === 'translated'),
    ({ segmentId }) => segmentId,
  )
  return (segmentId, at) => made.get(segmentId)?.findLast((step) => step.at <= at)?.memberId ?? null
}

/** In the order of first meeting; Node 20 has no Map.groupBy yet. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
