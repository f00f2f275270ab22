import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { AppError } from '../errors'
import type { PersonRoleInput } from './input'
import { requireAdministrator } from './require-administrator'
import { requireOtherAdministrator } from './require-other-administrator'

/** Makes a person an administrator, or takes it away again; never from the last one. */
export async function changePersonRole(actor: Actor, { userId, administrator }: PersonRoleInput): Promise<void> {
  requireAdministrator(actor)
  await requireRecent(actor)
  await db.$transaction(async (tx) => {
    if (!administrator) await requireOtherAdministrator(tx, userId)
    const role = administrator ? 'administrator' : 'person'
    const { count } = await tx.user.updateMany({
      where: { id: userId, role: { not: role }, ...(administrator && { disabledAt: null, anonymisedAt: null }) },
      data: { role },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await recordOwn(tx, actor, administrator ? 'person.make-administrator' : 'person.unmake-administrator', userId)
  })
}
