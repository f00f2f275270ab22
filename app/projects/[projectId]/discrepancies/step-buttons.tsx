'use client'
/** What the person may do with a note, where it stands in the list. */
import { Check, Gavel, Lightbulb, MessageSquareWarning, RotateCcw, ShieldCheck, Undo2 } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { openSteps } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { useSteps } from './step-context'

export const STEP_ICONS = {
  accept: Check,
  decide: Gavel,
  change: Gavel,
  propose: Lightbulb,
  verify: ShieldCheck,
  contest: MessageSquareWarning,
  withdraw: Undo2,
  reopen: RotateCcw,
} as const

export function StepButtons({ entry }: { entry: LedgerEntry }) {
  const t = useTexts()
  const { me, begin } = useSteps()
  const steps = openSteps(entry, me)
  if (steps.length === 0) return null
  return (
    <div className="flex flex-wrap gap-1">
      {steps.map((step, i) => {
        const Icon = STEP_ICONS[step]
        return (
          <Button
            key={step}
            look={i === 0 && step !== 'change' && step !== 'contest' && step !== 'reopen' ? 'secondary' : 'quiet'}
            size="small"
            aria-label={t(`discrepancy.${step}Label`, { number: entry.number })}
            onClick={() => begin(entry, step)}
          >
            <Icon aria-hidden />
            {t(`discrepancy.${step}`)}
          </Button>
        )
      })}
    </div>
  )
}
