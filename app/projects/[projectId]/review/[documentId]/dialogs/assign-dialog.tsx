'use client'
/** Gives the marked rows to a member, with a step and a date. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input, Select, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { ASSIGNMENT_STEPS, type AssignmentStep } from '@/lib/assignment/input'
import { assign } from '../actions'
import { loadOutline } from '../state/load'
import { rangeOf } from '../state/screen'
import { useScreen } from '../state/use-screen'

export function AssignDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const rows = screen.outline.get()?.ids ?? []
  const { row } = screen.place.get()
  const [range] = useState(() => rangeOf(screen.range.get()) ?? { from: row, to: row })
  const [from, setFrom] = useState(String(range.from + 1))
  const [to, setTo] = useState(String(range.to + 1))
  const [memberId, setMemberId] = useState('')
  const [step, setStep] = useState<AssignmentStep>('revise')
  const [due, setDue] = useState('')
  const [instruction, setInstruction] = useState('')
  const { run, running, failure } = useAction(assign, { refresh: false })
  const ids = [rows[Number(from) - 1], rows[Number(to) - 1]] as const
  const outside = ids[0] === undefined || ids[1] === undefined
  const members = screen.review.members.filter(({ role }) => role !== 'observer')
  const submit = async () => {
    if (ids[0] === undefined || ids[1] === undefined || memberId === '') return
    const done = await run({
      projectId: screen.projectId,
      documentId: screen.documentId,
      memberId,
      fromSegmentId: ids[0],
      toSegmentId: ids[1],
      step,
      dueAt: due === '' ? null : new Date(due),
      instruction,
    })
    if (!done) return
    const name = members.find((member) => member.id === memberId)?.name ?? ''
    screen.tell(t('review.assigned', { from, to, name }))
    screen.range.set(null)
    onClose()
    void loadOutline(screen)
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.assign-title')} width="medium">
      <form
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label={t('review.assign-from')} error={outside && t('review.row-number-wrong', { rows: rows.length })}>
          {(parts) => (
            <Input {...parts} inputMode="numeric" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={t('review.assign-to')}>
          {(parts) => (
            <Input {...parts} inputMode="numeric" value={to} onChange={(event) => setTo(event.target.value)} />
          )}
        </Field>
        <Field label={t('review.assign-member')}>
          {(parts) => (
            <Select {...parts} required value={memberId} onChange={(event) => setMemberId(event.target.value)}>
              <option value="">{t('review.assign-choose')}</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('review.assign-step')}>
          {(parts) => (
            <Select
              {...parts}
              value={step}
              onChange={(event) => setStep(ASSIGNMENT_STEPS.find((one) => one === event.target.value) ?? step)}
            >
              {ASSIGNMENT_STEPS.map((one) => (
                <option key={one} value={one}>
                  {t(`assignment.step.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('review.assign-due')} hint={t('review.assign-due-hint')} className="sm:col-span-2">
          {(parts) => (
            <Input {...parts} type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
          )}
        </Field>
        <Field label={t('review.assign-instruction')} className="sm:col-span-2">
          {(parts) => (
            <Textarea
              {...parts}
              maxLength={2000}
              value={instruction}
              onChange={(event) => setInstruction(event.target.value)}
            />
          )}
        </Field>
        {failure && (
          <Note tone="danger" className="sm:col-span-2">
            {failure.message}
          </Note>
        )}
        <div className="sm:col-span-2">
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" look="primary" disabled={running || outside || memberId === ''}>
              {t('review.assign-do')}
            </Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
