import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { SIDES, type Side } from '../bitext/text'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { type TextChange, writeTexts } from '../revision/write-texts'
import type { SegmentStatus } from '../segment/rules'
import type { UndoInput } from './input'
import { mayUndoBatch } from './rules'
import { takeAcceptancesBack } from './take-acceptances-back'

export type Undone = {
  changed: number[]
  /** Rows somebody has worked on since; they stay as they are. */
  left: number[]
}

/**
 * Takes an act on many rows back as a whole: texts as further revisions, statuses and who had approved as they were.
 * Rows that are no longer as the act left them stay, and are named.
 */
export async function undoBatch(actor: Actor, { projectId, batchId }: UndoInput): Promise<Undone> {
  const member = await requireMember(actor, projectId, 'segment.confirm')
  return await db.$transaction(async (tx) => {
    // Rows before anything that stands for them, as every command takes its locks.
    const rows = await lockRows(tx, projectId, batchId)
    const untouched = rows.filter(({ isAsLeft }) => isAsLeft)
    const batch = await takeBatch(tx, member, projectId, batchId, rows)
    const isOfTexts = batch.kind === 'replace' || batch.kind === 'reject'
    const back = batch.kind === 'accept' ? await takeAcceptancesBack(tx, member, batchId) : null
    if (isOfTexts) await takeTextsBack(tx, member, projectId, untouched)
    if (batch.kind === 'status') await takeStatusesBack(tx, member, projectId, untouched)
    await tx.batch.update({ where: { id: batchId }, data: { undoneAt: new Date() } })
    // Accepting changed no row, so that nothing which happened to the row since stands in the way.
    const isBack = (row: BatchRow) => (back ? back.has(row.id) : row.isAsLeft)
    const left = rows.filter((row) => !isBack(row)).map(({ id }) => id)
    const changed = rows.filter(isBack).map(({ id }) => id)
    await record(tx, actor, projectId, 'segment.undo-batch', batchId, { rows: changed.length, left: left.length })
    return { changed, left }
  })
}

async function takeBatch(
  tx: Transaction,
  member: ActingMember,
  projectId: string,
  batchId: string,
  rows: readonly BatchRow[],
) {
  const [batch] = await tx.$queryRaw<{ kind: string; memberId: string; undoneAt: Date | null }[]>`
    SELECT b."kind", b."memberId", b."undoneAt" FROM "Batch" b
      JOIN "Document" d ON d."id" = b."documentId" AND d."deletedAt" IS NULL
    WHERE b."id" = ${batchId}::uuid AND b."projectId" = ${projectId}::uuid FOR UPDATE OF b`
  if (!batch) throw new AppError('not-found', 'not-found')
  const steps = rows.map(({ wasStatus, leftStatus }) => ({ from: wasStatus, to: leftStatus }))
  if (!mayUndoBatch(member, { ...batch, steps })) throw new AppError('forbidden', 'not-allowed')
  if (batch.undoneAt) throw new AppError('conflict', 'batch-undone')
  return batch
}

type BatchRow = {
  id: number
  status: SegmentStatus
  zh: string
  en: string
  zhVersion: number
  enVersion: number
  wasStatus: SegmentStatus
  leftStatus: SegmentStatus
  wasTranslatedBy: string | null
  wasRevisedBy: string | null
  wasReviewedBy: string | null
  zhChanged: boolean
  enChanged: boolean
  zhBefore: string | null
  enBefore: string | null
  isAsLeft: boolean
}

/** `+ 0`: as in keepBatchRows, so that the newest transition is found by its row. */
async function lockRows(tx: Transaction, projectId: string, batchId: string): Promise<BatchRow[]> {
  await tx.$queryRaw`
    SELECT s."id" FROM "Segment" s JOIN "BatchRow" b ON b."segmentId" = s."id"
    WHERE b."batchId" = ${batchId}::uuid AND s."projectId" = ${projectId}::uuid ORDER BY s."id" FOR UPDATE OF s`
  return await tx.$queryRaw<BatchRow[]>`
    SELECT s."id", s."status", s."zh", s."en", s."zhVersion", s."enVersion", b."wasStatus", b."status" AS "leftStatus", b."wasTranslatedBy", b."wasRevisedBy",
      b."wasReviewedBy", b."zhChanged", b."enChanged", zh."before" AS "zhBefore", en."before" AS "enBefore",
      s."position" IS NOT NULL AND s."status" = b."status" AND s."zhVersion" = b."zhVersion" AND s."enVersion" = b."enVersion"
        -- What has become stale since is not approved again by taking a way back back.
        AND NOT (s."stale" AND b."wasStatus" > b."status")
        AND (SELECT max(t."id" + 0) FROM "Transition" t WHERE t."segmentId" = s."id") IS NOT DISTINCT FROM b."transitionId" AS "isAsLeft"
    FROM "BatchRow" b JOIN "Segment" s ON s."id" = b."segmentId"
      LEFT JOIN "Revision" zh ON b."zhChanged" AND zh."segmentId" = s."id" AND zh."side" = 'zh' AND zh."version" = b."zhVersion"
      LEFT JOIN "Revision" en ON b."enChanged" AND en."segmentId" = s."id" AND en."side" = 'en' AND en."version" = b."enVersion"
    WHERE b."batchId" = ${batchId}::uuid AND s."projectId" = ${projectId}::uuid ORDER BY s."id"`
}

async function takeTextsBack(tx: Transaction, member: ActingMember, projectId: string, rows: readonly BatchRow[]) {
  for (const side of SIDES) {
    const changes = rows.flatMap((row) => changeBack(row, side))
    const written = await writeTexts(tx, { member, projectId, kind: 'restore' }, side, changes)
    if (written < changes.length) throw new AppError('conflict', 'changed-meanwhile')
  }
}

function changeBack(row: BatchRow, side: Side): TextChange[] {
  const after = row[`${side}Before`]
  if (!row[`${side}Changed`] || after === null) return []
  return [
    {
      id: row.id,
      before: row[side],
      after,
      version: row[`${side}Version`],
      // Where both sides go back, the Chinese goes first and takes the status along.
      from: side === 'en' && row.zhChanged ? row.wasStatus : row.status,
      to: row.wasStatus,
      translatedBy: row.wasTranslatedBy,
      revisedBy: row.wasRevisedBy,
      reviewedBy: row.wasReviewedBy,
    },
  ]
}

async function takeStatusesBack(tx: Transaction, member: ActingMember, projectId: string, rows: readonly BatchRow[]) {
  const back = rows.map((row) => ({
    id: row.id,
    from: row.status,
    to: row.wasStatus,
    translatedBy: row.wasTranslatedBy,
    revisedBy: row.wasRevisedBy,
    reviewedBy: row.wasReviewedBy,
  }))
  await tx.$executeRaw`
    WITH back AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(back)}::jsonb) AS b("id" int, "from" "SegmentStatus", "to" "SegmentStatus",
        "translatedBy" uuid, "revisedBy" uuid, "reviewedBy" uuid)
    ), changed AS (
      UPDATE "Segment" s SET "status" = back."to", "translatedBy" = back."translatedBy", "revisedBy" = back."revisedBy", "reviewedBy" = back."reviewedBy"
      FROM back WHERE s."id" = back."id" AND s."projectId" = ${projectId}::uuid RETURNING s."id"
    )
    INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "undo", "memberId", "sessionId")
    SELECT ${projectId}::uuid, back."id", back."from", back."to", true, ${member.id}::uuid, ${member.sessionId ?? null}::uuid FROM back JOIN changed ON changed."id" = back."id"`
}
