import { ScrollText, Webhook } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { getProject } from '@/lib/project/queries'
import { ArchiveButton } from './archive-button'
import { SettingsForm } from './settings-form'

type SettingsPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('project.settingsTitle') }
}

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}/settings`)
  const [t, project] = await Promise.all([getTexts(), found(getProject(actor, projectId))])
  const manages = can(project.role, 'project.manage')
  return (
    <Page width="narrow">
      <PageHeader
        title={t('project.settingsTitle')}
        actions={
          manages && (
            <>
              <ButtonLink href={`/projects/${projectId}/settings/webhooks`}>
                <Webhook aria-hidden />
                {t('webhook.link')}
              </ButtonLink>
              <ButtonLink href={`/projects/${projectId}/audit`}>
                <ScrollText aria-hidden />
                {t('audit.link')}
              </ButtonLink>
            </>
          )
        }
      />
      {!manages && <Note className="mb-6">{t('project.settingsReadOnly')}</Note>}
      {/* A new version makes a new form: what others saved meanwhile must not hide under old values. */}
      <SettingsForm key={project.version} project={project} manages={manages} />
      {manages && (
        <Section title={t('administration.archiveOwn')} className="mt-12">
          <p className="mb-4 text-ink-soft">{t('administration.archiveOwnBody')}</p>
          <ArchiveButton projectId={projectId} name={project.name} />
        </Section>
      )}
    </Page>
  )
}
