'use client'
/** What will be saved, and the button that does it; always in sight. */
import { ArrowLeft, Check } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import type { Totals } from './corrections'

type SaveBarProps = {
  changes: number
  kept: (Totals & { side: Side })[]
  cancelled: boolean
  aligns: boolean
  onUndoAll: () => void
  onBack: () => void
  onSave: () => void
}

export function SaveBar({ changes, kept, cancelled, aligns, onUndoAll, onBack, onSave }: SaveBarProps) {
  const t = useTexts()
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      <Button look="quiet" className="-ml-3.5" onClick={onBack}>
        <ArrowLeft aria-hidden />
        {t('import.change')}
      </Button>
      <p
        className="min-w-0 text-ink-soft text-sm max-sm:order-first max-sm:basis-full sm:flex-1 sm:text-right"
        aria-live="polite"
      >
        {cancelled
          ? t('import.cancelled')
          : kept
              .map(({ side, words }) => t(side === 'zh' ? 'import.characters' : 'import.words', { count: words }))
              .join(' · ')}
        {changes > 0 && (
          <>
            {' · '}
            {t('import.changes', { count: changes })}{' '}
            <button type="button" className="link" onClick={onUndoAll}>
              {t('import.undoAll')}
            </button>
          </>
        )}
      </p>
      <Button
        look="primary"
        className="max-sm:ml-auto"
        disabled={kept.some(({ blocks }) => blocks === 0)}
        onClick={onSave}
      >
        <Check aria-hidden />
        {t(aligns ? 'import.save' : 'import.saveOne')}
      </Button>
    </div>
  )
}
