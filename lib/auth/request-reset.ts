import { db } from '../db'
import { AppError } from '../errors'
import { sendLater } from '../mail/outbox'
import { canMail } from '../mail/settings'
import type { RequestResetInput } from './input'
import { registerTry } from './tries'

/**
 * Has a letter with a reset link sent, if there is such a person. Whether there is one is looked up by the sender of the
 * letters, later and elsewhere: what is done here, and how long it takes, is the same for every address.
 */
export async function requestReset({ email }: RequestResetInput, address: string): Promise<void> {
  if (!canMail()) throw new AppError('not-found', 'no-mail')
  await registerTry(email, address, 'reset')
  await sendLater(db, 'reset', email)
}
