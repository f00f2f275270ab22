'use server'
/** What a person does on the review screen. */
import { action } from '@/app/_server/action'
import { confirmBead } from '@/lib/alignment/confirm-rows'
import { amendDiscrepancy } from '@/lib/discrepancy/amend-discrepancy'
import { contestDiscrepancy } from '@/lib/discrepancy/contest-discrepancy'
import { decideDiscrepancy } from '@/lib/discrepancy/decide-discrepancy'
import {
  AmendInput,
  ContestInput,
  DecideInput,
  RaiseInput,
  ReopenInput,
  VerifyInput,
  WithdrawInput,
} from '@/lib/discrepancy/input'
import { proposeDecision } from '@/lib/discrepancy/propose-decision'
import { raiseDiscrepancy } from '@/lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '@/lib/discrepancy/reopen-discrepancy'
import { verifyDiscrepancy } from '@/lib/discrepancy/verify-discrepancy'
import { withdrawDiscrepancy } from '@/lib/discrepancy/withdraw-discrepancy'
import { chooseForm } from '@/lib/finding/choose-form'
import { dismissFinding } from '@/lib/finding/dismiss-finding'
import { ChooseFormInput, DismissInput, RaiseFindingInput, UndoDismissalInput } from '@/lib/finding/input'
import { raiseFinding } from '@/lib/finding/raise-finding'
import { takeFinding } from '@/lib/finding/take-finding'
import { undoDismissal } from '@/lib/finding/undo-dismissal'
import { TakeFindingInput } from '@/lib/register/input'
import { acceptChanges } from '@/lib/revision/accept-changes'
import { EditInput, RestoreInput, SettleChangesInput, UndoAcceptanceInput } from '@/lib/revision/input'
import { recordEdit } from '@/lib/revision/record-edit'
import { rejectChanges } from '@/lib/revision/reject-changes'
import { restoreRevision } from '@/lib/revision/restore-revision'
import { undoAcceptance } from '@/lib/revision/undo-acceptance'
import { ConfirmInput, SettleInput, StatusInput, StatusOfManyInput } from '@/lib/segment/input'
import { setStatus } from '@/lib/segment/set-status'
import { setStatusOfMany } from '@/lib/segment/set-status-of-many'
import { settleStale } from '@/lib/segment/settle-stale'
import { acceptSuggestion } from '@/lib/suggestion/accept-suggestion'
import {
  AcceptSuggestionInput,
  RejectSuggestionInput,
  SuggestInput,
  WithdrawSuggestionInput,
} from '@/lib/suggestion/input'
import { rejectSuggestion } from '@/lib/suggestion/reject-suggestion'
import { suggestText } from '@/lib/suggestion/suggest-text'
import { withdrawSuggestion } from '@/lib/suggestion/withdraw-suggestion'
import { changeView } from '@/lib/view/change-view'
import { deleteView } from '@/lib/view/delete-view'
import {
  ChangeViewInput,
  DeleteViewInput,
  ReplaceInput,
  SaveViewInput,
  SettleManyInput,
  UndoInput,
} from '@/lib/view/input'
import { replaceInRows } from '@/lib/view/replace-in-rows'
import { saveView } from '@/lib/view/save-view'
import { settleMany } from '@/lib/view/settle-many'
import { undoBatch } from '@/lib/view/undo-batch'

export const saveEdit = action(EditInput, recordEdit)
export const restore = action(RestoreInput, restoreRevision)
export const changeStatus = action(StatusInput, setStatus)
export const confirmPairing = action(ConfirmInput, confirmBead)
export const settle = action(SettleInput, settleStale)
export const raise = action(RaiseInput, raiseDiscrepancy)
export const withdrawRaised = action(WithdrawInput, withdrawDiscrepancy)
export const decide = action(DecideInput, decideDiscrepancy)
export const reopen = action(ReopenInput, reopenDiscrepancy)
export const propose = action(DecideInput, proposeDecision)
export const verify = action(VerifyInput, verifyDiscrepancy)
export const contest = action(ContestInput, contestDiscrepancy)
export const amend = action(AmendInput, amendDiscrepancy)
export const acceptTracked = action(SettleChangesInput, acceptChanges)
export const rejectTracked = action(SettleChangesInput, rejectChanges)
export const undoAccepted = action(UndoAcceptanceInput, undoAcceptance)
export const suggest = action(SuggestInput, suggestText)
export const acceptSuggested = action(AcceptSuggestionInput, acceptSuggestion)
export const rejectSuggested = action(RejectSuggestionInput, rejectSuggestion)
export const withdrawSuggested = action(WithdrawSuggestionInput, withdrawSuggestion)
export const changeStatusOfMany = action(StatusOfManyInput, setStatusOfMany)
export const replaceWords = action(ReplaceInput, replaceInRows)
export const settleChangesOfMany = action(SettleManyInput, settleMany)
export const undoMany = action(UndoInput, undoBatch)
export const keepView = action(SaveViewInput, saveView)
export const editView = action(ChangeViewInput, changeView)
export const removeView = action(DeleteViewInput, deleteView)
export const dismiss = action(DismissInput, dismissFinding)
export const restoreFinding = action(UndoDismissalInput, undoDismissal)
export const writeFindingDown = action(RaiseFindingInput, raiseFinding)
export const takeIntoRegister = action(TakeFindingInput, takeFinding)
export const keepForm = action(ChooseFormInput, chooseForm)
