'use client'
/** How a note came to stand where it stands. */
import { Name } from '@/app/_ui/name'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { NoteStep } from '@/lib/segment/queries'

export function NoteSteps({ steps }: { steps: readonly NoteStep[] }) {
  const t = useTexts()
  // What stands in the box above is not said twice.
  if (steps.length < 2 && steps[0]?.act !== 'amend') return null
  return (
    <details className="mt-2 text-ink-soft text-xs">
      <summary className="cursor-pointer rounded-sm py-0.5 font-medium">
        {t('discrepancy.howItWent')} · {steps.length}
      </summary>
      <ol className="mt-1 flex flex-col gap-1.5 border-line border-l pl-2.5">
        {steps.map((step) => (
          <li key={`${step.at} ${step.act}`}>
            <p>
              <span className="font-medium text-ink">
                <Name of={step.by} />
              </span>{' '}
              {t(`discrepancy.act.${step.act}`)}{' '}
              {step.decision && <span>· {t(`discrepancy.decision.${step.decision}`)}</span>}{' '}
              <Time at={step.at} className="text-ink-faint" />
            </p>
            {step.was && (
              <p className="whitespace-pre-wrap break-words">
                {t('discrepancy.was')} {t(`discrepancy.type.${step.was.type}`)} ·{' '}
                {t(`discrepancy.severity.${step.was.severity}`)}
                {step.was.note !== '' && ` · ${step.was.note}`}
              </p>
            )}
            {step.reason !== '' && <p className="whitespace-pre-wrap break-words">{step.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
