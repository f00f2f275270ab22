/** The shapes of what people say about projects and their members; the forms use them too. */
import { z } from 'zod'
import { CompleteSetupInput, EmailInput, NameInput, PlainLine } from '../auth/input'
import { MEMBER_ROLES } from '../auth/roles'
import { GOVERNING_RULES } from '../bitext/text'

const ProjectName = PlainLine.max(120)
const Id = z.guid()

export const CreateProjectInput = z.object({ name: ProjectName, governing: z.enum(GOVERNING_RULES) })
export type CreateProjectInput = z.infer<typeof CreateProjectInput>

export const UpdateProjectInput = z.object({
  projectId: Id,
  name: ProjectName,
  governing: z.enum(GOVERNING_RULES),
  fourEyes: z.boolean(),
  seenVersion: z.number().int(),
})
export type UpdateProjectInput = z.infer<typeof UpdateProjectInput>

export const InviteInput = z.object({
  projectId: Id,
  email: EmailInput,
  /** Whom the letter addresses; a newcomer may change it. */
  name: NameInput,
  role: z.enum(MEMBER_ROLES),
})
export type InviteInput = z.infer<typeof InviteInput>

export const InvitationInput = z.object({ projectId: Id, invitationId: Id })
export type InvitationInput = z.infer<typeof InvitationInput>

const Secret = z.string().min(20).max(100)

export const AcceptInput = z.object({ secret: Secret })
export type AcceptInput = z.infer<typeof AcceptInput>

export const AcceptAsNewcomerInput = CompleteSetupInput.omit({ email: true })
export type AcceptAsNewcomerInput = z.infer<typeof AcceptAsNewcomerInput>

export const ChangeMemberRoleInput = z.object({ projectId: Id, memberId: Id, role: z.enum(MEMBER_ROLES) })
export type ChangeMemberRoleInput = z.infer<typeof ChangeMemberRoleInput>

export const MemberInput = z.object({ projectId: Id, memberId: Id })
export type MemberInput = z.infer<typeof MemberInput>

export const OwnProjectInput = z.object({ projectId: Id })
export type OwnProjectInput = z.infer<typeof OwnProjectInput>
