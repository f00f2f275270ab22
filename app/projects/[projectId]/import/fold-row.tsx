'use client'
/** Neighbouring stretches that intake left out, folded in their place, each with its reason and the way back. */
import { RotateCcw, Scissors } from 'lucide-react'
import { memo, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { sayNotice } from '@/app/_ui/texts/say-notice'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import type { Fold } from './corrections'

type FoldRowProps = { id: string; side: Side; fold: Fold; onRestore: (index: number) => void }

export const FoldRow = memo(function FoldRow({ id, side, fold, onRestore }: FoldRowProps) {
  const t = useTexts()
  // Thousands of stretches may be folded into one row: they are made when someone looks.
  const [open, setOpen] = useState(false)
  const [first, last] = [fold[0].stretch, fold[fold.length - 1].stretch]
  return (
    <li className="my-1.5">
      <details
        id={id}
        tabIndex={-1}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="rounded-md border border-line border-dashed text-ink-soft text-sm outline-none focus:bg-accent-soft"
      >
        <summary className="flex list-none items-center gap-2 px-3 py-1.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <Scissors aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1 truncate">
            {fold.length > 1
              ? t('import.dropped', { count: fold.length })
              : t('import.leftOutWhy', { reason: reasonOf(t, fold[0].stretch) })}
          </span>
          <span className="shrink-0 text-ink-faint text-xs tabular-nums">
            {first.line === last.line
              ? t('import.line', { line: first.line })
              : t('import.lines', { from: first.line, to: last.line })}
          </span>
        </summary>
        {open && (
          <ul className="divide-y divide-line border-line border-t">
            {fold.map(({ stretch, index }) => (
              <li key={stretch.from} className="flex items-start gap-3 px-3 py-2">
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2">
                    <Badge>{t(`import.dropKind.${stretch.kind === 'junk' ? 'junk' : 'furniture'}`)}</Badge>
                    <span>{reasonOf(t, stretch)}</span>
                  </p>
                  <p
                    lang={side === 'zh' ? 'zh-CN' : 'en'}
                    className="mt-1 line-clamp-4 whitespace-pre-line break-words text-ink"
                  >
                    {stretch.text.trim()}
                  </p>
                </div>
                <Button
                  size="small"
                  aria-label={t('import.restoreLine', { line: stretch.line })}
                  onClick={() => onRestore(index)}
                >
                  <RotateCcw aria-hidden />
                  {t('import.restore')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  )
})

function reasonOf(t: ReturnType<typeof useTexts>, { reason }: Fold[number]['stretch']): string {
  return reason ? sayNotice(t, reason) : t('import.leftOut')
}
