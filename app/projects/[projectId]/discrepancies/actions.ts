'use server'
/** What a person does to the ledger. */
import { action } from '@/app/_server/action'
import { decideDiscrepancy } from '@/lib/discrepancy/decide-discrepancy'
import { DecideInput, ReopenInput } from '@/lib/discrepancy/input'
import { reopenDiscrepancy } from '@/lib/discrepancy/reopen-discrepancy'

export const decide = action(DecideInput, decideDiscrepancy)
export const reopen = action(ReopenInput, reopenDiscrepancy)
