'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { changeStatusTo } from '../state/acts'
import type { Asking } from '../state/screen'
import { useScreen } from '../state/use-screen'

type Asked = Extract<Asking, { what: 'override' }>

const SHORTEST_REASON = 3

/** Four eyes forbid this approval; a manager may give it all the same, with a reason that is logged. */
export function OverrideDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const submit = async () => {
    const row = screen.rows.get(asked.segmentId)
    if (!row || reason.trim().length < SHORTEST_REASON) return
    setRunning(true)
    const done = await changeStatusTo(screen, row, asked.to, { overrideReason: reason, onDone: asked.onDone })
    setRunning(false)
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('review.override-title')}
      description={t('review.override-body')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label={t('review.override-reason')} hint={t('review.override-hint')}>
          {(parts) => (
            <Textarea {...parts} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || reason.trim().length < SHORTEST_REASON}>
            {t('review.override-do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
