'use client'
/** What can be done with an assignment by whoever looks at it: one button for what comes first, a menu for the rest. */
import { CheckCheck, Ellipsis, type Hand, MessageSquareX, Pencil, Undo2, UserRoundPen } from 'lucide-react'
import { type ComponentType, useRef, useState } from 'react'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { Button, IconButton } from '../button'
import { Menu, MenuItem } from '../menu'
import { useTexts } from '../texts/texts-provider'
import { FinishDialog, WithdrawDialog } from './close-dialogs'
import { DeclineDialog } from './decline-dialog'
import { EditDialog } from './edit-dialog'
import { HandOverDialog } from './hand-over-dialog'
import { TakeButton } from './take-button'
import type { Viewer, WorkDialogProps } from './work-dialog'

const ACTS = {
  edit: { icon: Pencil, dialog: EditDialog },
  'hand-over': { icon: UserRoundPen, dialog: HandOverDialog },
  decline: { icon: MessageSquareX, dialog: DeclineDialog },
  withdraw: { icon: Undo2, dialog: WithdrawDialog },
} as const satisfies Record<string, { icon: typeof Hand; dialog: ComponentType<WorkDialogProps> }>

type Act = keyof typeof ACTS

type WorkActionsProps = {
  assignment: AssignmentRow
  viewer: Viewer
  /** It lies in the pool and is there for this person; with the rows four eyes bar them from. */
  takes?: { ownRows: number }
}

export function WorkActions({ assignment, viewer, takes }: WorkActionsProps) {
  const t = useTexts()
  const [act, setAct] = useState<Act | null>(null)
  const more = useRef<HTMLButtonElement>(null)
  const mine = assignment.memberId === viewer.memberId
  const { firstRow: from, lastRow: to, memberName } = assignment
  const acts = actsFor(mine, viewer.manages)
  const Asked = act && ACTS[act].dialog
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mine && (
        <FinishDialog
          assignment={assignment}
          trigger={
            <Button size="small" aria-label={t('assignment.finishLabel', { from, to })}>
              <CheckCheck aria-hidden />
              {t('assignment.finish')}
            </Button>
          }
        />
      )}
      {takes && <TakeButton assignment={assignment} ownRows={takes.ownRows} />}
      {acts.length > 0 && (
        <Menu
          trigger={
            <IconButton
              ref={more}
              size="small"
              label={t('assignment.more', { from, to, name: memberName ?? t('assignment.pool') })}
            >
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          {acts.map((one) => {
            const Icon = ACTS[one].icon
            return (
              <MenuItem key={one} danger={one === 'withdraw'} onSelect={() => setAct(one)}>
                <Icon aria-hidden />
                {t(one === 'hand-over' && memberName === null ? 'assignment.act.give' : `assignment.act.${one}`)}
              </MenuItem>
            )
          })}
        </Menu>
      )}
      {Asked && <Asked assignment={assignment} viewer={viewer} onClose={() => setAct(null)} returnFocus={more} />}
    </div>
  )
}

function actsFor(mine: boolean, manages: boolean): Act[] {
  const own: Act[] = mine ? ['hand-over', 'decline'] : []
  if (!manages) return own
  return mine ? ['edit', 'hand-over', 'decline', 'withdraw'] : ['edit', 'hand-over', 'withdraw']
}
