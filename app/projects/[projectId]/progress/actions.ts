'use server'
import { action } from '@/app/_server/action'
import { handOverAssignment } from '@/lib/assignment/hand-over-assignment'
import { HandOverInput } from '@/lib/assignment/input'

export const handOver = action(HandOverInput, handOverAssignment)
