/** What a person says of the days they are away; the form uses it too. */
import { z } from 'zod'
import { isZone } from '../notice/rules'
import { StorableText } from '../revision/input'

export const LONGEST_REASON = 200

/** First and last day belong to it. Whether they follow each other is `problemOf` in rules.ts to say, in words. */
const Days = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  zone: z.string().max(60).refine(isZone),
  reason: StorableText.trim().max(LONGEST_REASON).default(''),
})

export const AddAbsenceInput = Days
export type AddAbsenceInput = z.infer<typeof AddAbsenceInput>

export const RemoveAbsenceInput = z.object({ absenceId: z.uuid() })
export type RemoveAbsenceInput = z.infer<typeof RemoveAbsenceInput>

export const ChangeAbsenceInput = Days.extend(RemoveAbsenceInput.shape)
export type ChangeAbsenceInput = z.infer<typeof ChangeAbsenceInput>
