import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { db } from '../db'
import type { AddAbsenceInput } from './input'
import { requireFree } from './require-free'
import { storedDay } from './stored-days'

/** Says that one will be away. The log has the days and not the reason. */
export async function addAbsence(actor: Actor, input: AddAbsenceInput, now = new Date()): Promise<{ id: string }> {
  const { userId } = actor
  const { from, to, zone, reason } = input
  return await db.$transaction(async (tx) => {
    await requireFree(tx, userId, input, { besides: null, now })
    const data = { userId, from: storedDay(from), to: storedDay(to), zone, reason }
    const { id } = await tx.absence.create({ data, select: { id: true } })
    await recordOwn(tx, actor, 'person.add-absence', id, { from, to })
    return { id }
  })
}
