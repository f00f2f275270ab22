/** What the review screen shows: a shell once, the outline of the whole document in few bytes, and rows as they come into view. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { BlockKind } from '../bitext/intake/block'
import type { GoverningRule } from '../bitext/text'
import { db, Prisma } from '../db'
import type {
  AmendedNote,
  Decision,
  DiscrepancyState,
  DiscrepancyType,
  LegalEffect,
  NoteLink,
  RecordedAct,
  Severity,
} from '../discrepancy/rules'
import { AppError } from '../errors'
import { DOUBTFUL_CONFIDENCE, FLAGS } from './flags'
import type { SegmentStatus } from './rules'

export { FLAGS }

const Place = (projectId: string, documentId: string) => ({ id: documentId, projectId, deletedAt: null })

export async function getReview(actor: Actor, { projectId, documentId }: { projectId: string; documentId: string }) {
  const member = await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: Place(projectId, documentId),
    select: {
      id: true,
      title: true,
      governing: true,
      governingQuote: true,
      isSample: true,
      project: { select: { id: true, name: true, fourEyes: true } },
      sources: { select: { side: true, fileName: true, address: true, sha256: true, receivedAt: true } },
      editions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const members = await db.member.findMany({
    where: { projectId, removedAt: null },
    select: { id: true, role: true, user: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const { project, editions, ...rest } = document
  return {
    document: {
      ...rest,
      governing: document.governing as GoverningRule,
      /** The number of the last one; null where none was published. */
      lastEdition: editions[0]?.number ?? null,
    },
    project,
    me: { memberId: member.id, role: member.role },
    members: members.map(({ id, role, user }) => ({ id, role, name: user.name })),
  }
}

export type Review = Awaited<ReturnType<typeof getReview>>

/** The whole document, one short entry a row, in parallel arrays: 10,000 rows are about 100 kB. */
export type Outline = {
  ids: number[]
  /** One digit a row: the index in SEGMENT_STATUSES. */
  statuses: string
  flags: number[]
  /** Where each turn or heading starts. `row` is the zero-based index in `ids`. */
  sections: { row: number; kind: BlockKind; turn: number | null; zh: string; en: string }[]
}

