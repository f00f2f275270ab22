'use server'
/** What a person does in Align mode. */
import { action } from '@/app/_server/action'
import { confirmTo as confirmRows } from '@/lib/alignment/confirm-rows'
import { confirmSure as confirmWhatIsSure } from '@/lib/alignment/confirm-sure'
import {
  ConfirmSureInput,
  ConfirmToInput,
  MergeRangeInput,
  MoveInput,
  PullInput,
  PushInput,
  ShiftInput,
  SplitInput,
  StepInput,
  SwapInput,
} from '@/lib/alignment/input'
import { mergeRange as mergeRows } from '@/lib/alignment/merge-range'
import { moveEnglish as moveTo } from '@/lib/alignment/move-english'
import { pullText as pull } from '@/lib/alignment/pull-text'
import { pushText as push } from '@/lib/alignment/push-text'
import { redoStep } from '@/lib/alignment/redo-step'
import { shiftColumn as shift } from '@/lib/alignment/shift-column'
import { splitRow as split } from '@/lib/alignment/split-row'
import { swapEnglish as swap } from '@/lib/alignment/swap-english'
import { undoStep } from '@/lib/alignment/undo-step'

export const pushText = action(PushInput, push)
export const pullText = action(PullInput, pull)
export const shiftColumn = action(ShiftInput, shift)
export const splitRow = action(SplitInput, split)
export const mergeRange = action(MergeRangeInput, mergeRows)
export const swapEnglish = action(SwapInput, swap)
export const moveEnglish = action(MoveInput, moveTo)
export const undoAlignment = action(StepInput, undoStep)
export const redoAlignment = action(StepInput, redoStep)
export const confirmTo = action(ConfirmToInput, confirmRows)
export const confirmSure = action(ConfirmSureInput, confirmWhatIsSure)
