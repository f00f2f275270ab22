/**
 * Accepts or rejects tracked changes of many rows: of the document, of some of its rows, of one author. First they are
 * counted, then all is done in one transaction; `undoBatch` takes it back as a whole.
 */
import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { SIDES } from '../bitext/text'
import { db, Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { writeTexts } from '../revision/write-texts'
import { lockActedRows, readActedRows } from '../segment/acted-rows'
import { keepBatchRows, openBatch } from '../segment/batch'
import { findGoverningSide } from '../segment/find-governing-side'
import { idsIn } from '../segment/row-ranges'
import type { PreviewSettleInput, SettleManyInput } from './input'
import { type NewAcceptance, planSettling, type SettlePlan } from './plan-settling'

export type SettlePreview = Pick<SettlePlan, 'changes' | 'authors' | 'refused'> & { ids: number[]; snapshot: string }

export async function previewSettleMany(actor: Actor, input: PreviewSettleInput): Promise<SettlePreview> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'change.settle')
  const governing = await findGoverningSide(projectId, documentId)
  const ids = await listEdited(db, input)
  const { rows, snapshot } = await readActedRows({ projectId, documentId, ids, texts: true })
  const { ids: going, changes, authors, refused } = await planSettling(db, input, rows, { member, governing })
  return { ids: [...going], changes, authors, refused, snapshot }
}

export type SettledMany = Pick<SettlePlan, 'changes' | 'refused'> & { batchId: string | null; changed: number[] }

/** Rows whose text was changed after the preview stay as they are. */
export async function settleMany(actor: Actor, input: SettleManyInput): Promise<SettledMany> {
  const { projectId, documentId, verdict, author, snapshot } = input
  const member = await requireMember(actor, projectId, 'change.settle')
  return await db.$transaction(async (tx) => {
    const governing = await findGoverningSide(projectId, documentId, tx)
    const ids = await listEdited(tx, input)
    const rows = await lockActedRows(tx, { projectId, documentId, ids, texts: true }, snapshot)
    const plan = await planSettling(tx, input, rows, { member, governing })
    const { changes, refused } = plan
    const changed = [...plan.ids]
    if (changed.length === 0) return { batchId: null, changed, changes, refused }
    const detail = { author, rows: changed.length, changes }
    const batchId = await openBatch(tx, { projectId, documentId, memberId: member.id, kind: verdict, detail })
    if (verdict === 'accept') await writeAcceptances(tx, member, { projectId, documentId, batchId }, plan.accepted)
    else await writeRejections(tx, member, projectId, plan)
    await keepBatchRows(
      tx,
      batchId,
      rows
        .filter(({ id }) => plan.ids.has(id))
        .map((row) => ({ ...row, zhChanged: plan.texts.zh.has(row.id), enChanged: plan.texts.en.has(row.id) })),
    )
    await record(tx, actor, projectId, `segment.${verdict}-changes-of-many`, documentId, { ...detail, batchId })
    return { batchId, changed, changes, refused }
  })
}

/** Only a text that was ever changed has changes that wait. */
async function listEdited(
  tx: Transaction,
  { projectId, documentId, rows }: Pick<PreviewSettleInput, 'projectId' | 'documentId' | 'rows'>,
): Promise<number[]> {
  const among = rows ? Prisma.sql`AND "id" = ANY(${idsIn(rows)}::int[])` : Prisma.empty
  const edited = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid
      AND "position" IS NOT NULL AND ("zhVersion" > 1 OR "enVersion" > 1) ${among} ORDER BY "position"`
  return edited.map(({ id }) => id)
}

type Place = { projectId: string; documentId: string; batchId: string }

async function writeAcceptances(
  tx: Transaction,
  member: ActingMember,
  { projectId, documentId, batchId }: Place,
  accepted: readonly NewAcceptance[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Acceptance" ("projectId", "documentId", "segmentId", "side", "version", "text", "textVersion", "pieces", "memberId", "batchId")
    SELECT ${projectId}::uuid, ${documentId}::uuid, a."segmentId", a."side", a."version", a."text", a."textVersion", a."pieces", ${member.id}::uuid, ${batchId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(accepted)}::jsonb)
      AS a("segmentId" int, "side" "Side", "version" int, "text" text, "textVersion" int, "pieces" jsonb)`
}

async function writeRejections(tx: Transaction, member: ActingMember, projectId: string, plan: SettlePlan) {
  for (const side of SIDES) {
    const changes = [...plan.texts[side].values()]
    const written = await writeTexts(tx, { member, projectId, kind: 'reject' }, side, changes)
    if (written < changes.length) throw new AppError('conflict', 'changed-meanwhile')
  }
}
