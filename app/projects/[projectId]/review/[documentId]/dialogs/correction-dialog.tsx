'use client'
/** The governing text is never edited in passing: a manager corrects it here and says what the correction means. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Radio } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { otherSide } from '@/lib/bitext/text'
import { governingSide } from '@/lib/segment/rules'
import { TrackedText } from '../grid/marked-text'
import { LANG } from '../grid/text-cell'
import { useCellAt } from '../state/cell'
import { dropDraft, keepDraft, saveDraft } from '../state/save'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'

export function CorrectionDialog({ segmentId, onClose }: { segmentId: number; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellAt(screen.rows, segmentId)
  const side = governingSide(screen.review.document.governing) ?? 'zh'
  const draft = useCellAt(screen.drafts, sideKey(segmentId, side))
  const [text, setText] = useState(draft?.text ?? row?.[side] ?? '')
  const [correction, setCorrection] = useState<'substantive' | 'editorial'>(draft?.correction ?? 'substantive')
  const [running, setRunning] = useState(false)
  if (!row) return null
  const changed = text !== row[side]
  const save = async () => {
    setRunning(true)
    const begun = new Date().toISOString()
    if (draft) dropDraft(screen, draft)
    const from = draft ?? { baseVersion: row[`${side}Version`], base: row[side] }
    keepDraft(screen, {
      segmentId,
      side,
      baseVersion: from.baseVersion,
      base: from.base,
      text,
      correction,
      begun,
      at: begun,
    })
    const saved = await saveDraft(screen, segmentId, side)
    setRunning(false)
    // A conflict is shown and settled in its row; a failed save can be tried again from here or from there.
    const state = screen.drafts.get(sideKey(segmentId, side))?.state.is
    if (saved) screen.tell(t('review.corrected'))
    if (saved || state === 'conflict') onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
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
        <label>
          <span className="font-medium text-sm">{t(`common.${side}`)}</span>
          <textarea
            lang={LANG[side]}
            spellCheck={side === 'en'}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={4}
            className="document-text mt-1 block field-sizing-content max-h-[40dvh] w-full rounded-md border border-line-strong bg-surface px-3 py-2"
          />
        </label>
        {changed && (
          <p lang={LANG[side]} className="document-text mt-2 rounded-md bg-sunken px-3 py-2">
            <TrackedText base={row[side]} text={text} side={side} />
          </p>
        )}
        <fieldset className="mt-4 flex flex-col gap-2">
          <legend className="mb-1.5 font-medium text-sm">{t('review.correct-kind')}</legend>
          {(['substantive', 'editorial'] as const).map((kind) => (
            <Radio
              key={kind}
              name="correction"
              label={t(`review.correct-${kind}`)}
              hint={t(`review.correct-${kind}-hint`, { other: t(`common.${otherSide(side)}`) })}
              checked={correction === kind}
              onChange={() => setCorrection(kind)}
            />
          ))}
        </fieldset>
        {draft?.state.is === 'failed' && (
          <Note tone="danger" className="mt-3">
            {draft.state.message}
          </Note>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!changed || running}>
            {t('review.correct-save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
