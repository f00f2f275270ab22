import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { touchTerms } from '../termbase/touch-terms'
import type { DeleteEntryInput } from './input'

/** Takes an entry out of the register; the audit trail keeps its forms. */
export async function deleteEntry(actor: Actor, { projectId, entryId, seenVersion }: DeleteEntryInput): Promise<void> {
  await requireMember(actor, projectId, 'register.manage')
  await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const entry = await tx.registerEntry.findFirst({ where: { id: entryId, projectId } })
    if (!entry) throw new AppError('not-found', 'not-found')
    const { count } = await tx.registerEntry.deleteMany({ where: { id: entryId, projectId, version: seenVersion } })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    const { kind, zh, en } = entry
    await record(tx, actor, projectId, 'register.delete', entryId, { kind, forms: [...zh, ...en] })
  })
}
