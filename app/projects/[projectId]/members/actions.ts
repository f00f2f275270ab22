'use server'
import { action } from '@/app/_server/action'
import { addMember } from '@/lib/project/add-member'
import { changeMemberRole } from '@/lib/project/change-member-role'
import { AddMemberInput, ChangeMemberRoleInput, MemberInput } from '@/lib/project/input'
import { issueSetupLink } from '@/lib/project/issue-setup-link'
import { removeMember } from '@/lib/project/remove-member'

export const addMemberHere = action(AddMemberInput, addMember)
export const changeMemberRoleHere = action(ChangeMemberRoleInput, changeMemberRole)
export const removeMemberHere = action(MemberInput, removeMember)
export const issueSetupLinkHere = action(MemberInput, issueSetupLink)
