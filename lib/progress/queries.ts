/** How far the work of a project is: by document and turn, day by day, and when it will be done at this pace. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import { SEGMENT_STATUSES, type SegmentStatus } from '../segment/rules'
import { type BurnDay, burnDown, byGoal, dayIn, daysUpTo, type Passed, paceOf } from './burn-down'
import { type Forecast, forecast } from './forecast'
import { ProgressInput } from './input'
import { type Goal, LOOK_BACK, type Measure, NOTHING, plus, type Volume } from './rules'
import { ROW_VOLUME, VOLUME_SUM } from './volume'

export type Part = {
  /** A document's id, or a turn's number; '' for what belongs to no turn. */
  id: string
  name: string
  nameEn: string
  /** The first row, where it opens. */
  firstSegmentId: number | null
  byStatus: Record<SegmentStatus, Volume>
  stale: number
  disputed: number
}

export type DocumentPart = Part & {
  /** The soonest date somebody was given for work on it that is not done. */
  dueAt: Date | null
}

export type ProgressView = {
  documents: DocumentPart[]
  /** Of the document that was asked for. */
  turns: Part[]
  days: BurnDay[]
  /** When nothing will stand before each goal any more; null where the pace says nothing. */
  forecasts: Record<Goal, Forecast | null>
}

export async function getProgress(actor: Actor, input: ProgressInput): Promise<ProgressView> {
  const { projectId, documentId, zone, measure } = ProgressInput.parse(input)
  await requireMember(actor, projectId, 'project.read')
  const [documents, turns] = await Promise.all([
    listDocumentParts(projectId),
    documentId ? listTurnParts(projectId, documentId) : [],
  ])
  const shown = documents.filter(({ id }) => !documentId || id === documentId)
  const days = await readDays(projectId, shown, zone)
  return { documents, turns, days, forecasts: forecastsOf(days, measure) }
}

function forecastsOf(days: readonly BurnDay[], measure: Measure): Record<Goal, Forecast | null> {
  return byGoal((goal) => forecast(days.at(-1)?.remaining[goal][measure] ?? 0, paceOf(days, goal, measure)))
}

async function readDays(
  projectId: string,
  documents: readonly (DocumentPart & { createdAt: Date })[],
  zone: string,
): Promise<BurnDay[]> {
  const days = daysUpTo(new Date(), zone, LOOK_BACK)
  const standing = documents.map(({ id, createdAt, byStatus }) => ({
    documentId: id,
    since: dayIn(createdAt, zone),
    remaining: byGoal((goal) => before(goal, byStatus)),
  }))
  return burnDown(days, standing, await listPassed(projectId, days[0], zone))
}

/** What has not reached the goal yet. */
function before(goal: Goal, byStatus: Record<SegmentStatus, Volume>): Volume {
  return SEGMENT_STATUSES.slice(0, SEGMENT_STATUSES.indexOf(goal)).reduce(
    (sum, status) => plus(sum, byStatus[status]),
    NOTHING,
  )
}

type Counted = Volume & { id: string; status: SegmentStatus; stale: number; disputed: number; segmentId: number }

/** Rows are counted by what `part` says they belong to. */
async function count(projectId: string, documentId: string | null, part: Prisma.Sql): Promise<Counted[]> {
  return await db.$queryRaw<Counted[]>`
    SELECT v."id", v."status"::text AS status, ${VOLUME_SUM}, count(*) FILTER (WHERE v."stale")::int AS stale,
      count(*) FILTER (WHERE v."disputed")::int AS disputed, (array_agg(v."segmentId" ORDER BY v."position"))[1] AS "segmentId"
    FROM (
      SELECT ${part} AS "id", s."id" AS "segmentId", s."position", s."status", s."stale", ${ROW_VOLUME},
        EXISTS (SELECT 1 FROM "Discrepancy" x WHERE x."segmentId" = s."id" AND x."state" IN ('open', 'proposed')) AS disputed
      FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      WHERE s."projectId" = ${projectId}::uuid AND (${documentId}::uuid IS NULL OR s."documentId" = ${documentId}::uuid)
        AND s."position" IS NOT NULL AND NOT s."locked"
    ) v GROUP BY v."id", v."status" ORDER BY min(v."position")`
}

