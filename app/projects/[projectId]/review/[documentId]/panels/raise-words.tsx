'use client'
import { X } from 'lucide-react'
import { IconButton } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { LANG } from '../grid/lang'
import { useCell } from '../state/cell'
import type { MarkedWords } from '../state/marks'
import { dropWords } from '../state/raise'
import { useScreen } from '../state/use-screen'

type RaiseWordsProps = { side: Side; words: MarkedWords | null; onSelect: () => void }

/** The words a note is being raised on, or how to mark them where there are none yet. */
export function RaiseWords({ side, words, onSelect }: RaiseWordsProps) {
  const t = useTexts()
  const screen = useScreen()
  const other = useCell(screen.raising)?.[side === 'zh' ? 'en' : 'zh']
  return (
    <div className="mb-1.5 flex items-start gap-2">
      <span className="w-16 shrink-0 pt-0.5 text-ink-soft">{t(`common.${side}`)}</span>
      {words ? (
        <>
          <blockquote
            lang={LANG[side]}
            className="document-text max-h-20 min-w-0 flex-1 overflow-y-auto rounded-sm bg-sunken px-2 py-0.5"
          >
            {words.quote}
          </blockquote>
          {other && (
            <IconButton
              size="small"
              label={t('review.words-drop', { side: t(`common.${side}`) })}
              onClick={() => dropWords(screen, side)}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </>
      ) : (
        <p className="min-w-0 flex-1 rounded-sm border border-line-strong border-dashed px-2 py-1 text-ink-soft">
          {t('review.words-select', { side: t(`common.${side}`) })}{' '}
          <button type="button" className="link" onClick={onSelect}>
            {t('review.words-by-keyboard')}
          </button>
        </p>
      )}
    </div>
  )
}
