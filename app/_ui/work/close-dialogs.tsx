'use client'
/** The two ways an assignment ends before its document does: reported as done, or taken back. */
import { type ReactNode, useState } from 'react'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { Button } from '../button'
import { Dialog, DialogActions } from '../dialog'
import { Note } from '../note'
import { useTexts } from '../texts/texts-provider'
import { useToast } from '../toast'
import { useAction } from '../use-action'
import { finish, withdraw } from './actions'
import type { WorkDialogProps } from './work-dialog'

/** Opens from its own button, since it is what one comes to do. */
export function FinishDialog({ assignment, trigger }: { assignment: AssignmentRow; trigger: ReactNode }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { firstRow: from, lastRow: to, segments, done } = assignment
  const left = segments - done
  return (
    <CloseDialog
      assignment={assignment}
      close={finish}
      open={open}
      onOpen={setOpen}
      title={t('assignment.finishTitle')}
      said={t('assignment.finished', { from, to })}
      action={t('assignment.finish')}
      trigger={trigger}
    >
      {left > 0 ? t('assignment.finishUnfinished', { count: left }) : t('assignment.finishAll')}
    </CloseDialog>
  )
}

export function WithdrawDialog({ assignment, onClose, returnFocus }: WorkDialogProps) {
  const t = useTexts()
  const { firstRow: from, lastRow: to, documentTitle: title, memberName: name } = assignment
  return (
    <CloseDialog
      assignment={assignment}
      close={withdraw}
      open
      onOpen={onClose}
      returnFocus={returnFocus}
      title={t('assignment.withdrawTitle')}
      said={t('assignment.withdrawn')}
      action={t('assignment.withdraw')}
    >
      {name === null
        ? t('assignment.withdrawPoolBody', { from, to, title })
        : t('assignment.withdrawBody', { from, to, title, name })}
    </CloseDialog>
  )
}

type CloseDialogProps = {
  assignment: AssignmentRow
  close: typeof finish
  open: boolean
  onOpen: (open: boolean) => void
  returnFocus?: WorkDialogProps['returnFocus']
  title: string
  /** What is told once it is done. */
  said: string
  action: string
  trigger?: ReactNode
  children: ReactNode
}

function CloseDialog({
  assignment,
  close,
  open,
  onOpen,
  returnFocus,
  title,
  said,
  action,
  trigger,
  children,
}: CloseDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(close)

  async function confirm() {
    const { projectId, id: assignmentId, version: seenVersion } = assignment
    const done = await run({ projectId, assignmentId, seenVersion })
    if (!done) return
    onOpen(false)
    tell(said)
  }

  return (
    <Dialog open={open} onOpenChange={onOpen} title={title} trigger={trigger} returnFocus={returnFocus}>
      <p>{children}</p>
      {failure && (
        <Note tone="danger" className="mt-4">
          {failure.message}
        </Note>
      )}
      <DialogActions>
        <Button onClick={() => onOpen(false)}>{t('common.cancel')}</Button>
        <Button look="primary" data-answer disabled={running} onClick={confirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
