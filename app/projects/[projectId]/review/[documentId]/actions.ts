'use server'
/** What a person does on the review screen. */
import { action } from '@/app/_server/action'
import { assignRange } from '@/lib/assignment/assign-range'
import { AssignInput } from '@/lib/assignment/input'
import { amendDiscrepancy } from '@/lib/discrepancy/amend-discrepancy'
import { decideDiscrepancy } from '@/lib/discrepancy/decide-discrepancy'
import { AmendInput, DecideInput, RaiseInput, ReopenInput } from '@/lib/discrepancy/input'
import { raiseDiscrepancy } from '@/lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '@/lib/discrepancy/reopen-discrepancy'
import { EditInput, RestoreInput } from '@/lib/revision/input'
import { recordEdit } from '@/lib/revision/record-edit'
import { restoreRevision } from '@/lib/revision/restore-revision'
import { confirmBead } from '@/lib/segment/confirm-bead'
import { ConfirmInput, SettleInput, StatusInput } from '@/lib/segment/input'
import { setStatus } from '@/lib/segment/set-status'
import { settleStale } from '@/lib/segment/settle-stale'

export const saveEdit = action(EditInput, recordEdit)
export const restore = action(RestoreInput, restoreRevision)
export const changeStatus = action(StatusInput, setStatus)
export const confirmPairing = action(ConfirmInput, confirmBead)
export const settle = action(SettleInput, settleStale)
export const raise = action(RaiseInput, raiseDiscrepancy)
export const decide = action(DecideInput, decideDiscrepancy)
export const reopen = action(ReopenInput, reopenDiscrepancy)
export const amend = action(AmendInput, amendDiscrepancy)
export const assign = action(AssignInput, assignRange)
