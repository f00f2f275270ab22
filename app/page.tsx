import { FolderPlus, Plus } from 'lucide-react'
import { listWaiting } from '@/lib/assignment/list-waiting'
import { listMyPool, listMyWork } from '@/lib/assignment/queries'
import { listMyMentions } from '@/lib/comment/queries'
import { findZone } from '@/lib/notice/settings'
import { listArchivedProjects } from '@/lib/project/archived-projects'
import { listProjects } from '@/lib/project/queries'
import { currentActor } from './_server/current-actor'
import { getTexts } from './_server/texts'
import { ButtonLink } from './_ui/button'
import { EmptyState } from './_ui/empty-state'
import { Page, PageHeader, Section } from './_ui/page'
import { ArchivedList } from './archived-list'
import { MentionList } from './mention-list'
import { ProjectList } from './project-list'
import { WaitingList } from './waiting-list'
import { WorkKeys } from './work-keys'
import { WorkList } from './work-list'

/** What is due from me, then my projects. */
export default async function HomePage() {
  const actor = await currentActor()
  const [t, work, pool, waiting, projects, mentions, zone, archived] = await Promise.all([
    getTexts(),
    listMyWork(actor),
    listMyPool(actor),
    listWaiting(actor),
    listProjects(actor),
    listMyMentions(actor),
    findZone(actor),
    listArchivedProjects(actor),
  ])
  const busy = work.length + pool.length + waiting.length > 0
  const create = (
    <ButtonLink href="/projects/new" look={projects.length === 0 ? 'primary' : 'secondary'}>
      <Plus aria-hidden />
      {t('project.newProject')}
    </ButtonLink>
  )
  if (projects.length === 0)
    return (
      <Page width="medium">
        <PageHeader title={t('project.projects')} />
        <EmptyState icon={FolderPlus} title={t('project.noProjectsTitle')} action={create}>
          {t('project.noProjectsBody', { email: actor.email })}
        </EmptyState>
        <ArchivedList projects={archived} />
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title={t('project.homeTitle')}
        lead={
          work.length > 0
            ? t('project.homeWork', { count: work.length })
            : t(busy ? 'project.noneGiven' : 'project.noWork')
        }
        className={busy ? '!mb-3' : '!mb-10'}
      />
      {busy && <WorkKeys />}
      <WorkList work={work} pool={pool} now={new Date()} zone={zone} />
      <WaitingList waiting={waiting} />
      <MentionList mentions={mentions} />
      <Section title={t('project.projects')} actions={create}>
        <ProjectList projects={projects} />
        <ArchivedList projects={archived} />
      </Section>
    </Page>
  )
}
