/** Whether a code typed at sign-in, or before something grave, is the second factor's. Each works once. */
import { db } from '../db'
import { AppError } from '../errors'
import { takeRecoveryCode } from './recovery-codes'
import { unseal } from './seal'
import { stepOfCode } from './totp'

/** What a person's shared secret is sealed with (seal.ts). */
export const sealContext = (userId: string) => `second factor of ${userId}`

/** Throws unless the person has no second factor, or this is a fresh code of it or an unused recovery code. */
export async function requireCode(userId: string, code: string): Promise<void> {
  const factor = await db.secondFactor.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { sealed: true },
  })
  if (!factor) return
  if (code.trim() === '') throw new AppError('forbidden', 'code-needed', { field: 'code' })
  if (await takeCode(userId, factor.sealed, code)) return
  if (await takeRecoveryCode(userId, code)) return
  throw new AppError('forbidden', 'wrong-code', { field: 'code' })
}

/** A code seen over a shoulder is of no use: each half minute counts once. */
async function takeCode(userId: string, sealed: string, code: string): Promise<boolean> {
  const secret = unseal(sealed, sealContext(userId))
  const step = secret && stepOfCode(secret, code)
  if (!step) return false
  const { count } = await db.secondFactor.updateMany({
    where: { userId, sealed, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}
