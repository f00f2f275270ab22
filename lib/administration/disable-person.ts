import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { AppError } from '../errors'
import type { DisableInput } from './input'
import { requireAdministrator } from './require-administrator'
import { requireOtherAdministrator } from './require-other-administrator'

/** Shuts a person out, at once and everywhere, or lets them in again. What they did stays theirs. */
export async function disablePerson(actor: Actor, { userId, disabled }: DisableInput): Promise<void> {
  requireAdministrator(actor)
  if (userId === actor.userId) throw new AppError('forbidden', 'not-yourself')
  await requireRecent(actor)
  await db.$transaction(async (tx) => {
    if (disabled) await requireOtherAdministrator(tx, userId)
    const { count } = await tx.user.updateMany({
      where: { id: userId, anonymisedAt: null, disabledAt: disabled ? null : { not: null } },
      data: disabled ? { disabledAt: new Date(), sessionVersion: { increment: 1 } } : { disabledAt: null },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    if (disabled) {
      await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
      await tx.setupLink.deleteMany({ where: { userId, usedAt: null } })
    }
    await recordOwn(tx, actor, disabled ? 'person.disable' : 'person.enable', userId)
  })
}
