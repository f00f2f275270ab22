import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import type { PartIdentityInput } from './input'
import { recordOwn } from './record-own'

export type IdentityRow = { id: string; issuer: string; email: string; since: Date }

/** The providers' identities one is joined to. */
export async function listIdentities(actor: Actor): Promise<IdentityRow[]> {
  const rows = await db.identity.findMany({
    where: { userId: actor.userId },
    select: { id: true, issuer: true, email: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ createdAt, ...row }) => ({ ...row, since: createdAt }))
}

/** Ends the joining; with a password there is another way in. */
export async function partIdentity(actor: Actor, { identityId }: PartIdentityInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.identity.deleteMany({
      where: { id: identityId, userId: actor.userId, user: { passwordHash: { not: null } } },
    })
    if (count === 0) {
      const mine = await tx.identity.findFirst({
        where: { id: identityId, userId: actor.userId },
        select: { id: true },
      })
      throw mine ? new AppError('conflict', 'last-way-in') : new AppError('not-found', 'not-found')
    }
    await recordOwn(tx, actor, 'person.part-identity', identityId)
  })
}
