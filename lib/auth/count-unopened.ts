import { db } from '../db'
import { sealContext } from './require-code'
import { unseal } from './seal'

/** How many second factors were sealed under another session secret: nobody can use them, nor sign in without a recovery code. */
export async function countUnopened(): Promise<number> {
  const factors = await db.secondFactor.findMany({
    where: { confirmedAt: { not: null } },
    select: { userId: true, sealed: true },
  })
  return factors.filter(({ userId, sealed }) => unseal(sealed, sealContext(userId)) === null).length
}
