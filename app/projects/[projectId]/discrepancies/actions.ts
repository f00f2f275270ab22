'use server'
/** What a person does to the ledger. */
import { action } from '@/app/_server/action'
import { decideDiscrepancy } from '@/lib/discrepancy/decide-discrepancy'
import { DecideInput, ReopenInput, VerifyInput } from '@/lib/discrepancy/input'
import { reopenDiscrepancy } from '@/lib/discrepancy/reopen-discrepancy'
import { verifyDiscrepancy } from '@/lib/discrepancy/verify-discrepancy'

export const decide = action(DecideInput, decideDiscrepancy)
export const verify = action(VerifyInput, verifyDiscrepancy)
export const reopen = action(ReopenInput, reopenDiscrepancy)