async function listDocumentParts(projectId: string): Promise<(DocumentPart & { createdAt: Date })[]> {
  const [documents, counted] = await Promise.all([
    db.$queryRaw<{ id: string; title: string; createdAt: Date; dueAt: Date | null }[]>`
      SELECT d."id", d."title", d."createdAt", (SELECT min(a."dueAt") FROM "Assignment" a
        WHERE a."documentId" = d."id" AND a."state" = 'active') AS "dueAt"
      FROM "Document" d WHERE d."projectId" = ${projectId}::uuid AND d."deletedAt" IS NULL ORDER BY d."createdAt" DESC`,
    count(projectId, null, Prisma.sql`s."documentId"::text`),
  ])
  const parts = new Map(partsOf(counted).map((part) => [part.id, part]))
  return documents.map(({ id, title, createdAt, dueAt }) => ({
    ...(parts.get(id) ?? emptyPart(id)),
    name: title,
    nameEn: title,
    createdAt,
    dueAt,
  }))
}

async function listTurnParts(projectId: string, documentId: string): Promise<Part[]> {
  const [names, counted] = await Promise.all([
    db.$queryRaw<{ id: string; zh: string; en: string }[]>`
      SELECT DISTINCT ON (s."turn") s."turn"::text AS id, s."speakerZh" AS zh, s."speakerEn" AS en FROM "Segment" s
      WHERE s."projectId" = ${projectId}::uuid AND s."documentId" = ${documentId}::uuid AND s."position" IS NOT NULL AND s."turn" IS NOT NULL
      ORDER BY s."turn", s."position"`,
    count(projectId, documentId, Prisma.sql`coalesce(s."turn"::text, '')`),
  ])
  const speakers = new Map(names.map(({ id, zh, en }) => [id, { zh, en }]))
  return partsOf(counted).map((part) => {
    const { zh = '', en = '' } = speakers.get(part.id) ?? {}
    return { ...part, name: zh || en, nameEn: en || zh }
  })
}

function partsOf(counted: readonly Counted[]): Part[] {
  const parts = new Map<string, Part>()
  // Sorted by place, so the first entry of a part holds its first row.
  for (const { id, status, stale, disputed, segmentId, rows, zh, en } of counted) {
    const part = parts.get(id) ?? emptyPart(id)
    parts.set(id, part)
    part.byStatus[status] = { rows, zh, en }
    part.stale += stale
    part.disputed += disputed
    part.firstSegmentId ??= segmentId
  }
  return [...parts.values()]
}

function emptyPart(id: string): Part {
  const byStatus = Object.fromEntries(SEGMENT_STATUSES.map((status) => [status, NOTHING])) as Part['byStatus']
  return { id, name: '', nameEn: '', firstSegmentId: null, byStatus, stale: 0, disputed: 0 }
}

/** Every transition passes the goals between its ends, forwards or back. Rows that were merged away since count where they went: nowhere. */
async function listPassed(projectId: string, since: string, zone: string): Promise<Passed[]> {
  return await db.$queryRaw<Passed[]>`
    SELECT v."documentId", v."day", v."goal", ${VOLUME_SUM} FROM (
      SELECT t."documentId", t."day", g."goal"::text AS "goal",
        t.sign * t."rows" AS "rows", t.sign * t."zh" AS "zh", t.sign * t."en" AS "en"
      FROM (
        SELECT s."documentId", to_char(x."createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS "day",
          least(x."from", x."to") AS low, greatest(x."from", x."to") AS high,
          CASE WHEN x."to" > x."from" THEN 1 ELSE -1 END AS sign, ${ROW_VOLUME}
        FROM "Transition" x JOIN "Segment" s ON s."id" = x."segmentId" AND s."position" IS NOT NULL AND NOT s."locked"
        WHERE x."projectId" = ${projectId}::uuid AND x."from" <> x."to"
          AND x."createdAt" >= (${since}::timestamp AT TIME ZONE ${zone})
      ) t JOIN unnest(enum_range(NULL::"SegmentStatus")) AS g("goal") ON g."goal" > t.low AND g."goal" <= t.high
    ) v GROUP BY v."documentId", v."day", v."goal"`
}
