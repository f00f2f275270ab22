'use client'
/** Gives a range of rows to a member. */
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input, Select, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { ASSIGNMENT_STEPS, type AssignmentStep } from '@/lib/assignment/input'
import type { MemberRole } from '@/lib/auth/roles'
import { assign } from './actions'
import { RangeFields } from './range-fields'
import { useOutline } from './use-outline'

type Member = { id: string; name: string; role: MemberRole }

type AssignDialogProps = {
  projectId: string
  /** The member who looks. */
  me: string
  members: Member[]
  documents: { id: string; title: string }[]
}

/** What a role is there for; a proposal, no more. */
const STEP_OF: Record<MemberRole, AssignmentStep> = {
  manager: 'final',
  translator: 'translate',
  reviser: 'revise',
  reviewer: 'review',
  observer: 'review',
}

export function AssignDialog(props: AssignDialogProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="medium"
      title={t('assignment.newTitle')}
      description={t('assignment.newLead')}
      trigger={
        <Button look="primary">
          <UserPlus aria-hidden />
          {t('assignment.new')}
        </Button>
      }
    >
      <AssignForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function AssignForm({ projectId, me, members, documents, onDone }: AssignDialogProps & { onDone: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(assign)
  const [documentId, setDocumentId] = useState(documents.length === 1 ? documents[0].id : '')
  const [memberId, setMemberId] = useState('')
  const [step, setStep] = useState<AssignmentStep>('translate')
  const [range, setRange] = useState({ from: '', to: '' })
  const [due, setDue] = useState('')
  const [instruction, setInstruction] = useState('')
  const rows = useOutline(projectId, documentId)
  // Nobody is given work they may not report as done.
  const working = members.filter(({ role }) => role !== 'observer')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const [fromRow, toRow] = [Number(range.from), Number(range.to)]
    // The field speaks of the person's own clock; what is kept is a moment.
    const dueAt = due ? new Date(due).toISOString() : null
    const done = await run({
      projectId,
      documentId,
      memberId,
      fromRow,
      toRow,
      step,
      dueAt,
      instruction: instruction.trim(),
    })
    if (!done) return
    const [from, to] = [Math.min(fromRow, toRow), Math.max(fromRow, toRow)]
    tell(t('assignment.assigned', { name: members.find(({ id }) => id === memberId)?.name ?? '', from, to }))
    onDone()
  }

  return (
    <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      <Field label={t('assignment.document')} className="sm:col-span-2">
        {(parts) => (
          <Select
            {...parts}
            required
            value={documentId}
            onChange={(event) => {
              setDocumentId(event.target.value)
              setRange({ from: '', to: '' })
            }}
          >
            <option value="">{t('assignment.chooseDocument')}</option>
            {documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RangeFields key={documentId} rows={rows} range={range} onRange={setRange} chosen={documentId !== ''} />
      <Field label={t('assignment.member')}>
        {(parts) => (
          <Select
            {...parts}
            required
            value={memberId}
            onChange={(event) => {
              setMemberId(event.target.value)
              const role = members.find(({ id }) => id === event.target.value)?.role
              if (role) setStep(STEP_OF[role])
            }}
          >
            <option value="">{t('assignment.chooseMember')}</option>
            {working.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === me ? t('assignment.me', { name }) : name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('assignment.step')} hint={t(`assignment.stepHint.${step}`)}>
        {(parts) => (
          <Select {...parts} value={step} onChange={(event) => setStep(event.target.value as AssignmentStep)}>
            {ASSIGNMENT_STEPS.map((option) => (
              <option key={option} value={option}>
                {t(`assignment.step.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('assignment.due')} hint={t('assignment.dueHint')} className="sm:col-span-2">
        {(parts) => (
          <Input {...parts} type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
        )}
      </Field>
      <Field label={t('assignment.instruction')} hint={t('assignment.instructionHint')} className="sm:col-span-2">
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
          <Button onClick={onDone}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || (documentId !== '' && rows === null)}>
            {t('assignment.assign')}
          </Button>
        </DialogActions>
      </div>
    </form>
  )
}
