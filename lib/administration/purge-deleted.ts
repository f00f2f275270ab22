/**
 * Lets what was deleted go for good once its time is up, one at a time. The act is written into the audit log in the name of who
 * deleted it, and says so to its verification: rows that are gone with their document or project are no gap.
 */
import { db, Prisma, type Transaction } from '../db'
import { record } from '../project/audit'
import { GRACE_DAYS } from './rules'

const LONG = { timeout: 600_000, maxWait: 10_000 }

/** Answers how many documents and projects went. Any number of workers may call it. */
export async function purgeDeleted(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - GRACE_DAYS * 24 * 60 * 60_000)
  let gone = 0
  while (await db.$transaction((tx) => purgeDocument(tx, before), LONG)) gone += 1
  while (await db.$transaction((tx) => purgeProject(tx, before), LONG)) gone += 1
  return gone
}

async function purgeDocument(tx: Transaction, before: Date): Promise<boolean> {
  // What was published stays to be read, and hangs on its document. Of one deleted before it was kept who did, its maker answers.
  const [document] = await tx.$queryRaw<{ id: string; projectId: string; userId: string }[]>`
    SELECT d."id", d."projectId", coalesce(d."deletedById", m."userId") AS "userId"
    FROM "Document" d LEFT JOIN "Member" m ON m."id" = d."createdById"
    WHERE d."deletedAt" < ${before} AND NOT EXISTS (SELECT FROM "Edition" e WHERE e."documentId" = d."id") ORDER BY d."deletedAt" LIMIT 1 FOR UPDATE OF d SKIP LOCKED`
  if (!document) return false
  const { id, projectId, userId } = document
  await tx.document.delete({ where: { id }, select: { id: true } })
  await record(tx, { userId }, projectId, 'document.purge', id, { documentId: id })
  return true
}

async function purgeProject(tx: Transaction, before: Date): Promise<boolean> {
  const [project] = await tx.$queryRaw<{ id: string; userId: string }[]>`
    SELECT "id", "deletedById" AS "userId" FROM "Project" WHERE "deletedAt" < ${before}
    ORDER BY "deletedAt" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!project) return false
  const { id, userId } = project
  // What members did goes before the members: the references between the two let nobody be taken out from under their deeds.
  for (const table of ['Document', 'Job', 'Dismissal', 'CheckSetting', 'Concept', 'SavedView', 'Member'])
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "projectId" = ${id}::uuid`
  await tx.project.delete({ where: { id }, select: { id: true } })
  await record(tx, { userId }, id, 'project.purge', id)
  return true
}
