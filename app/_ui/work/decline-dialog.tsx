'use client'
/** Gives one's own work back, and says why. */
import { type FormEvent, useState } from 'react'
import { Button } from '../button'
import { Dialog, DialogActions } from '../dialog'
import { Field, Textarea } from '../field'
import { Note } from '../note'
import { useTexts } from '../texts/texts-provider'
import { useToast } from '../toast'
import { useAction } from '../use-action'
import { decline } from './actions'
import type { WorkDialogProps } from './work-dialog'

export function DeclineDialog({ assignment, onClose, returnFocus }: WorkDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(decline)
  const [reason, setReason] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { projectId, id: assignmentId, version: seenVersion } = assignment
    if (!(await run({ projectId, assignmentId, seenVersion, reason }))) return
    tell(t('assignment.declined'))
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocus={returnFocus}
      title={t('assignment.declineTitle')}
      description={t('assignment.declineLead')}
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t('assignment.reason')}>
          {(parts) => (
            <Textarea
              {...parts}
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {failure && <Note tone="danger">{failure.message}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || reason.trim() === ''}>
            {t('assignment.decline')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
