import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { db } from '../db'
import { AppError } from '../errors'
import type { RemoveAbsenceInput } from './input'

/** Says that one will be there after all. */
export async function removeAbsence(actor: Actor, { absenceId }: RemoveAbsenceInput): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.absence.deleteMany({ where: { id: absenceId, userId: actor.userId } })
    if (count === 0) throw new AppError('not-found', 'not-found')
    await recordOwn(tx, actor, 'person.remove-absence', absenceId)
  })
}
