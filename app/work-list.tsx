'use client'
/** My assignments by when they are due, seen from my zone, and what lies in the pools for me to take. */
import { CalendarX2 } from 'lucide-react'
import Link from 'next/link'
import { DUE_GROUPS, type DueGroup, dueGroup } from '@/lib/assignment/due'
import type { AssignmentRow, PoolRow } from '@/lib/assignment/queries'
import { Badge } from './_ui/badge'
import { Section } from './_ui/page'
import { useTexts } from './_ui/texts/texts-provider'
import { DueTime } from './_ui/work/due-time'
import { useZone } from './_ui/work/use-zone'
import { WorkActions } from './_ui/work/work-actions'
import { WorkProgress } from './_ui/work/work-progress'

type WorkListProps = { work: AssignmentRow[]; pool: PoolRow[]; now: Date; zone: string | null }

export function WorkList({ work, pool, now, zone: chosen }: WorkListProps) {
  const t = useTexts()
  const zone = useZone(chosen)
  const rowsOf = (group: DueGroup) => work.filter(({ dueAt }) => dueGroup(dueAt, now, zone) === group)
  return (
    <>
      {DUE_GROUPS.map((group) => {
        const rows = rowsOf(group)
        return (
          rows.length > 0 && (
            <Section key={group} title={t(`assignment.dueGroup.${group}`)} className="!mb-6">
              <Rows rows={rows} zone={chosen} overdue={group === 'overdue'} />
            </Section>
          )
        )
      })}
      {pool.length > 0 && (
        <Section title={t('assignment.toTake')} className="!mb-6">
          <Rows rows={pool} zone={chosen} overdue={false} />
        </Section>
      )}
    </>
  )
}

function Rows({ rows, ...rest }: { rows: (AssignmentRow | PoolRow)[]; zone: string | null; overdue: boolean }) {
  return (
    <ul className="card divide-y divide-line overflow-hidden">
      {rows.map((row) => (
        <WorkRow key={row.id} row={row} {...rest} />
      ))}
    </ul>
  )
}

function WorkRow({ row, zone, overdue }: { row: AssignmentRow | PoolRow; zone: string | null; overdue: boolean }) {
  const t = useTexts()
  const { documentTitle, firstRow, lastRow, dueAt } = row
  const range = t(firstRow === lastRow ? 'project.row' : 'project.rows', { from: firstRow, to: lastRow })
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-3.5 hover:bg-hover md:grid-cols-[minmax(0,1fr)_11rem_12rem_auto] md:items-center">
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone="info">{t(`assignment.step.${row.step}`)}</Badge>
          <Link
            data-work
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
      <WorkProgress t={t} row={row} />
      <div className={overdue ? 'flex gap-1.5 font-semibold text-danger text-sm' : 'text-ink-soft text-sm'}>
        {overdue && <CalendarX2 aria-hidden className="mt-0.5 size-4 shrink-0" />}
        {dueAt ? (
          <p>
            {t(overdue ? 'assignment.overdue' : 'assignment.dueAt')} <DueTime at={dueAt} said={row.zone} zone={zone} />
          </p>
        ) : (
          t('assignment.noDue')
        )}
      </div>
      <div className="relative z-10 w-fit md:justify-self-end">
        <WorkActions
          assignment={row}
          viewer={{ memberId: row.memberId ?? '', manages: false }}
          takes={'ownRows' in row ? row : undefined}
        />
      </div>
    </li>
  )
}

/** Its rows alone, at the first that waits; where none does, at the beginning. */
function addressOf({ id, projectId, documentId, firstSegmentId, firstWaitingId }: AssignmentRow): string {
  const segmentId = firstWaitingId ?? firstSegmentId
  const place = segmentId === null ? '' : `&segment=${segmentId}`
  return `/projects/${projectId}/review/${documentId}?work=${id}${place}`
}
