import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { canMail } from '@/lib/mail/settings'
import { getProject, listMembers } from '@/lib/project/queries'
import { AddMemberDialog } from './add-member-dialog'
import { MemberList } from './member-list'
import { RolesTable } from './roles-table'

type MembersPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('project.membersTitle') }
}

export default async function MembersPage({ params }: MembersPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}/members`)
  const project = await found(getProject(actor, projectId))
  const [t, members] = await Promise.all([getTexts(), listMembers(actor, projectId)])
  const manages = can(project.role, 'member.manage')
  return (
    <Page width="medium">
      <PageHeader
        title={t('project.membersTitle')}
        lead={t('project.membersLead')}
        actions={manages && <AddMemberDialog projectId={projectId} mail={canMail()} />}
      />
      <div className="mb-10">
        <MemberList
          projectId={projectId}
          members={members}
          me={project.memberId}
          manages={manages}
          administrator={actor.administrator}
        />
      </div>
      <Section title={t('project.rolesTitle')}>
        <RolesTable />
      </Section>
    </Page>
  )
}
