import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { DeleteViewInput } from './input'
import { requireOwnView } from './require-own-view'

/** Nothing but the name and the filter goes; deleting a view twice is once. */
export async function deleteView(actor: Actor, { projectId, viewId }: DeleteViewInput): Promise<{ deleted: boolean }> {
  const member = await requireMember(actor, projectId, 'project.read')
  await requireOwnView(member, projectId, viewId)
  const { count } = await db.savedView.deleteMany({ where: { id: viewId, projectId } })
  return { deleted: count > 0 }
}
