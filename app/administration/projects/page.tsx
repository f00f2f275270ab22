import { FolderX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getLocale, getTexts } from '@/app/_server/texts'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/page'
import { sizeText } from '@/app/projects/[projectId]/import/size-text'
import { listDeletedDocuments } from '@/lib/administration/deleted-documents'
import { listAllProjects } from '@/lib/administration/list-all-projects'
import { Frame } from '../frame'
import { DocumentTable } from './document-table'
import { ProjectTable } from './project-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('administration.projects') }
}

/** All projects with what they take up; what was deleted and can be brought back. */
export default async function AllProjectsPage() {
  const actor = await currentActor('/administration/projects')
  const [t, locale, projects, documents] = await Promise.all([
    getTexts(),
    getLocale(),
    found(listAllProjects(actor)),
    found(listDeletedDocuments(actor)),
  ])
  const size = projects.reduce((sum, { texts, sources, editions }) => sum + texts + sources + editions, 0)
  return (
    <Frame
      title={t('administration.projects')}
      lead={t('administration.projectsLead', { count: projects.length, size: sizeText(size, locale) })}
    >
      {projects.length === 0 ? (
        <EmptyState icon={FolderX} title={t('administration.noProjects')} />
      ) : (
        <ProjectTable projects={projects} />
      )}
      <Section title={t('administration.deletedDocuments')} className="mt-10">
        {documents.length === 0 ? (
          <p className="text-ink-soft">{t('administration.noDeleted')}</p>
        ) : (
          <DocumentTable documents={documents} />
        )}
      </Section>
    </Frame>
  )
}
