import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { listChecks, listDismissals } from '@/lib/finding/queries'
import { getProject } from '@/lib/project/queries'
import { CheckTable } from './check-table'
import { DismissalTable } from './dismissal-table'

type ChecksPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('checks.page-title') }
}

export default async function ChecksPage({ params }: ChecksPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}/checks`)
  const project = await found(getProject(actor, projectId))
  const [t, checks, dismissals] = await Promise.all([
    getTexts(),
    listChecks(actor, { projectId }),
    listDismissals(actor, { projectId }),
  ])
  const manages = can(project.role, 'check.manage')
  return (
    <Page width="wide">
      <PageHeader title={t('checks.page-title')} lead={<p className="max-w-prose">{t('checks.page-intro')}</p>} />
      {!manages && <Note className="mb-6">{t('checks.manager-only')}</Note>}
      <div className="mb-10">
        <CheckTable projectId={projectId} checks={checks} manages={manages} />
      </div>
      <Section title={t('checks.dismissals')}>
        <p className="mb-3 text-ink-soft">
          {t(dismissals.length === 0 ? 'checks.dismissals-none' : 'checks.dismissals-intro')}
        </p>
        {dismissals.length > 0 && (
          <DismissalTable
            projectId={projectId}
            dismissals={dismissals}
            mayUndo={can(project.role, 'finding.dismiss-everywhere')}
          />
        )}
      </Section>
    </Page>
  )
}
