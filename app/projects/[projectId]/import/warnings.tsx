'use client'
/** What a person should look at, each with the way to its line. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { sayNotice } from '@/app/_ui/texts/say-notice'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { UnderstoodSide } from '@/app/api/projects/[projectId]/intake/understood'
import type { Side } from '@/lib/bitext/text'

/** Enough to see what kind of trouble it is; the rest waits behind a button. */
const SHOWN_AT_FIRST = 8

export function Warnings({ sides, onJump }: { sides: UnderstoodSide[]; onJump: (side: Side, line: number) => void }) {
  const t = useTexts()
  const [all, setAll] = useState(false)
  const warnings = sides.flatMap(({ side, warnings }) => warnings.map((warning) => ({ side, ...warning })))
  if (warnings.length === 0) {
    return (
      <p className="flex items-center gap-2 text-ink-soft">
        <CircleCheck aria-hidden className="size-5 text-ok" />
        {t('import.noWarnings')}
      </p>
    )
  }
  const shown = all ? warnings : warnings.slice(0, SHOWN_AT_FIRST)
  return (
    <section className="rounded-md border border-warn/40 bg-warn-soft px-4 py-3">
      <h3 className="flex items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden className="size-5 text-warn" />
        {t('import.warnings', { count: warnings.length })}
      </h3>
      <ul className="mt-2 flex flex-col gap-1.5">
        {shown.map(({ side, line, ...warning }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={index} className="flex items-baseline gap-3">
            <button
              type="button"
              className="link min-w-14 shrink-0 whitespace-nowrap text-left text-sm tabular-nums"
              aria-label={`${sides.length > 1 ? `${t(`common.${side}`)}, ` : ''}${t('import.goToLine', { line })}`}
              onClick={() => onJump(side, line)}
            >
              {sides.length > 1 && `${t(`common.${side}`)} · `}
              {t('import.line', { line })}
            </button>
            <span className="min-w-0 break-words">{sayNotice(t, warning)}</span>
          </li>
        ))}
      </ul>
      {shown.length < warnings.length && (
        <button type="button" className="link mt-2 text-sm" onClick={() => setAll(true)}>
          {t('import.moreWarnings', { count: warnings.length - shown.length })}
        </button>
      )}
    </section>
  )
}
