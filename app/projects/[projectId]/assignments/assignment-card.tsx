/** One assignment: which rows, for which step, by when, how far it is, and how it came here. */
import { CalendarX2, Clock } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Name } from '@/app/_ui/name'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { Time } from '@/app/_ui/time'
import { DueTime } from '@/app/_ui/work/due-time'
import { HandOverHistory } from '@/app/_ui/work/hand-over-history'
import { WorkActions } from '@/app/_ui/work/work-actions'
import type { Viewer as Who } from '@/app/_ui/work/work-dialog'
import { WorkProgress } from '@/app/_ui/work/work-progress'
import type { AssignmentRow } from '@/lib/assignment/queries'

/** Who looks, when, and on which clock: overdue is a matter of both sides of the clock. */
export type Viewer = Who & { now: Date; zone: string | null }

type CardProps = {
  assignment: AssignmentRow
  viewer: Viewer
  /** It lies in the pool, and is there for who looks. */
  takes?: { ownRows: number }
}

export async function AssignmentCard({ assignment, viewer, takes }: CardProps) {
  const t = await getTexts()
  const { documentTitle, step, state, openDiscrepancies, instruction, assignedBy, poolRole } = assignment
  const active = state === 'active'
  const inPool = active && assignment.memberId === null
  return (
    <li className="card grid gap-x-6 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-[minmax(0,1fr)_15rem_11rem] md:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={active ? 'info' : 'plain'}>{t(`assignment.step.${step}`)}</Badge>
          {!active && <Badge tone={state === 'finished' ? 'ok' : 'plain'}>{t(`assignment.state.${state}`)}</Badge>}
          {inPool && poolRole && <Badge>{t('assignment.onlyFor', { role: t(ROLE_NAMES[poolRole]) })}</Badge>}
          <RangeLink assignment={assignment} />
        </p>
        <p className="mt-1 break-words text-ink-soft">{documentTitle}</p>
        {instruction && <p className="mt-1 whitespace-pre-line break-words">{instruction}</p>}
        <p className="mt-1 text-ink-faint text-sm">
          {!active && assignment.memberName && (
            <>
              <Name of={assignment.memberName} /> ·{' '}
            </>
          )}
          {t('assignment.assignedBy', { name: assignedBy })}
        </p>
        <HandOverHistory t={t} handOvers={assignment.handOvers} />
      </div>
      <div className="flex flex-col gap-1.5">
        {active && <DueDate assignment={assignment} viewer={viewer} />}
        {assignment.finishedAt && (
          <p className="text-ink-soft text-sm">
            {t('assignment.finishedAt')} <Time at={assignment.finishedAt} />
          </p>
        )}
        <WorkProgress t={t} row={assignment} />
        {openDiscrepancies > 0 && (
          <p className="text-ink-soft text-sm">{t('assignment.open', { count: openDiscrepancies })}</p>
        )}
      </div>
      {active && (
        <div className="md:justify-self-end">
          <WorkActions
            assignment={assignment}
            viewer={{ memberId: viewer.memberId, manages: viewer.manages }}
            takes={takes}
          />
        </div>
      )}
    </li>
  )
}

async function RangeLink({ assignment }: { assignment: AssignmentRow }) {
  const t = await getTexts()
  const { projectId, documentId, documentTitle, firstSegmentId, firstRow, lastRow } = assignment
  const range = { from: firstRow, to: lastRow, title: documentTitle }
  const text = t(firstRow === lastRow ? 'assignment.rangeOne' : 'assignment.range', range)
  if (firstSegmentId === null) return <span className="font-medium">{text}</span>
  return (
    <Link
      className="link font-medium tabular-nums"
      aria-label={t('assignment.openRange', range)}
      href={`/projects/${projectId}/review/${documentId}?work=${assignment.id}&segment=${firstSegmentId}`}
    >
      {text}
    </Link>
  )
}

async function DueDate({ assignment, viewer }: { assignment: AssignmentRow; viewer: Viewer }) {
  const t = await getTexts()
  const { dueAt, zone } = assignment
  if (!dueAt) return <p className="text-ink-faint text-sm">{t('assignment.noDue')}</p>
  const overdue = dueAt < viewer.now
  const Icon = overdue ? CalendarX2 : Clock
  return (
    <div className={overdue ? 'flex gap-1.5 font-semibold text-danger text-sm' : 'flex gap-1.5 text-sm'}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p>
        {t(overdue ? 'assignment.overdue' : 'assignment.dueAt')} <DueTime at={dueAt} said={zone} zone={viewer.zone} />
      </p>
    </div>
  )
}
