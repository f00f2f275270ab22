'use client'
/** The two ways an assignment ends before its document does: reported as done, or taken back. */
import { CheckCheck, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { finish, withdraw } from './actions'

export function FinishDialog({ assignment }: { assignment: AssignmentRow }) {
  const t = useTexts()
  const { firstRow: from, lastRow: to, segments, done } = assignment
  const left = segments - done
  return (
    <CloseDialog
      assignment={assignment}
      close={finish}
      title={t('assignment.finishTitle')}
      said={t('assignment.finished', { from, to })}
      action={t('assignment.finish')}
      trigger={
        <Button size="small" aria-label={t('assignment.finishLabel', { from, to })}>
          <CheckCheck aria-hidden />
          {t('assignment.finish')}
        </Button>
      }
    >
      {left > 0 ? t('assignment.finishUnfinished', { count: left }) : t('assignment.finishAll')}
    </CloseDialog>
  )
}

export function WithdrawDialog({ assignment }: { assignment: AssignmentRow }) {
  const t = useTexts()
  const { firstRow: from, lastRow: to, documentTitle: title, memberName: name } = assignment
  return (
    <CloseDialog
      assignment={assignment}
      close={withdraw}
      title={t('assignment.withdrawTitle')}
      said={t('assignment.withdrawn')}
      action={t('assignment.withdraw')}
      trigger={
        <Button look="quiet" size="small" aria-label={t('assignment.withdrawLabel', { from, to, name })}>
          <Undo2 aria-hidden />
          {t('assignment.withdraw')}
        </Button>
      }
    >
      {t('assignment.withdrawBody', { from, to, title, name })}
    </CloseDialog>
  )
}

type CloseDialogProps = {
  assignment: AssignmentRow
  close: typeof finish
  title: string
  /** What is told once it is done. */
  said: string
  action: string
  trigger: ReactNode
  children: ReactNode
}

function CloseDialog({ assignment, close, title, said, action, trigger, children }: CloseDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const { run, running, failure } = useAction(close)

  async function confirm() {
    const { projectId, id: assignmentId, version: seenVersion } = assignment
    const done = await run({ projectId, assignmentId, seenVersion })
    if (!done) return
    setOpen(false)
    tell(said)
  }

  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} trigger={trigger}>
      <p>{children}</p>
      {failure && (
        <Note tone="danger" className="mt-4">
          {failure.message}
        </Note>
      )}
      <DialogActions>
        <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={running} onClick={confirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
