import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { MoveInput } from './input'
import { move } from './presence'
import { askDatabase } from './queries'

/** Says where in a document a person stands in one of their tabs. A tab of somebody else is not moved. */
export async function movePresence(actor: Actor, input: MoveInput): Promise<void> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  await move(askDatabase, { ...input, memberId: member.id })
}
