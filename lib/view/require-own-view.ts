import type { ActingMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'

/** A view is its maker's; a shared one also the managers'. Others' own views are not to be seen. */
export async function requireOwnView(member: ActingMember, projectId: string, viewId: string) {
  const view = await db.savedView.findFirst({
    where: { id: viewId, projectId, OR: [{ memberId: member.id }, { shared: true }] },
    select: { memberId: true, shared: true },
  })
  if (!view) throw new AppError('not-found', 'not-found')
  if (view.memberId !== member.id && !can(member.role, 'project.manage')) throw new AppError('forbidden', 'not-allowed')
  return view
}
