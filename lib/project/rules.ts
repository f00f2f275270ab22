import type { Actor } from '../auth/actor'

export type LinkTarget = { id: string; role: 'administrator' | 'person'; hasPassword: boolean; disabledAt: Date | null }

/**
 * Whoever holds a set-up link can become that person. So only an administrator gets one for somebody who already has
 * a password, and a manager only for a newcomer all of whose projects they manage: it opens nothing they could not open.
 */
export function mayIssueLink(actor: Actor, target: LinkTarget, managesAllProjects: boolean): boolean {
  if (target.disabledAt !== null || target.id === actor.userId) return false
  if (actor.administrator) return true
  return target.role === 'person' && !target.hasPassword && managesAllProjects
}
