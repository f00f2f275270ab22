'use client'
/** A step that wants a reason: contesting a decision, or verifying one's own work all the same. */
import { useState } from 'react'
import { Field, Textarea } from '@/app/_ui/field'
import { NoteForm } from './note-form'

type ReasonFormProps = {
  label: string
  hint: string
  submit: string
  most: number
  onSubmit: (reason: string) => Promise<boolean>
  onClose: () => void
}

export function ReasonForm({ label, hint, submit, most, onSubmit, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  const send = async () => {
    if (running || reason.trim() === '') return
    setRunning(true)
    const done = await onSubmit(reason)
    setRunning(false)
    if (done) onClose()
  }
  return (
    <NoteForm onSubmit={send} onClose={onClose} save={submit} disabled={running || reason.trim() === ''} failure={null}>
      <Field label={label} hint={hint}>
        {(parts) => (
          <Textarea {...parts} value={reason} maxLength={most} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </NoteForm>
  )
}
