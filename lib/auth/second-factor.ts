/**
 * The second factor: what one person needs beside the password. Turned on by its owner, off by its owner or an administrator;
 * each code works once, and guesses count as sign-in tries (the callers register them).
 */
import { db } from '../db'
import { AppError } from '../errors'
import type { Actor } from './actor'
import type { CodeInput, PersonInput } from './input'
import { recordOwn } from './record-own'
import { createRecoveryCodes } from './recovery-codes'
import { sealContext } from './require-code'
import { requireRecent } from './require-recent'
import { seal, unseal } from './seal'
import { administratorsNeedOne } from './second-factor-rule'
import { newTotpSecret, stepOfCode, totpAddress } from './totp'
import { forgetTries, registerTry } from './tries'

export type SecondFactorState = { since: Date | null; codesLeft: number }

export async function getSecondFactor(actor: Actor): Promise<SecondFactorState> {
  const [factor, codesLeft] = await Promise.all([
    db.secondFactor.findUnique({ where: { userId: actor.userId }, select: { confirmedAt: true } }),
    db.recoveryCode.count({ where: { userId: actor.userId, usedAt: null } }),
  ])
  return { since: factor?.confirmedAt ?? null, codesLeft }
}

/** A new secret, to be shown as a QR code. It counts for nothing until a code of it is typed. */
export async function beginSecondFactor(actor: Actor): Promise<{ secret: string; address: string }> {
  await requireRecent(actor)
  const secret = newTotpSecret()
  const sealed = seal(secret, sealContext(actor.userId))
  // One statement: a factor that is on must not be overwritten by another tab that begins anew.
  const made = await db.$executeRaw`
    INSERT INTO "SecondFactor" ("userId", "sealed") VALUES (${actor.userId}::uuid, ${sealed})
    ON CONFLICT ("userId") DO UPDATE SET "sealed" = EXCLUDED."sealed", "createdAt" = now()
    WHERE "SecondFactor"."confirmedAt" IS NULL`
  if (made === 0) throw new AppError('conflict', 'changed-meanwhile')
  return { secret, address: totpAddress(secret, actor.email) }
}

/** Turns it on; answers the recovery codes, shown this once. */
export async function confirmSecondFactor(actor: Actor, { code }: CodeInput): Promise<{ codes: string[] }> {
  await requireRecent(actor)
  const { userId } = actor
  const attempt = await registerTry(actor.email, `session of ${userId}`)
  const factor = await db.secondFactor.findFirst({ where: { userId, confirmedAt: null }, select: { sealed: true } })
  const secret = factor && unseal(factor.sealed, sealContext(userId))
  if (!factor || !secret) throw new AppError('conflict', 'changed-meanwhile')
  const step = stepOfCode(secret, code)
  if (step === null) throw new AppError('invalid', 'wrong-code', { field: 'code' })
  const codes = await db.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null, sealed: factor.sealed },
      data: { confirmedAt: new Date(), lastStep: step },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await recordOwn(tx, actor, 'person.turn-on-second-factor', userId)
    return createRecoveryCodes(tx, userId)
  })
  await forgetTries(actor.email, attempt)
  return { codes }
}

export async function turnOffSecondFactor(actor: Actor): Promise<void> {
  await requireRecent(actor)
  if (actor.administrator && administratorsNeedOne()) throw new AppError('forbidden', 'second-factor-required')
  const { userId } = actor
  await db.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    await tx.recoveryCode.deleteMany({ where: { userId } })
    if (count > 0) await recordOwn(tx, actor, 'person.turn-off-second-factor', userId)
  })
}

/** In place of the earlier ones. */
export async function renewRecoveryCodes(actor: Actor): Promise<{ codes: string[] }> {
  await requireRecent(actor)
  const { userId } = actor
  return db.$transaction(async (tx) => {
    const on = await tx.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })
    if (on === 0) throw new AppError('conflict', 'changed-meanwhile')
    await recordOwn(tx, actor, 'person.renew-recovery-codes', userId)
    return { codes: await createRecoveryCodes(tx, userId) }
  })
}

/** For one who lost both programme and codes: an administrator's act. Ends the person's sessions, whoever had them. */
export async function resetSecondFactor(actor: Actor, { userId }: PersonInput): Promise<void> {
  if (!actor.administrator) throw new AppError('not-found', 'not-found')
  if (userId === actor.userId) throw new AppError('forbidden', 'not-allowed')
  await requireRecent(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    if (count === 0) throw new AppError('not-found', 'no-second-factor')
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
    await recordOwn(tx, actor, 'person.reset-second-factor', userId)
  })
}
