'use server'
import { action } from '@/app/_server/action'
import { changeMemberRole } from '@/lib/project/change-member-role'
import { ChangeMemberRoleInput, InvitationInput, InviteInput, MemberInput } from '@/lib/project/input'
import { inviteMember } from '@/lib/project/invite-member'
import { issueSetupLink } from '@/lib/project/issue-setup-link'
import { removeMember } from '@/lib/project/remove-member'
import { renewInvitation } from '@/lib/project/renew-invitation'
import { withdrawInvitation } from '@/lib/project/withdraw-invitation'

export const inviteHere = action(InviteInput, inviteMember)
export const renewInvitationHere = action(InvitationInput, renewInvitation)
export const withdrawInvitationHere = action(InvitationInput, withdrawInvitation)
export const changeMemberRoleHere = action(ChangeMemberRoleInput, changeMemberRole)
export const removeMemberHere = action(MemberInput, removeMember)
export const issueSetupLinkHere = action(MemberInput, issueSetupLink)