export async function getOutline(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<Outline> {
  const member = await requireMember(actor, projectId, 'project.read')
  const packed = await packedRows(projectId, documentId, member.id)
  const rows = packed.byteLength / ROW_BYTES
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const ids = Array.from({ length: rows }, (_, row) => view.getInt32(row * ROW_BYTES))
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const titles = await sectionTitles(projectId, documentId)
  return {
    ids,
    statuses: Array.from({ length: rows }, (_, row) => view.getUint16(row * ROW_BYTES + 8)).join(''),
    flags: Array.from({ length: rows }, (_, row) => view.getUint32(row * ROW_BYTES + 4)),
    sections: titles.flatMap(({ id, ...title }) => {
      const row = rowOf.get(id)
      return row === undefined ? [] : [{ row, ...title }]
    }),
  }
}

/** Id, flags and status of a row, in network order. */
const ROW_BYTES = 10

/**
 * The whole document as one value: 100,000 rows through the driver one by one cost ten times as much. What is open and
 * whose work it is are small sets, found once and joined; asking for each row would cost more than all the rest.
 */
async function packedRows(projectId: string, documentId: string, memberId: string): Promise<Uint8Array> {
  const [row] = await db.$queryRaw<{ packed: Uint8Array | null }[]>`
    WITH open_note AS (SELECT DISTINCT "segmentId" FROM "Discrepancy" WHERE "documentId" = ${documentId}::uuid AND "state" IN ('open', 'proposed')),
      open_thread AS (SELECT DISTINCT "segmentId" FROM "Comment" WHERE "documentId" = ${documentId}::uuid AND "threadId" IS NULL AND "discrepancyId" IS NULL AND "resolvedAt" IS NULL),
      open_suggestion AS (SELECT DISTINCT "segmentId" FROM "Suggestion" WHERE "documentId" = ${documentId}::uuid AND "state" = 'open'),
      mine AS (SELECT s."id", bit_or(CASE a."step" WHEN 'translate' THEN ${FLAGS.translate}::int WHEN 'revise' THEN ${FLAGS.revise}::int
          WHEN 'review' THEN ${FLAGS.review}::int ELSE ${FLAGS.final}::int END) AS steps
        FROM "Assignment" a JOIN "Segment" s ON s."documentId" = a."documentId"
          AND s."position" BETWEEN a."fromPosition" AND a."toPosition"
        WHERE a."documentId" = ${documentId}::uuid AND a."memberId" = ${memberId}::uuid AND a."state" = 'active' GROUP BY s."id")
    SELECT string_agg(int4send(s."id") || int4send(
        (s."zh" = '')::int + 2 * (s."en" = '')::int + 4 * s."stale"::int + 8 * (n."segmentId" IS NOT NULL)::int + 16 * s."locked"::int
        + 32 * s."confirmed"::int + 64 * (mine."id" IS NOT NULL)::int + 128 * s."label"::int
        + 256 * coalesce(s."confidence" < ${DOUBTFUL_CONFIDENCE} AND NOT s."confirmed", false)::int + 512 * s."moved"::int
        + 1024 * (t."segmentId" IS NOT NULL)::int + 2048 * (g."segmentId" IS NOT NULL)::int
        + 4096 * (s."zhVersion" > 1 OR s."enVersion" > 1)::int + coalesce(mine.steps, 0))
      || int2send((CASE s."status" WHEN 'draft' THEN 0 WHEN 'translated' THEN 1 WHEN 'revised' THEN 2 WHEN 'reviewed' THEN 3 ELSE 4 END)::int2),
      ''::bytea ORDER BY s."position") AS packed
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      LEFT JOIN open_note n ON n."segmentId" = s."id" LEFT JOIN open_thread t ON t."segmentId" = s."id"
      LEFT JOIN open_suggestion g ON g."segmentId" = s."id" LEFT JOIN mine ON mine."id" = s."id"
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL`
  return row?.packed ?? new Uint8Array()
}

type SectionTitle = { id: number; kind: BlockKind; turn: number | null; zh: string; en: string }

/** Texts of the rows that head something: turn labels, headlines and headings, and the first row of a turn that has no label. */
async function sectionTitles(projectId: string, documentId: string): Promise<SectionTitle[]> {
  const title = Prisma.sql`"id", "kind", "turn", "position", left("zh", 120) AS zh, left("en", 120) AS en`
  const rows = Prisma.sql`"documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL`
  // Each half has an index of its own (migration 20261130220000_section_indexes); joined by OR neither is used.
  return await db.$queryRaw<SectionTitle[]>`
    SELECT "id", "kind", "turn", "zh", "en" FROM (
      SELECT ${title} FROM "Segment" WHERE ${rows} AND ("label" OR "kind" IN ('headline', 'heading'))
      UNION SELECT ${title} FROM "Segment" WHERE "id" IN (
        SELECT DISTINCT ON ("turn") "id" FROM "Segment" WHERE ${rows} AND "turn" IS NOT NULL ORDER BY "turn", "position")
    ) s ORDER BY "position"`
}

export type SegmentRow = {
  id: number
  kind: BlockKind
  label: boolean
  turn: number | null
  speakerZh: string
  speakerEn: string
  zhParagraph: number | null
  enParagraph: number | null
  zh: string
  en: string
  zhVersion: number
  enVersion: number
  confidence: number | null
  moved: boolean
  confirmed: boolean
  status: SegmentStatus
  stale: boolean
  locked: boolean
  /** The English has been edited here. */
  edited: boolean
  discrepancies: RowDiscrepancy[]
  /** White space that followed each text in what was brought in. */
  zhTail: string
  enTail: string
  comments: RowComments
  /** Those nobody has settled yet, oldest first. */
  suggestions: RowSuggestion[]
}

export type RowSuggestion = {
  id: string
  side: 'zh' | 'en'
  baseVersion: number
  base: string
  text: string
  note: string
  byId: string
  by: string
  at: string
}

/** What a row shows of its comments; the threads themselves are fetched when the inspector shows them. */
export type RowComments = {
  /** Threads that are not resolved; those of notes stand with their notes. */
  open: number
  all: number
  /** Changes whenever any of them does. */
  stamp: number
  /** Words that open threads speak of. */
  marks: { id: string; zhFrom: number | null; zhTo: number | null; enFrom: number | null; enTo: number | null }[]
}

/** What a row shows of a note; the inspector asks for nothing more. */
export type RowDiscrepancy = {
  id: string
  number: number
  type: DiscrepancyType
  severity: Severity
  state: DiscrepancyState
  zhFrom: number | null
  zhTo: number | null
  zhQuote: string
  enFrom: number | null
  enTo: number | null
  enQuote: string
  note: string
  decision: Decision | null
  decisionNote: string
  legalEffect: LegalEffect | null
  raisedBy: string
  raisedById: string
  raisedAt: string
  decidedBy: string | null
  decidedAt: string | null
  /** Tied to a revision that mended it. */
  mended: boolean
  /** The member whose proposal waits. */
  proposedById: string | null
  steps: NoteStep[]
  links: NoteLink[]
  /** How many comments stand in its thread. */
  comments: number
  version: number
}

/** A step of a note as it went, oldest first. */
export type NoteStep = {
  act: RecordedAct
  decision: Decision | null
  reason: string
  /** What an amended note said before. */
  was: AmendedNote | null
  by: string
  at: string
}

/** No request asks for more rows than this. */
export const MOST_ROWS = 200

/** Rows by their ids, in the order of the document. */
export async function listSegments(
  actor: Actor,
  { projectId, documentId, ids }: { projectId: string; documentId: string; ids: number[] },
): Promise<SegmentRow[]> {
  await requireMember(actor, projectId, 'project.read')
  if (ids.length > MOST_ROWS) throw new AppError('invalid', 'invalid-input')
  return await db.$queryRaw<SegmentRow[]>`
    SELECT s."id", s."kind", s."label", s."turn", s."speakerZh", s."speakerEn", s."zhParagraph", s."enParagraph", s."zh", s."en",
      s."zhVersion", s."enVersion", s."confidence", s."moved", s."confirmed", s."status", s."stale", s."locked",
      s."enVersion" > 1 AS edited,
      coalesce((SELECT jsonb_agg(jsonb_build_object(
        'id', d."id", 'number', d."number", 'type', d."type", 'severity', d."severity", 'state', d."state",
        'zhFrom', d."zhFrom", 'zhTo', d."zhTo", 'zhQuote', d."zhQuote", 'enFrom', d."enFrom", 'enTo', d."enTo", 'enQuote', d."enQuote",
        'note', d."note", 'decision', d."decision", 'decisionNote', d."decisionNote", 'legalEffect', d."legalEffect",
        'raisedBy', ru."name", 'raisedById', d."raisedById", 'raisedAt', d."raisedAt", 'decidedBy', du."name", 'decidedAt', d."decidedAt", 'mended', d."mendedById" IS NOT NULL, 'proposedById', d."proposedById",
        'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('act', p."act", 'decision', p."decision", 'reason', p."reason", 'was', p."was",
          'by', pu."name", 'at', p."at") ORDER BY p."id"), '[]'::jsonb)
          FROM "DiscrepancyStep" p JOIN "Member" pm ON pm."id" = p."memberId" JOIN "User" pu ON pu."id" = pm."userId"
          WHERE p."discrepancyId" = d."id"),
        'links', d."links", 'comments', (SELECT count(*) FROM "Comment" c WHERE c."discrepancyId" = d."id" AND c."deletedAt" IS NULL),
        'version', d."version"
      ) ORDER BY d."number")
      FROM "Discrepancy" d JOIN "Member" rm ON rm."id" = d."raisedById" JOIN "User" ru ON ru."id" = rm."userId"
        LEFT JOIN "Member" dm ON dm."id" = d."decidedById" LEFT JOIN "User" du ON du."id" = dm."userId"
      WHERE d."segmentId" = s."id"), '[]'::jsonb) AS discrepancies,
      s."zhTail", s."enTail",
      (SELECT jsonb_build_object(
        'open', count(*) FILTER (WHERE c."threadId" IS NULL AND c."discrepancyId" IS NULL AND c."resolvedAt" IS NULL),
        'all', count(*) FILTER (WHERE c."deletedAt" IS NULL), 'stamp', coalesce(sum(c."version"), 0),
        'marks', coalesce(jsonb_agg(jsonb_build_object(
          'id', c."id", 'zhFrom', c."zhFrom", 'zhTo', c."zhTo", 'enFrom', c."enFrom", 'enTo', c."enTo"))
          FILTER (WHERE c."resolvedAt" IS NULL AND coalesce(c."zhFrom", c."enFrom") IS NOT NULL), '[]'::jsonb))
        FROM "Comment" c WHERE c."segmentId" = s."id") AS comments,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', g."id", 'side', g."side", 'baseVersion', g."baseVersion", 'base', g."base",
        'text', g."text", 'note', g."note", 'byId', g."suggestedById", 'by', gu."name", 'at', g."suggestedAt") ORDER BY g."suggestedAt")
        FROM "Suggestion" g JOIN "Member" gm ON gm."id" = g."suggestedById" JOIN "User" gu ON gu."id" = gm."userId"
        WHERE g."segmentId" = s."id" AND g."state" = 'open'), '[]'::jsonb) AS suggestions
    FROM "Segment" s JOIN "Document" doc ON doc."id" = s."documentId" AND doc."deletedAt" IS NULL
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL
      AND s."id" = ANY(${ids}::int[])
    ORDER BY s."position"`
}
