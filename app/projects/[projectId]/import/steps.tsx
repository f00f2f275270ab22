'use client'
import { Check } from 'lucide-react'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'

const STEPS = ['stepTexts', 'stepCheck', 'stepSave'] as const

/** Where one is on the way in. */
export function Steps({ current }: { current: number }) {
  const t = useTexts()
  return (
    <ol aria-label={t('import.steps')} className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={cx('flex items-center gap-2', index === current ? 'font-semibold text-ink' : 'text-ink-faint')}
        >
          {index > 0 && <span aria-hidden className="h-px w-6 bg-line-strong sm:w-10" />}
          <span
            aria-hidden
            className={cx(
              'flex size-6 items-center justify-center rounded-full border text-xs tabular-nums [&_svg]:size-3.5',
              index === current ? 'border-accent bg-accent-soft text-accent' : 'border-line-strong',
            )}
          >
            {index < current ? <Check /> : index + 1}
          </span>
          {t(`import.${step}`)}
        </li>
      ))}
    </ol>
  )
}
