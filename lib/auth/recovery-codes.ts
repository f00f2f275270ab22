/** Codes to keep on paper, for when the programme with the second factor is lost. 80 random bits each, so a plain hash will do. */
import { createHash, randomBytes } from 'node:crypto'
import { db, type Transaction } from '../db'

const HOW_MANY = 10
// Crockford's: no letter that reads like a digit.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** In place of all earlier ones; shown this once. */
export async function createRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) })
  return codes.map((code) => code.replace(/.{4}(?=.)/g, '$&-'))
}

/** Whether this was an unused one; it is used now. */
export async function takeRecoveryCode(userId: string, typed: string): Promise<boolean> {
  const code = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  if (code.length !== LENGTH) return false
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(code), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

function newCode(): string {
  return [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
