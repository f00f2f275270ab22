/** My assignments, the most urgent first: what, where, how far, until when. */
import { CalendarX2 } from 'lucide-react'
import Link from 'next/link'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { getTexts } from './_server/texts'
import { Badge } from './_ui/badge'
import { Progress } from './_ui/progress'
import { Time } from './_ui/time'

export function WorkList({ work, now }: { work: AssignmentRow[]; now: Date }) {
  return (
    <ul className="card divide-y divide-line overflow-hidden">
      {work.map((row) => (
        <WorkRow key={row.id} row={row} overdue={row.dueAt !== null && row.dueAt < now} />
      ))}
    </ul>
  )
}

async function WorkRow({ row, overdue }: { row: AssignmentRow; overdue: boolean }) {
  const t = await getTexts()
  const { documentTitle, segments, done, waiting, firstRow, lastRow } = row
  const range = t(firstRow === lastRow ? 'project.row' : 'project.rows', { from: firstRow, to: lastRow })
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-3.5 hover:bg-hover md:grid-cols-[minmax(0,1fr)_10rem_15rem] md:items-center">
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone="info">{t(`assignment.step.${row.step}`)}</Badge>
          <Link
            href={addressOf(row)}
            className="break-words rounded-sm font-medium after:absolute after:inset-0 after:content-[''] hover:underline"
          >
            {documentTitle}
          </Link>
        </p>
        <p className="mt-0.5 break-words text-ink-soft text-sm">
          {row.projectName} · <span className="tabular-nums">{range}</span> ·{' '}
          {t('assignment.assignedBy', { name: row.assignedBy })}
        </p>
        {row.instruction && <p className="mt-1 line-clamp-2 break-words text-sm">{row.instruction}</p>}
      </div>
      <div>
        <p className="mb-1 text-ink-soft text-sm tabular-nums">
          {segments > 0 ? t('project.progressOf', { done, of: segments }) : t('assignment.progressNone')}
          {waiting > 0 && <span className="font-medium text-ink"> · {t('project.waiting', { count: waiting })}</span>}
        </p>
        {segments > 0 && (
          <Progress
            done={done}
            of={segments}
            label={t('project.progressLabel', { name: documentTitle, done, of: segments })}
          />
        )}
      </div>
      <p
        className={
          overdue
            ? 'flex items-center gap-1.5 font-semibold text-danger text-sm'
            : 'text-ink-soft text-sm md:text-right'
        }
      >
        {overdue && <CalendarX2 aria-hidden className="size-4 shrink-0" />}
        {row.dueAt ? (
          <span>
            {t(overdue ? 'assignment.overdue' : 'assignment.dueAt')} <Time at={row.dueAt} />
          </span>
        ) : (
          t('assignment.noDue')
        )}
      </p>
    </li>
  )
}

/** Where the next row waits; where none does, the beginning of the range. */
function addressOf({ projectId, documentId, firstSegmentId, firstWaitingId }: AssignmentRow): string {
  const segmentId = firstWaitingId ?? firstSegmentId
  const place = segmentId === null ? '' : `?segment=${segmentId}`
  return `/projects/${projectId}/review/${documentId}${place}`
}
