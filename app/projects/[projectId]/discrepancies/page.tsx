import { ListFilter, MessageSquareQuote } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { listDiscrepancies } from '@/lib/discrepancy/queries'
import { type DocumentRow, listDocuments } from '@/lib/document/queries'
import { getProject, type ProjectView } from '@/lib/project/queries'
import { ErrataButton } from './errata-button'
import { type Filter, filterAddress, groupsOf, matching, orderedFor, readFilter } from './filter'
import { Filters } from './filters'
import { LedgerTable } from './ledger-table'
import { Pager } from './pager'

type LedgerPageProps = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ROWS_A_PAGE = 100

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('discrepancy.title') }
}

/** The ledger: every discrepancy of the project with what was decided. */
export default async function LedgerPage({ params, searchParams }: LedgerPageProps) {
  const { projectId } = await params
  if (!z.uuid().safeParse(projectId).success) notFound()
  const filter = readFilter(await searchParams)
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const project = await found(getProject(actor, projectId))
  const [entries, documents] = await Promise.all([
    listDiscrepancies(actor, { projectId }),
    listDocuments(actor, { projectId }),
  ])
  const [only, second] = filter.document ? documents.filter(({ id }) => id === filter.document) : documents
  const grouping = filter.group ?? (documents.length > 1 && !filter.document ? 'document' : 'none')
  const listed = orderedFor(grouping, matching(entries, filter))
  const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE))
  const page = Math.min(filter.page ?? 1, pages)
  const shown = listed.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
  const rights = {
    decide: can(project.role, 'discrepancy.decide'),
    query: can(project.role, 'discrepancy.query-issuer'),
  }
  return (
    <Page className="max-w-[84rem]">
      <PageHeader
        title={t('discrepancy.title')}
        lead={t('discrepancy.lead')}
        actions={
          only && !second && entries.length > 0 ? (
            <ErrataButton projectId={projectId} documentId={only.id} title={only.title} />
          ) : undefined
        }
      />
      {entries.length === 0 ? (
        <NothingYet project={project} documents={documents} />
      ) : (
        <>
          <Filters
            projectId={projectId}
            filter={{ ...filter, group: grouping }}
            entries={entries}
            documents={documents}
          />
          {listed.length === 0 ? (
            <NoneMatching projectId={projectId} all={entries.length} />
          ) : (
            groupsOf(shown, grouping).map(({ key, entries: rows }) => (
              <LedgerTable
                key={key}
                projectId={projectId}
                entries={rows}
                grouping={grouping}
                showDocument={grouping !== 'document' && documents.length > 1}
                rights={rights}
              />
            ))
          )}
          <Pager projectId={projectId} filter={filter} page={page} pages={pages} />
        </>
      )}
    </Page>
  )
}

async function NothingYet({ project, documents }: { project: ProjectView; documents: DocumentRow[] }) {
  const t = await getTexts()
  const [first] = documents
  const action = first
    ? { href: `/projects/${project.id}/review/${first.id}`, text: t('discrepancy.emptyAction') }
    : { href: `/projects/${project.id}/import`, text: t('discrepancy.importAction') }
  const offered = first || can(project.role, 'document.import')
  return (
    <EmptyState
      icon={MessageSquareQuote}
      title={t('discrepancy.emptyTitle')}
      action={
        offered && (
          <ButtonLink look="primary" href={action.href}>
            {action.text}
          </ButtonLink>
        )
      }
    >
      {t(first ? 'discrepancy.emptyBody' : 'discrepancy.emptyNoDocuments')}
    </EmptyState>
  )
}

async function NoneMatching({ projectId, all }: { projectId: string; all: number }) {
  const t = await getTexts()
  const everything: Filter = {}
  return (
    <EmptyState
      icon={ListFilter}
      title={t('discrepancy.noneTitle')}
      action={<ButtonLink href={filterAddress(projectId, everything)}>{t('discrepancy.clear')}</ButtonLink>}
    >
      {t('discrepancy.noneBody', { count: all })}
    </EmptyState>
  )
}
