/** Writes rows, their histories and the transitions of their statuses: a few statements, however many rows. */
import { SIDES } from '../bitext/text'
import { Prisma, type Transaction } from '../db'
import { rank } from '../segment/rules'
import type { Places } from './place-in-document'
import type { AlignedRow, RowAfter } from './rows-after'
import type { Scene } from './window'

/** What a column of a row is called in a JSON record. */
const RECORD = Prisma.sql`x("id" int, "position" int, "enOrder" int, "kind" text, "label" bool, "turn" int, "speakerZh" text, "speakerEn" text,
  "zhParagraph" int, "enParagraph" int, "zh" text, "en" text, "zhTail" text, "enTail" text, "zhVersion" int, "enVersion" int,
  "confidence" float8, "moved" bool, "confirmed" bool, "status" "SegmentStatus", "stale" bool, "locked" bool,
  "translatedBy" uuid, "hands" uuid[], "revisedBy" uuid, "reviewedBy" uuid, "worded" bool)`

const FIELDS = [
  'position', 'enOrder', 'kind', 'label', 'turn', 'speakerZh', 'speakerEn', 'zhParagraph', 'enParagraph', 'zh', 'en', 'zhTail', 'enTail',
  'zhVersion', 'enVersion', 'confidence', 'moved', 'confirmed', 'status', 'stale', 'locked', 'translatedBy', 'hands', 'revisedBy', 'reviewedBy',
] // biome-ignore format: a list

const NAMES = Prisma.raw(FIELDS.map((field) => `"${field}"`).join(', '))
const VALUES = Prisma.raw(FIELDS.map((field) => `x."${field}"`).join(', '))
const SETS = Prisma.raw(FIELDS.map((field) => `"${field}" = x."${field}"`).join(', '))

/** `stored`: the row as the database has it, also one that is not in the document at present; null for a new one. */
export type Written = { stored: AlignedRow | null; after: RowAfter }

/** Those that go have to be out of the way first. */
export async function retireRows(tx: Transaction, rows: readonly { row: number; into: number }[]) {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE "Segment" s SET "position" = NULL, "mergedIntoId" = x."into"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("row" int, "into" int) WHERE s."id" = x."row"`
}

export async function writeRows(tx: Transaction, scene: Scene, rows: readonly Written[], places: Places) {
  const records = rows.map((row) => recordOf(row, places))
  const update = records.filter((_, index) => rows[index].stored)
  const insert = records.filter((_, index) => !rows[index].stored)
  if (update.length > 0) {
    await tx.$executeRaw`
      UPDATE "Segment" s SET ${SETS}, "mergedIntoId" = NULL, "changedAt" = CASE WHEN x."worded" THEN now() ELSE s."changedAt" END
      FROM jsonb_to_recordset(${JSON.stringify(update)}::jsonb) AS ${RECORD} WHERE s."id" = x."id"`
  }
  if (insert.length > 0) {
    await tx.$executeRaw`
      INSERT INTO "Segment" ("id", "projectId", "documentId", "changedAt", ${NAMES})
      SELECT x."id", ${scene.projectId}::uuid, ${scene.documentId}::uuid, now(), ${VALUES}
      FROM jsonb_to_recordset(${JSON.stringify(insert)}::jsonb) AS ${RECORD} ORDER BY x."position"`
  }
  await keepHistory(tx, scene, rows)
}

function recordOf({ stored, after }: Written, { zh, en }: Places) {
  const changed = { zh: stored !== null && stored.zh !== after.zh, en: stored !== null && stored.en !== after.en }
  return {
    ...after,
    position: zh.get(after.id),
    enOrder: en.get(after.id),
    zhVersion: (stored?.zhVersion ?? 1) + Number(changed.zh),
    enVersion: (stored?.enVersion ?? 1) + Number(changed.en),
    worded: changed.zh || changed.en,
  }
}

/** As JSON rather than one parameter a field: ten thousand rows would take the client longer than the database. */
async function keepHistory(tx: Transaction, scene: Scene, rows: readonly Written[]) {
  const known = rows.flatMap(({ stored, after }) => (stored ? [{ stored, after }] : []))
  await writeRevisions(tx, scene, known.flatMap(revisionsOf))
  await writeTransitions(tx, scene, known.flatMap(transitionOf))
}

type Known = { stored: AlignedRow; after: RowAfter }

function revisionsOf({ stored, after }: Known) {
  return SIDES.filter((side) => stored[side] !== after[side]).map((side) => ({
    row: stored.id,
    side,
    before: stored[side],
    after: after[side],
    version: stored[`${side}Version`] + 1,
  }))
}

async function writeRevisions(
  tx: Transaction,
  { projectId, member }: Scene,
  revisions: readonly ReturnType<typeof revisionsOf>[number][],
) {
  if (revisions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Revision" ("projectId", "segmentId", "side", "before", "after", "version", "kind", "memberId", "sessionId")
    SELECT ${projectId}::uuid, x."row", x."side", x."before", x."after", x."version", 'align', ${member.id}::uuid, ${member.sessionId ?? null}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) AS x("row" int, "side" "Side", "before" text, "after" text, "version" int)`
}

function transitionOf({ stored, after }: Known) {
  if (stored.status === after.status) return []
  // No one's will, whichever way it goes: undoing a step brings back what it had taken.
  const demotion = rank(after.status) < rank(stored.status)
  return [{ row: stored.id, from: stored.status, to: after.status, demotion }]
}

async function writeTransitions(
  tx: Transaction,
  { projectId, member }: Scene,
  transitions: readonly ReturnType<typeof transitionOf>[number][],
) {
  if (transitions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "demotion", "memberId", "sessionId")
    SELECT ${projectId}::uuid, x."row", x."from", x."to", x."demotion", ${member.id}::uuid, ${member.sessionId ?? null}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb) AS x("row" int, "from" "SegmentStatus", "to" "SegmentStatus", "demotion" bool)`
}

/** English stands moved where it crosses that of the row with English before or after it. Answers where that changed. */
export async function judgeMoved(
  tx: Transaction,
  { documentId }: Scene,
  ids: readonly number[],
): Promise<Map<number, boolean>> {
  const beside = (place: 'before' | 'after') =>
    Prisma.sql`(SELECT n."enOrder" FROM "Segment" n WHERE n."documentId" = ${documentId}::uuid AND n."en" <> ''
      AND n."position" ${Prisma.raw(place === 'before' ? '<' : '>')} s."position" ORDER BY n."position" ${Prisma.raw(place === 'before' ? 'DESC' : 'ASC')} LIMIT 1)`
  const rows = await tx.$queryRaw<{ id: number; moved: boolean }[]>`
    UPDATE "Segment" s SET "moved" = j."moved" FROM (
      SELECT s."id", s."en" <> '' AND (coalesce(${beside('before')} > s."enOrder", false) OR coalesce(${beside('after')} < s."enOrder", false)) AS "moved"
      FROM "Segment" s WHERE s."id" = ANY(${[...ids]}::int[]) AND s."position" IS NOT NULL
    ) j WHERE j."id" = s."id" AND j."moved" <> s."moved" RETURNING s."id", s."moved"`
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}
