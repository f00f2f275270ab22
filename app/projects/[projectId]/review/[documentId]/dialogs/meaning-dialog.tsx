'use client'
/** Before a suggestion or an earlier text becomes the governing text: what it changes there, and what that means. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { TrackedText } from '../grid/marked-text'
import { LANG } from '../grid/text-cell'
import { useCellAt } from '../state/cell'
import type { Correction } from '../state/correct'
import type { Asking } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { MeaningFields } from './meaning-fields'

type Asked = Extract<Asking, { what: 'meaning' }>

export function MeaningDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const { segmentId, side, text, run } = asked
  const row = useCellAt(screen.rows, segmentId)
  const [correction, setCorrection] = useState<Correction>('substantive')
  const [running, setRunning] = useState(false)
  if (!row) return null
  const submit = async () => {
    setRunning(true)
    const done = await run(correction)
    setRunning(false)
    if (done) onClose()
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
          void submit()
        }}
      >
        <p lang={LANG[side]} className="document-text rounded-md bg-sunken px-3 py-2">
          <TrackedText base={row[side]} text={text} side={side} />
        </p>
        <MeaningFields side={side} chosen={correction} onChoose={setCorrection} />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running}>
            {t('review.correct-save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
