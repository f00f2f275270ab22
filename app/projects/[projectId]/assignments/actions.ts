'use server'
/** What a person does to assignments. */
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { assignRange } from '@/lib/assignment/assign-range'
import { finishAssignment } from '@/lib/assignment/finish-assignment'
import { AssignInput, CloseInput } from '@/lib/assignment/input'
import { withdrawAssignment } from '@/lib/assignment/withdraw-assignment'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { getOutline } from '@/lib/segment/queries'

/** People speak of rows; segments keep their ids when rows before them are split or merged. */
const AssignRowsInput = AssignInput.omit({ fromSegmentId: true, toSegmentId: true }).extend({
  fromRow: z.number().int().positive(),
  toRow: z.number().int().positive(),
})
type AssignRowsInput = z.infer<typeof AssignRowsInput>

async function assignRows(actor: Actor, { fromRow, toRow, ...input }: AssignRowsInput): Promise<{ id: string }> {
  const { ids } = await getOutline(actor, input)
  const [fromSegmentId, toSegmentId] = [ids[fromRow - 1], ids[toRow - 1]]
  if (fromSegmentId === undefined || toSegmentId === undefined) {
    throw new AppError('invalid', 'range-outside-document', { rows: ids.length })
  }
  return await assignRange(actor, { ...input, fromSegmentId, toSegmentId })
}

export const assign = action(AssignRowsInput, assignRows)
export const finish = action(CloseInput, finishAssignment)
export const withdraw = action(CloseInput, withdrawAssignment)
