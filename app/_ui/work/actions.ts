'use server'
/** What a person does to assignments, on whichever page. */
import { action } from '@/app/_server/action'
import { assignParts } from '@/lib/assignment/assign-parts'
import { declineAssignment } from '@/lib/assignment/decline-assignment'
import { editAssignment } from '@/lib/assignment/edit-assignment'
import { finishAssignment } from '@/lib/assignment/finish-assignment'
import { handOverAssignment } from '@/lib/assignment/hand-over-assignment'
import { AssignPartsInput, CloseInput, DeclineInput, EditAssignmentInput, HandOverInput } from '@/lib/assignment/input'
import { takeAssignment } from '@/lib/assignment/take-assignment'
import { withdrawAssignment } from '@/lib/assignment/withdraw-assignment'

export const assign = action(AssignPartsInput, assignParts)
export const take = action(CloseInput, takeAssignment)
export const handOver = action(HandOverInput, handOverAssignment)
export const decline = action(DeclineInput, declineAssignment)
export const edit = action(EditAssignmentInput, editAssignment)
export const finish = action(CloseInput, finishAssignment)
export const withdraw = action(CloseInput, withdrawAssignment)
