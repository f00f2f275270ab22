'use client'
import { useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

export function GoToRowDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const rows = screen.outline.get()?.ids.length ?? 0
  const [typed, setTyped] = useState('')
  const sent = useRef(false)
  const row = Number(typed.normalize('NFKC'))
  const wrong = typed !== '' && !(Number.isInteger(row) && row >= 1 && row <= rows)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onGone={() => sent.current && goTo(screen, row - 1, { editing: false })}
      title={t('review.act-go-to-row')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed === '' || wrong) return
          sent.current = true
          onClose()
        }}
      >
        <Field
          label={t('review.row-number')}
          hint={t('review.row-number-hint', { rows })}
          error={wrong && t('review.row-number-wrong', { rows })}
        >
          {(parts) => (
            <Input
              {...parts}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={typed === '' || wrong}>
            {t('review.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
