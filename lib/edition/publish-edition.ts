/**
 * Publishes a document: what is ready is released, what is verified is published, and the whole as it then stands is
 * written down for good, in one transaction. Nothing is half published; two who publish at once make one edition.
 */
import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { canonicalForm, hashOf, readCanonical } from './canonical'
import { compareEditions, countChanges } from './changes'
import { type Gate, isBlocked, OBSTACLES, READY, readGate } from './gate'
import type { PublishInput } from './input'
import { loadExport } from './load-export'

export type Published = { number: number; sha256: string }

export async function publishEdition(actor: Actor, input: PublishInput): Promise<Published> {
  const member = await requireMember(actor, input.projectId, 'edition.publish')
  return await db
    .$transaction((tx) => publish(tx, actor, member, input), { isolationLevel: 'RepeatableRead', timeout: 120_000 })
    .catch((error: unknown) => {
      if (isCollision(error)) throw new AppError('conflict', 'changed-meanwhile')
      throw error
    })
}

/** Something of the document was written while it was being published, or another published the same number. */
function isCollision(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return code === 'P2002' || /40001|40P01|P2034|could not serialize|deadlock/.test(`${code} ${message}`)
}

async function publish(tx: Transaction, actor: Actor, member: ActingMember, input: PublishInput): Promise<Published> {
  const { projectId, documentId, number, note, overrideReason = '' } = input
  const gate = await readGate(tx, input)
  if (gate.number !== number) throw new AppError('conflict', 'changed-meanwhile')
  const blocked = isBlocked(gate)
  if (blocked && !overrideReason) throw new AppError('forbidden', 'edition-gate', countsOf(gate))
  await release(tx, member, input)
  await publishNotes(tx, member, input)
  const previous = await tx.edition.findUnique({
    where: { documentId_number: { documentId, number: number - 1 } },
    select: { content: true, sha256: true },
  })
  const document = await loadExport(tx, actor, projectId, documentId)
  const publishedAt = document.exportedAt
  const content = canonicalForm({
    number,
    publishedAt,
    publishedBy: actor.name,
    note,
    previous: previous?.sha256 ?? null,
    document,
  })
  const sha256 = hashOf(content)
  const before = previous && readCanonical(previous.content).document
  const changes = before ? countChanges(compareEditions(before, document)) : 0
  const reason = blocked ? overrideReason : ''
  await tx.edition.create({
    data: {
      projectId,
      documentId,
      number,
      content,
      sha256,
      rows: document.segments.length,
      changes,
      note,
      overrideReason: reason,
      publishedById: member.id,
      publishedAt,
    },
  })
  await record(tx, actor, projectId, 'edition.publish', documentId, { number, sha256, reason, ...countsOf(gate) })
  return { number, sha256 }
}

function countsOf({ obstacles }: Gate): Record<string, number> {
  return Object.fromEntries(OBSTACLES.map((obstacle) => [obstacle, obstacles[obstacle].count]))
}

type Place = { projectId: string; documentId: string }

async function release(tx: Transaction, member: ActingMember, { projectId, documentId }: Place): Promise<void> {
  await tx.$executeRaw`
    WITH ready AS (
      SELECT "id", "status" FROM "Segment"
      WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL AND ${READY} AND "status" <> 'released' AND NOT "stale"
      FOR UPDATE
    ), released AS (
      UPDATE "Segment" s SET "status" = 'released' FROM ready WHERE s."id" = ready."id" RETURNING s."id", ready."status" AS was
    )
    INSERT INTO "Transition" ("projectId", "segmentId", "from", "to", "demotion", "memberId", "sessionId")
    SELECT ${projectId}::uuid, "id", was, 'released', false, ${member.id}::uuid, ${member.sessionId ?? null}::uuid FROM released`
}

async function publishNotes(tx: Transaction, member: ActingMember, { projectId, documentId }: Place): Promise<void> {
  await tx.$executeRaw`
    WITH published AS (
      UPDATE "Discrepancy" SET "state" = 'published', "version" = "version" + 1
      WHERE "documentId" = ${documentId}::uuid AND "state" = 'verified' RETURNING "id", "decision"
    )
    INSERT INTO "DiscrepancyStep" ("projectId", "discrepancyId", "act", "from", "to", "decision", "memberId")
    SELECT ${projectId}::uuid, "id", 'publish', 'verified', 'published', "decision", ${member.id}::uuid FROM published`
}
