'use client'
/** Changes the rows of an assignment, its date and what is asked. */
import { type FormEvent, useState } from 'react'
import { Button } from '../button'
import { Dialog, DialogActions } from '../dialog'
import { Field, Textarea } from '../field'
import { Note } from '../note'
import { useTexts } from '../texts/texts-provider'
import { useToast } from '../toast'
import { useAction } from '../use-action'
import { edit } from './actions'
import { DueFields, dueAtOf, dueOf } from './due-fields'
import { RangeFields } from './range-fields'
import { rangeOfRows, useOutline } from './use-outline'
import type { WorkDialogProps } from './work-dialog'

export function EditDialog({ assignment, onClose, returnFocus }: WorkDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(edit)
  const { projectId, documentId, id: assignmentId, version: seenVersion, firstRow, lastRow } = assignment
  const rows = useOutline(projectId, documentId)
  const [range, setRange] = useState({ from: `${firstRow}`, to: `${lastRow}` })
  const [due, setDue] = useState(() => dueOf(assignment.dueAt, assignment.zone))
  const [instruction, setInstruction] = useState(assignment.instruction)
  const ends = rangeOfRows(rows, range)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ends) return
    const order = { dueAt: dueAtOf(due), zone: due.zone, instruction: instruction.trim() }
    if (!(await run({ projectId, assignmentId, seenVersion, ...ends, ...order }))) return
    tell(t('common.saved'))
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocus={returnFocus}
      width="medium"
      title={t('assignment.editTitle')}
      description={assignment.documentTitle}
    >
      <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <RangeFields rows={rows} range={range} onRange={setRange} chosen />
        <DueFields due={due} onChange={setDue} />
        <Field label={t('assignment.instruction')} className="sm:col-span-2">
          {(parts) => (
            <Textarea
              {...parts}
              maxLength={2000}
              value={instruction}
              onChange={(event) => setInstruction(event.target.value)}
            />
          )}
        </Field>
        <div className="sm:col-span-2">
          {failure && <Note tone="danger">{failure.message}</Note>}
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" look="primary" disabled={running || !ends}>
              {t('assignment.save')}
            </Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
