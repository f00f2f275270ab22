import { db } from '../db'
import { AppError } from '../errors'

/** What cannot be undone is confirmed by typing whom it is done to: their e-mail address, which no slip of a finger makes. */
export async function requireTyped(userId: string, typed: string): Promise<void> {
  const person = await db.user.findFirst({ where: { id: userId, anonymisedAt: null }, select: { email: true } })
  if (!person) throw new AppError('conflict', 'changed-meanwhile')
  if (typed !== person.email) throw new AppError('invalid', 'typed-otherwise', { field: 'typed' })
}
