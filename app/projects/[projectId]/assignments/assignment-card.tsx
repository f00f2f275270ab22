/** One assignment: which rows, for which step, by when, and how far it is. */
import { CalendarX2, Clock } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Progress } from '@/app/_ui/progress'
import { Time } from '@/app/_ui/time'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { FinishDialog, WithdrawDialog } from './close-dialogs'

/** Who looks, and when: overdue is a matter of both sides of the clock. */
export type Viewer = { memberId: string; manages: boolean; now: Date }

export async function AssignmentCard({ assignment, viewer }: { assignment: AssignmentRow; viewer: Viewer }) {
  const t = await getTexts()
  const { documentTitle, step, state, segments, done, openDiscrepancies, instruction, assignedBy } = assignment
  const active = state === 'active'
  return (
    <li className="card grid gap-x-6 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-[minmax(0,1fr)_15rem_9rem] md:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={active ? 'info' : 'plain'}>{t(`assignment.step.${step}`)}</Badge>
          {!active && <Badge tone={state === 'finished' ? 'ok' : 'plain'}>{t(`assignment.state.${state}`)}</Badge>}
          <RangeLink assignment={assignment} />
        </p>
        <p className="mt-1 break-words text-ink-soft">{documentTitle}</p>
        {instruction && <p className="mt-1 whitespace-pre-line break-words">{instruction}</p>}
        <p className="mt-1 text-ink-faint text-sm">
          {!active && `${assignment.memberName} · `}
          {t('assignment.assignedBy', { name: assignedBy })}
        </p>
      </div>
      <div className="flex flex-col gap-1.5">
        {active && <DueDate dueAt={assignment.dueAt} now={viewer.now} />}
        {assignment.finishedAt && (
          <p className="text-ink-soft text-sm">
            {t('assignment.finishedAt')} <Time at={assignment.finishedAt} />
          </p>
        )}
        <p className="text-sm tabular-nums">
          {segments > 0 ? t('assignment.progress', { done, segments }) : t('assignment.progressNone')}
        </p>
        {segments > 0 && <Progress done={done} of={segments} label={t('assignment.progress', { done, segments })} />}
        {openDiscrepancies > 0 && (
          <p className="text-ink-soft text-sm">{t('assignment.open', { count: openDiscrepancies })}</p>
        )}
      </div>
      {active && (
        <div className="flex flex-wrap gap-2 md:flex-col md:items-stretch">
          {assignment.memberId === viewer.memberId && <FinishDialog assignment={assignment} />}
          {viewer.manages && <WithdrawDialog assignment={assignment} />}
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
      href={`/projects/${projectId}/review/${documentId}?segment=${firstSegmentId}`}
    >
      {text}
    </Link>
  )
}

async function DueDate({ dueAt, now }: { dueAt: Date | null; now: Date }) {
  const t = await getTexts()
  if (!dueAt) return <p className="text-ink-faint text-sm">{t('assignment.noDue')}</p>
  const overdue = dueAt < now
  const Icon = overdue ? CalendarX2 : Clock
  return (
    <p
      className={
        overdue ? 'flex items-center gap-1.5 font-semibold text-danger text-sm' : 'flex items-center gap-1.5 text-sm'
      }
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(overdue ? 'assignment.overdue' : 'assignment.dueAt')} <Time at={dueAt} />
    </p>
  )
}
