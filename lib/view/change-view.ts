import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { ChangeViewInput } from './input'
import { requireOwnView } from './require-own-view'
import { refuseTwins } from './save-view'

/** Renames a view, gives it another filter, shares it or takes it back. */
export async function changeView(actor: Actor, { projectId, viewId, seenVersion, ...change }: ChangeViewInput) {
  const member = await requireMember(actor, projectId, 'project.read')
  const view = await requireOwnView(member, projectId, viewId)
  if (change.shared && !view.shared && !can(member.role, 'project.manage'))
    throw new AppError('forbidden', 'not-allowed')
  const { count } = await refuseTwins(
    db.savedView.updateMany({
      where: { id: viewId, projectId, version: seenVersion },
      data: { ...change, version: { increment: 1 } },
    }),
  )
  if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
  return { version: seenVersion + 1 }
}
