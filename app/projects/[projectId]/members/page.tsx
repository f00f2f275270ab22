import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { listAway } from '@/lib/absence/queries'
import { can } from '@/lib/auth/roles'
import { canMail } from '@/lib/mail/settings'
import { listInvitations } from '@/lib/project/list-invitations'
import { getProject, listMembers } from '@/lib/project/queries'
import { InvitationList } from './invitation-list'
import { InviteDialog } from './invite-dialog'
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
  const invitations = manages ? await listInvitations(actor, projectId) : []
  const away = can(project.role, 'progress.people') ? await listAway(actor, { projectId }) : new Map()
  return (
    <Page width="medium">
      <PageHeader
        title={t('project.membersTitle')}
        lead={t('project.membersLead')}
        actions={manages && <InviteDialog projectId={projectId} mail={canMail()} />}
      />
      <div className="mb-10">
        <MemberList
          projectId={projectId}
          members={members}
          away={away}
          me={project.memberId}
          manages={manages}
          administrator={actor.administrator}
        />
      </div>
      {invitations.length > 0 && (
        <Section title={t('invitation.open')}>
          <p className="mb-3 text-ink-soft">{t('invitation.openLead')}</p>
          <InvitationList projectId={projectId} invitations={invitations} mail={canMail()} />
        </Section>
      )}
      <Section title={t('project.rolesTitle')}>
        <RolesTable />
      </Section>
    </Page>
  )
}
