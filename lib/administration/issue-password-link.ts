import type { Actor } from '../auth/actor'
import type { PersonInput } from '../auth/input'
import { recordOwn } from '../auth/record-own'
import { requireRecent } from '../auth/require-recent'
import { createSetupLink, type LinkPurpose } from '../auth/setup-link'
import { db } from '../db'
import { AppError } from '../errors'
import { requireAdministrator } from './require-administrator'

export type PasswordLink = { purpose: LinkPurpose; secret: string }

/** A link by which a person chooses a password, to be handed over: for one who forgot it, or who never got their invitation. */
export async function issuePasswordLink(actor: Actor, { userId }: PersonInput): Promise<PasswordLink> {
  requireAdministrator(actor)
  if (userId === actor.userId) throw new AppError('forbidden', 'not-yourself')
  await requireRecent(actor)
  return await db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { id: userId, disabledAt: null, anonymisedAt: null },
      select: { passwordHash: true },
    })
    if (!user) throw new AppError('conflict', 'changed-meanwhile')
    const purpose = user.passwordHash === null ? 'setup' : 'reset'
    await recordOwn(tx, actor, 'person.issue-link', userId, { purpose })
    return { purpose, secret: await createSetupLink(tx, userId, purpose) }
  })
}
