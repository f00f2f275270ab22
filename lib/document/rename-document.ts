import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { RenameInput } from './input'

export async function renameDocument(actor: Actor, { projectId, documentId, title, seenVersion }: RenameInput) {
  await requireMember(actor, projectId, 'document.manage')
  return await db.$transaction(async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id: documentId, projectId, deletedAt: null, version: seenVersion },
      data: { title, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'document.rename', documentId, { title })
    return { version: seenVersion + 1 }
  })
}
