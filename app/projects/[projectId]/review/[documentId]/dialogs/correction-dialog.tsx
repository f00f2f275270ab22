'use client'
/** The governing text is never edited in passing: a manager corrects it here and says what the correction means. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { TrackedText } from '../grid/marked-text'
import { LANG } from '../grid/text-cell'
import { useCellAt } from '../state/cell'
import { type CorrectionDraft, keepCorrection, leaveCorrection, saveCorrection } from '../state/correct'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { MeaningFields } from './meaning-fields'

export function CorrectionDialog({ begun, onClose }: { begun: CorrectionDraft; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const { segmentId, side } = begun
  const row = useCellAt(screen.rows, segmentId)
  const sent = useCellAt(screen.drafts, sideKey(segmentId, side))
  const [draft, setDraft] = useState(begun)
  const [running, setRunning] = useState(false)
  const change = (changes: Partial<CorrectionDraft>) => {
    const next = { ...draft, ...changes }
    setDraft(next)
    keepCorrection(screen, next)
  }
  const leave = () => {
    leaveCorrection(screen, draft)
    onClose()
  }
  const save = async () => {
    setRunning(true)
    const done = await saveCorrection(screen, draft)
    setRunning(false)
    if (done) onClose()
  }
  const now = row?.[side] ?? draft.base
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && leave()}
      width="medium"
      title={t('review.act-correct')}
      description={t('review.correct-body', { side: t(`common.${side}`) })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
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
        <MeaningFields side={side} chosen={draft.correction} onChoose={(correction) => change({ correction })} />
        {sent?.state.is === 'failed' && (
          <Note tone="danger" className="mt-3">
            {sent.state.message}
          </Note>
        )}
        <DialogActions>
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={draft.text === now || running}>
            {t('review.correct-save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
