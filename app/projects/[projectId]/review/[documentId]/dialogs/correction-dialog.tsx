'use client'
/** The governing text is never edited in passing: a manager corrects it here and says what the correction means. */
import { useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'
import { useCellAt } from '../state/cell'
import { keepCorrection, leaveCorrection, saveCorrection } from '../state/correct'
import type { CorrectionDraft } from '../state/drafts'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { CorrectionFrame } from './correction-frame'

export function CorrectionDialog({ begun, onClose }: { begun: CorrectionDraft; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const { segmentId, side } = begun
  const row = useCellAt(screen.rows, segmentId)
  const sent = useCellAt(screen.drafts, sideKey(segmentId, side))
  const [draft, setDraft] = useState(begun)
  const change = (changes: Partial<CorrectionDraft>) => {
    const next = { ...draft, ...changes }
    setDraft(next)
    keepCorrection(screen, next)
  }
  const leave = () => {
    leaveCorrection(screen, draft)
    onClose()
  }
  const now = row?.[side] ?? draft.base
  return (
    <CorrectionFrame
      side={side}
      chosen={draft.correction}
      onChoose={(correction) => change({ correction })}
      save={() => saveCorrection(screen, draft)}
      same={draft.text === now}
      trouble={sent?.state.is === 'failed' ? sent.state.message : undefined}
      onLeave={leave}
      onDone={onClose}
    >
      {begun.text !== begun.base && (
        <p className="mb-3 flex flex-wrap gap-x-2 rounded-md bg-info-soft px-3 py-2 text-sm">
          <span>
            {t('review.correct-resumed')} <Time at={begun.at} />
          </span>
          <button type="button" className="link" onClick={() => change({ text: draft.base })}>
            {t('review.correct-anew')}
          </button>
        </p>
      )}
      <label>
        <span className="font-medium text-sm">{t(`common.${side}`)}</span>
        <textarea
          lang={LANG[side]}
          spellCheck={side === 'en'}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          rows={4}
          className="document-text mt-1 block field-sizing-content max-h-[40dvh] w-full rounded-md border border-line-strong bg-surface px-3 py-2"
        />
      </label>
      {draft.text !== now && (
        <p lang={LANG[side]} className="document-text mt-2 rounded-md bg-sunken px-3 py-2">
          <TrackedText base={now} text={draft.text} side={side} />
        </p>
      )}
    </CorrectionFrame>
  )
}
