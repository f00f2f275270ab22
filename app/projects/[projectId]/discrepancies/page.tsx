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
import { getTallies } from '@/lib/discrepancy/ledger'
import { type DocumentRow, listDocuments } from '@/lib/document/queries'
import { getProject, listMembers, type ProjectView } from '@/lib/project/queries'
import { ErrataButton } from './errata-button'
import { ExportButton } from './export-button'
import { asked, type Filter, filterAddress, filterQuery, readFilter, totalOf } from './filter'
import { Filters } from './filters'
import { BoardOf, HeatOf, ListOf } from './shown'
import { StepProvider } from './step-provider'
import { ViewSwitch } from './view-switch'

type LedgerPageProps = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

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
  const [{ tallies, raisers, deciders }, documents, members] = await Promise.all([
    getTallies(actor, { projectId, filter }),
    listDocuments(actor, { projectId }),
    listMembers(actor, projectId),
  ])
  if (raisers.length === 0) {
    return (
      <Page className="max-w-[84rem]">
        <PageHeader title={t('discrepancy.title')} lead={t('discrepancy.lead')} />
        <NothingYet project={project} documents={documents} />
      </Page>
    )
  }
  const [only, second] = filter.document ? documents.filter(({ id }) => id === filter.document) : documents
  const group = filter.group ?? (documents.length > 1 && !filter.document ? 'document' : 'none')
  const total = totalOf(tallies, filter)
  const shown = { actor, project, filter: { ...filter, group }, tallies, documents, total }
  const view = filter.view ?? 'list'
  return (
    <Page className="max-w-[84rem]">
      <PageHeader
        title={t('discrepancy.title')}
        lead={t('discrepancy.lead')}
        actions={
          <>
            <ViewSwitch projectId={projectId} filter={filter} />
            <ExportButton
              projectId={projectId}
              query={filterQuery({ ...asked(filter), sort: filter.sort, group })}
              count={total}
            />
            {only && !second && <ErrataButton projectId={projectId} documentId={only.id} title={only.title} />}
          </>
        }
      />
      <Filters
        projectId={projectId}
        filter={{ ...filter, group }}
        tallies={tallies}
        documents={documents}
        raisers={raisers}
        deciders={deciders}
      />
      <StepProvider
        projectId={projectId}
        me={{ id: project.memberId, role: project.role }}
        members={members.map(({ id, role, name }) => ({ id, role, name }))}
      >
        {total === 0 ? (
          <NoneMatching projectId={projectId} filter={filter} />
        ) : view === 'board' ? (
          <BoardOf {...shown} />
        ) : view === 'heat' ? (
          <HeatOf {...shown} />
        ) : (
          <ListOf {...shown} />
        )}
      </StepProvider>
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

async function NoneMatching({ projectId, filter }: { projectId: string; filter: Filter }) {
  const t = await getTexts()
  return (
    <EmptyState
      icon={ListFilter}
      title={t('discrepancy.noneTitle')}
      action={<ButtonLink href={filterAddress(projectId, { view: filter.view })}>{t('discrepancy.clear')}</ButtonLink>}
    >
      {t('ledger.noneBody')}
    </EmptyState>
  )
}
