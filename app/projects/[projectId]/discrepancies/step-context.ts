'use client'
/** Whoever shows a note may begin a step of it; StepProvider takes it. */
import { createContext, useContext } from 'react'
import type { MemberRole } from '@/lib/auth/roles'
import type { NoteStepName } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'

export type Me = { id: string; role: MemberRole }

/** Whom a comment may name. */
export type Someone = { id: string; role: MemberRole; name: string }

/** What is asked before the step: a decision, why it does not hold, or why one's own work is verified. */
export type Question = { entry: LedgerEntry; ask: 'decide' | 'propose' | 'contest' | 'override' }

type Steps = {
  projectId: string
  me: Me
  members: readonly Someone[]
  begin: (entry: LedgerEntry, step: NoteStepName) => void
}

export const StepContext = createContext<Steps | null>(null)

export function useSteps(): Steps {
  const steps = useContext(StepContext)
  if (!steps) throw new Error('useSteps stands inside StepProvider')
  return steps
}
