import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DeleteInput } from './input'

/**
 * Takes a document out of sight. For a while an administrator can bring it back (lib/administration/rules.ts); then it goes for
 * good, unless it was published: what was published of it stays to be read.
 */
export async function deleteDocument(actor: Actor, { projectId, documentId }: DeleteInput) {
  await requireMember(actor, projectId, 'document.manage')
  await db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, projectId, deletedAt: null },
      data: { deletedAt: new Date(), deletedById: actor.userId },
    })
    if (count === 0) throw new AppError('not-found', 'not-found')
    const editions = await tx.edition.count({ where: { projectId, documentId } })
    await record(tx, actor, projectId, 'document.delete', documentId, { editions })
  })
}
