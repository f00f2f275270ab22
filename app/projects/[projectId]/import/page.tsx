import { FileLock2, FilesIcon } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { SIDES } from '@/lib/bitext/text'
import { getDocument } from '@/lib/document/queries'
import { getProject } from '@/lib/project/queries'
import { ImportForm } from './import-form'

type ImportPageProps = { params: Promise<{ projectId: string }>; searchParams: Promise<{ document?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('import.title') }
}

/** Brings a document in or, with `?document=`, the text it lacks. */
export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const { projectId } = await params
  const { document: documentId } = await searchParams
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const project = await found(getProject(actor, projectId))
  if (!can(project.role, 'document.import')) {
    return (
      <Page>
        <PageHeader title={t('import.title')} />
        <EmptyState icon={FileLock2} title={t('import.notAllowed')}>
          {t('import.notAllowedBody')}
        </EmptyState>
      </Page>
    )
  }
  if (!documentId) {
    return (
      <Page>
        <PageHeader title={t('import.title')} lead={t('import.lead')} />
        <ImportForm projectId={projectId} governing={project.governing} />
      </Page>
    )
  }
  const document = await found(getDocument(actor, { projectId, documentId }))
  const missing = SIDES.find((side) => !document.sides.includes(side))
  if (!missing) {
    return (
      <Page>
        <PageHeader title={document.title} />
        <EmptyState
          icon={FilesIcon}
          title={t('import.addComplete')}
          action={
            <ButtonLink look="primary" href={`/projects/${projectId}/review/${documentId}`}>
              {t('import.openReview')}
            </ButtonLink>
          }
        >
          {t('import.addCompleteBody')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page>
      <PageHeader
        title={t('import.addTitle', { side: missing })}
        lead={t('import.addLead', { title: document.title })}
      />
      <ImportForm
        projectId={projectId}
        governing={document.governing}
        adding={{ documentId, title: document.title, side: missing }}
      />
    </Page>
  )
}
