import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { AuditLog, type AuditSearch } from '@/app/_ui/audit/audit-log'
import { Page, PageHeader } from '@/app/_ui/page'

type AuditPageProps = { params: Promise<{ projectId: string }>; searchParams: AuditSearch }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('audit.title') }
}

/** Who did what in this project. */
export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { projectId } = await params
  const path = `/projects/${projectId}/audit`
  const [t, actor] = await Promise.all([getTexts(), currentActor(path)])
  return (
    <Page width="wide">
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <AuditLog
        actor={actor}
        projectId={projectId}
        path={path}
        exportPath={`/api/projects/${projectId}/audit`}
        search={searchParams}
      />
    </Page>
  )
}
