'use client'
/** Steps of single notes, from wherever on the page they are asked for: at once, or after the question a step asks. */
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { unanswered } from '@/app/_ui/unanswered'
import type { NoteStepName } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { decide, reopen, verify } from './actions'
import { type Me, type Question, type Someone, StepContext } from './step-context'
import { StepDialog } from './step-dialog'

type StepProviderProps = { projectId: string; me: Me; members: readonly Someone[]; children: ReactNode }

export function StepProvider({ projectId, me, members, children }: StepProviderProps) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const [question, setQuestion] = useState<Question | null>(null)

  const take = useCallback(
    async (entry: LedgerEntry, act: () => Promise<Outcome<unknown>>, said: string) => {
      const outcome = await act().catch(unanswered(t))
      if (outcome.ok) tell(said)
      else if (outcome.problem === 'four-eyes-note' && outcome.detail.overridable)
        return setQuestion({ entry, ask: 'override' })
      else tell(outcome.message, { failed: true })
      router.refresh()
    },
    [router, t, tell],
  )

  const begin = useCallback(
    (entry: LedgerEntry, step: NoteStepName) => {
      const { number, decision, decisionNote, legalEffect } = entry
      const place = { projectId, discrepancyId: entry.id, seenVersion: entry.version }
      if (step === 'accept' && decision) {
        const input = { ...place, decision, note: decisionNote, legalEffect }
        void take(entry, () => decide(input), t('discrepancy.decided', { number }))
      } else if (step === 'verify') {
        void take(entry, () => verify(place), t('discrepancy.verified', { number }))
      } else if (step === 'reopen' || step === 'withdraw') {
        const said = t(step === 'reopen' ? 'discrepancy.reopened' : 'discrepancy.withdrawn', { number })
        void take(entry, () => reopen(place), said)
      } else setQuestion({ entry, ask: step === 'contest' ? 'contest' : step === 'propose' ? 'propose' : 'decide' })
    },
    [projectId, t, take],
  )

  const steps = useMemo(() => ({ projectId, me, members, begin }), [projectId, me, members, begin])
  return (
    <StepContext value={steps}>
      {children}
      {question && (
        <StepDialog
          key={`${question.entry.id} ${question.ask}`}
          question={question}
          onClose={() => setQuestion(null)}
        />
      )}
    </StepContext>
  )
}
