'use client'
/** One act of an administrator: what it does is said first, and whoever does it may have to prove who they are. */
import type { RefObject } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useConfirmed } from '@/app/_ui/use-confirmed'

type AskProps<Input, Value> = {
  action: (input: Input) => Promise<Outcome<Value>>
  input: Input
  title: string
  body: string
  confirm: string
  danger?: boolean
  onDone: (value: Value) => void
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

export function Ask<Input, Value>(props: AskProps<Input, Value>) {
  const { action, input, title, body, confirm, danger, onDone, onClose, returnFocus } = props
  const t = useTexts()
  const act = useConfirmed(action, onDone)
  return (
    <>
      <Dialog open onOpenChange={onClose} returnFocus={returnFocus} title={title} description={body}>
        {act.failure && <Note tone="danger">{act.failure.message}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look={danger ? 'danger' : 'primary'} onClick={() => act.run(input)} disabled={act.running}>
            {confirm}
          </Button>
        </DialogActions>
      </Dialog>
      {act.question}
    </>
  )
}
