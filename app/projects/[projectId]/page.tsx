import { FileStack, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { GOVERNING_NAMES } from '@/app/_ui/texts/names'
import { can } from '@/lib/auth/roles'
import { listDocuments } from '@/lib/document/queries'
import { listKeptEditions } from '@/lib/edition/queries'
import { getProject } from '@/lib/project/queries'
import { listJobs } from '@/lib/queue/queries'
import { DocumentTable } from './document-table'
import { JobsPanel } from './jobs-panel'
import { KeptEditions } from './kept-editions'

type ProjectPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}`)
  return { title: (await found(getProject(actor, projectId))).name }
}

/** The documents of a project and how far they are. */
export default async function ProjectPage({ params }: ProjectPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}`)
  const project = await found(getProject(actor, projectId))
  const [t, documents, jobs, kept] = await Promise.all([
    getTexts(),
    listDocuments(actor, { projectId }),
    listJobs(actor, { projectId }),
    listKeptEditions(actor, { projectId }),
  ])
  const mayImport = can(project.role, 'document.import')
  const bringIn = mayImport && (
    <ButtonLink href={`/projects/${projectId}/import`} look="primary">
      <Plus aria-hidden />
      {t('project.import')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHeader
        title={project.name}
        lead={`${t(GOVERNING_NAMES[project.governing])} · ${t('project.documentCount', { count: documents.length })}`}
        actions={documents.length > 0 && bringIn}
      />
      <JobsPanel projectId={projectId} first={jobs} />
      {documents.length === 0 ? (
        <EmptyState icon={FileStack} title={t('project.emptyTitle')} action={bringIn}>
          {t(mayImport ? 'project.emptyBody' : 'project.emptyBodyObserver')}
        </EmptyState>
      ) : (
        <DocumentTable project={project} documents={documents} />
      )}
      <KeptEditions projectId={projectId} kept={kept} />
    </Page>
  )
}
