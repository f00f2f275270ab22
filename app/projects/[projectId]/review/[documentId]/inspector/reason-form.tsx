'use client'
/** A step that wants a reason: contesting a decision, or verifying one's own work all the same. */
import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Field, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'

type ReasonFormProps = {
  label: string
  hint: string
  submit: string
  most: number
  onSubmit: (reason: string) => Promise<boolean>
  onClose: () => void
}

export function ReasonForm({ label, hint, submit, most, onSubmit, onClose }: ReasonFormProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const send = async () => {
    if (running || reason.trim() === '') return
    setRunning(true)
    const done = await onSubmit(reason)
    setRunning(false)
    if (done) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      void send()
    }
    if (event.key === 'Escape') onClose()
  }
  return (
    <form
      className="mt-3 flex flex-col gap-3 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={onKeyDown}
    >
      <Field label={label} hint={hint}>
        {(parts) => (
          <Textarea
            {...parts}
            autoFocus
            value={reason}
            maxLength={most}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-1.5">
        <Button type="submit" size="small" look="primary" disabled={running || reason.trim() === ''}>
          {submit}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
