import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { TakeOverInput } from './input'
import { tellTakenOver } from './presence'
import { askDatabase } from './queries'

/**
 * Goes on with a text that somebody else is editing, and tells them. It is a courtesy: their words stay with them as a draft,
 * and whoever saves second is shown both texts.
 */
export async function takeOver(actor: Actor, { projectId, documentId, tab, segmentId, side }: TakeOverInput) {
  await requireMember(actor, projectId, 'segment.edit')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  await tellTakenOver(askDatabase, { documentId, tab, segmentId, side, by: actor.name })
}
