import { CalendarClock } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { type AssignmentRow, listAssignments, listMyPool } from '@/lib/assignment/queries'
import { can } from '@/lib/auth/roles'
import { listDocuments } from '@/lib/document/queries'
import { findZone } from '@/lib/notice/settings'
import { getProject, listMembers } from '@/lib/project/queries'
import { AssignDialog } from './assign-dialog'
import { AssignmentCard, type Viewer } from './assignment-card'

type AssignmentsPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('assignment.title') }
}

/** Who has which rows of which document, by when, and how far they are. */
export default async function AssignmentsPage({ params }: AssignmentsPageProps) {
  const { projectId } = await params
  if (!z.uuid().safeParse(projectId).success) notFound()
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const project = await found(getProject(actor, projectId))
  const [assignments, members, documents, mine, zone] = await Promise.all([
    listAssignments(actor, { projectId }),
    listMembers(actor, projectId),
    listDocuments(actor, { projectId }),
    listMyPool(actor),
    findZone(actor),
  ])
  const takes = new Map(mine.map(({ id, ownRows }) => [id, { ownRows }]))
  const manages = can(project.role, 'assignment.manage')
  const viewer: Viewer = { memberId: project.memberId, manages, now: new Date(), zone }
  const dialog = manages && documents.length > 0 && (
    <AssignDialog projectId={projectId} documents={documents.map(({ id, title }) => ({ id, title }))} />
  )
  const active = assignments.filter(({ state }) => state === 'active')
  const pool = active.filter(({ memberId }) => memberId === null)
  const past = assignments.filter(({ state }) => state !== 'active')
  const present = new Set(members.map(({ id }) => id))
  return (
    <Page>
      <PageHeader
        title={t('assignment.title')}
        lead={t('assignment.lead')}
        actions={assignments.length > 0 ? dialog : undefined}
      />
      {assignments.length === 0 && (
        <EmptyState
          icon={CalendarClock}
          title={t('assignment.emptyTitle')}
          action={
            dialog ||
            (documents.length === 0 && can(project.role, 'document.import') && (
              <ButtonLink look="primary" href={`/projects/${projectId}/import`}>
                {t('assignment.importAction')}
              </ButtonLink>
            ))
          }
        >
          {t(
            documents.length === 0
              ? 'assignment.emptyNoDocuments'
              : manages
                ? 'assignment.emptyManager'
                : 'assignment.emptyMember',
          )}
        </EmptyState>
      )}
      {assignments.length > 0 && active.length === 0 && (
        <p className="mb-8 text-ink-soft">{t('assignment.noneActive')}</p>
      )}
      {pool.length > 0 && (
        <section aria-labelledby="pool" className="mb-8">
          <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
            <h2 id="pool" className="text-lg">
              {t('assignment.pool')}
            </h2>
            <p className="text-ink-faint">{t('assignment.poolLead')}</p>
          </div>
          <ul className="flex flex-col gap-3">
            {pool.map((row) => (
              <AssignmentCard key={row.id} assignment={row} viewer={viewer} takes={takes.get(row.id)} />
            ))}
          </ul>
        </section>
      )}
      {byMember(active, viewer.memberId).map(({ memberId, memberName, rows }) => (
        <section key={memberId} aria-labelledby={`member-${memberId}`} className="mb-8">
          <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
            <h2 id={`member-${memberId}`} className="text-lg">
              {memberId === viewer.memberId ? t('assignment.me', { name: memberName }) : memberName}
            </h2>
            <p className="text-ink-faint">
              {t('assignment.byMember', { count: rows.length })}
              {!present.has(memberId) && ` · ${t('assignment.former')}`}
            </p>
          </div>
          <ul className="flex flex-col gap-3">
            {rows.map((row) => (
              <AssignmentCard key={row.id} assignment={row} viewer={viewer} />
            ))}
          </ul>
        </section>
      ))}
      {past.length > 0 && (
        <details>
          <summary className="font-medium">
            {t('assignment.past')}{' '}
            <span className="font-normal text-ink-faint">{t('assignment.pastCount', { count: past.length })}</span>
          </summary>
          <ul className="mt-3 flex flex-col gap-3">
            {past.map((row) => (
              <AssignmentCard key={row.id} assignment={row} viewer={viewer} />
            ))}
          </ul>
        </details>
      )}
    </Page>
  )
}

type MemberWork = { memberId: string; memberName: string; rows: AssignmentRow[] }

/** One's own work first; the others in the order of their most urgent piece. */
function byMember(rows: AssignmentRow[], me: string): MemberWork[] {
  const members = new Map<string, MemberWork>()
  for (const row of rows) {
    const { memberId, memberName } = row
    if (memberId === null) continue
    const work = members.get(memberId)
    if (work) work.rows.push(row)
    else members.set(memberId, { memberId, memberName: memberName ?? '', rows: [row] })
  }
  return [...members.values()].sort((one, other) => Number(other.memberId === me) - Number(one.memberId === me))
}
