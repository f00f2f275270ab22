import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { AddSideInput, CreateInput } from '../document/input'
import { AppError } from '../errors'
import { readyToSend } from '../jobs/boss'
import { startJob } from '../jobs/start-job'

/** Sending files of a hundred megabytes into the database takes a while. */
const LONG = { timeout: 120_000, maxWait: 10_000 }

/** Takes the files of a new document in; a worker reads, aligns and saves them, whatever becomes of the page that asked. */
export async function startImport(actor: Actor, { files, ...input }: CreateInput): Promise<{ jobId: string }> {
  const { projectId, title } = input
  const member = await requireMember(actor, projectId, 'document.import')
  await readyToSend()
  return await db.$transaction(
    (tx) =>
      startJob(tx, {
        projectId,
        memberId: member.id,
        sessionId: actor.sessionId ?? null,
        kind: 'document.create',
        title,
        input,
        files,
      }),
    LONG,
  )
}

/** The same for the missing text of a document. */
export async function startSide(actor: Actor, { files, ...input }: AddSideInput): Promise<{ jobId: string }> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'document.import')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { title: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  await readyToSend()
  const { title } = document
  return await db.$transaction(
    (tx) =>
      startJob(tx, {
        projectId,
        memberId: member.id,
        sessionId: actor.sessionId ?? null,
        kind: 'document.add-side',
        title,
        input,
        files,
      }),
    LONG,
  )
}
