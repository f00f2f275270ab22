'use server'
import { action } from '@/app/_server/action'
import { changeCheck } from '@/lib/finding/change-check'
import { ChangeCheckInput, UndoDismissalInput } from '@/lib/finding/input'
import { undoDismissal } from '@/lib/finding/undo-dismissal'

export const setCheck = action(ChangeCheckInput, changeCheck)
export const takeDismissalBack = action(UndoDismissalInput, undoDismissal)
