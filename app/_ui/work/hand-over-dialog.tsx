'use client'
/** Hands work to a colleague; a manager may also lay it back into the pool. */
import { type FormEvent, useEffect, useState } from 'react'
import type { Candidate } from '@/lib/assignment/candidates'
import { Button } from '../button'
import { Dialog, DialogActions } from '../dialog'
import { Checkbox, Field, Textarea } from '../field'
import { Note } from '../note'
import { useTexts } from '../texts/texts-provider'
import { useToast } from '../toast'
import { useAction } from '../use-action'
import { handOver } from './actions'
import { MemberField } from './member-field'
import type { WorkDialogProps } from './work-dialog'

type Colleagues = { candidates: Candidate[]; fourEyes: boolean }

export function HandOverDialog({ assignment, viewer, onClose, returnFocus }: WorkDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(handOver)
  const { projectId, id: assignmentId, version: seenVersion } = assignment
  const { colleagues, trouble } = useColleagues(projectId, assignmentId)
  const [memberId, setMemberId] = useState('')
  const [toPool, setToPool] = useState(false)
  const [reason, setReason] = useState('')
  const inPool = assignment.memberId === null

  async function submit(event: FormEvent) {
    event.preventDefault()
    const to = toPool ? null : memberId
    if (to === '') return
    if (!(await run({ projectId, assignmentId, seenVersion, memberId: to, reason }))) return
    const name = colleagues?.candidates.find((candidate) => candidate.memberId === to)?.name
    tell(name === undefined ? t('assignment.inPoolNow') : t('assignment.handedOver', { name }))
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocus={returnFocus}
      width="medium"
      title={t(inPool ? 'assignment.giveTitle' : 'assignment.handOverTitle')}
      description={t('assignment.handOverLead')}
    >
      <form onSubmit={submit} className="grid gap-4">
        {!toPool && (
          <MemberField
            candidates={colleagues?.candidates ?? []}
            fourEyes={colleagues?.fourEyes ?? true}
            memberId={memberId}
            onChoose={setMemberId}
          />
        )}
        {viewer.manages && !inPool && (
          <Checkbox
            label={t('assignment.backToPool')}
            checked={toPool}
            onChange={(event) => setToPool(event.target.checked)}
          />
        )}
        <Field label={t('assignment.reasonOptional')}>
          {(parts) => (
            <Textarea {...parts} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        {(failure || trouble) && <Note tone="danger">{failure?.message ?? trouble}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={running || (!toPool && memberId === '')}>
            {t(inPool ? 'assignment.give' : 'assignment.handOver')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function useColleagues(projectId: string, assignmentId: string) {
  const t = useTexts()
  const [colleagues, setColleagues] = useState<Colleagues | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    const leave = new AbortController()
    const ask = async () => {
      const path = `/api/projects/${projectId}/assignments/${assignmentId}/colleagues`
      const response = await fetch(path, { signal: leave.signal })
      const answer = await response.json()
      if (response.ok) setColleagues(answer as Colleagues)
      else setTrouble((answer as { message: string }).message)
    }
    ask().catch(() => {
      if (!leave.signal.aborted) setTrouble(t('problems.offline'))
    })
    return () => leave.abort()
  }, [projectId, assignmentId, t])
  return { colleagues, trouble }
}
