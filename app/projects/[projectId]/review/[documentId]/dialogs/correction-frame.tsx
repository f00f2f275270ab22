'use client'
/** What every change of the governing text is asked: what it means. Ctrl+Enter says yes from any field. */
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import type { Correction } from '../state/drafts'
import { MeaningFields } from './meaning-fields'

type FrameProps = {
  side: Side
  chosen: Correction
  onChoose: (correction: Correction) => void
  /** Answers whether it is done. */
  save: () => Promise<boolean>
  /** There is nothing to save. */
  same?: boolean
  trouble?: string
  /** Leaving it undone. */
  onLeave: () => void
  onDone: () => void
  children: ReactNode
}

export function CorrectionFrame({ side, chosen, onChoose, save, same = false, trouble, ...frame }: FrameProps) {
  const t = useTexts()
  const [running, setRunning] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (same || running) return
    setRunning(true)
    const done = await save()
    setRunning(false)
    if (done) frame.onDone()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isInputMethods(event)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && frame.onLeave()}
      width="medium"
      title={t('review.act-correct')}
      description={t('review.correct-body', { side: t(`common.${side}`) })}
    >
      <form onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
        {frame.children}
        <MeaningFields side={side} chosen={chosen} onChoose={onChoose} />
        {trouble !== undefined && (
          <Note tone="danger" className="mt-3">
            {trouble}
          </Note>
        )}
        <DialogActions>
          <Button onClick={frame.onLeave}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={same || running} title="Ctrl Enter">
            {t('review.correct-save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
