import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { db } from '../db'
import { AppError } from '../errors'
import type { ChangeAbsenceInput } from './input'
import { requireFree } from './require-free'
import { storedDay } from './stored-days'

/** Puts one's own days away otherwise. */
export async function changeAbsence(actor: Actor, input: ChangeAbsenceInput, now = new Date()): Promise<void> {
  const { userId } = actor
  const { absenceId, from, to, zone, reason } = input
  await db.$transaction(async (tx) => {
    await requireFree(tx, userId, input, { besides: absenceId, now })
    const { count } = await tx.absence.updateMany({
      where: { id: absenceId, userId },
      data: { from: storedDay(from), to: storedDay(to), zone, reason },
    })
    if (count === 0) throw new AppError('not-found', 'not-found')
    await recordOwn(tx, actor, 'person.change-absence', absenceId, { from, to })
  })
}
