'use server'
/** What a person does to the ledger. */
import { action } from '@/app/_server/action'
import { actOnMany } from '@/lib/discrepancy/act-on-many'
import { contestDiscrepancy } from '@/lib/discrepancy/contest-discrepancy'
import { decideDiscrepancy } from '@/lib/discrepancy/decide-discrepancy'
import { ActOnManyInput, ContestInput, DecideInput, ReopenInput, VerifyInput } from '@/lib/discrepancy/input'
import { proposeDecision } from '@/lib/discrepancy/propose-decision'
import { reopenDiscrepancy } from '@/lib/discrepancy/reopen-discrepancy'
import { verifyDiscrepancy } from '@/lib/discrepancy/verify-discrepancy'

export const decide = action(DecideInput, decideDiscrepancy)
export const propose = action(DecideInput, proposeDecision)
export const verify = action(VerifyInput, verifyDiscrepancy)
export const contest = action(ContestInput, contestDiscrepancy)
export const reopen = action(ReopenInput, reopenDiscrepancy)
export const doMany = action(ActOnManyInput, actOnMany)
