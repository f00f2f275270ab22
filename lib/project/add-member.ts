import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { createSetupLink } from '../auth/setup-link'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { sendLater } from '../mail/outbox'
import { canMail } from '../mail/settings'
import { record } from './audit'
import type { AddMemberInput } from './input'

export type AddedMember = {
  memberId: string
  name: string
  /** For a person new to the workbench whom no mail will reach: the secret of their set-up link, shown this once. */
  setupSecret: string | null
  /** A letter is on its way: an invitation with the link, or word of the project. */
  mailed: boolean
}

/** Makes a person a member, by e-mail. One who is new gets an account without a password and a link to set one. */
export async function addMember(actor: Actor, input: AddMemberInput): Promise<AddedMember> {
  const { projectId, role } = input
  await requireMember(actor, projectId, 'member.manage')
  return db.$transaction(async (tx) => {
    const { user, isNew } = await findOrCreateUser(tx, input)
    const memberId = await join(tx, projectId, user.id, role)
    await record(tx, actor, projectId, 'member.add', memberId, { role, isNew })
    const mailed = await tell(tx, actor, input, isNew)
    // Only the maker of an account gets its link: for one made elsewhere it would open that project too.
    const setupSecret = isNew && !mailed ? await createSetupLink(tx, user.id) : null
    return { memberId, name: user.name, setupSecret, mailed }
  })
}

async function tell(tx: Transaction, actor: Actor, { projectId, email }: AddMemberInput, isNew: boolean) {
  if (!canMail()) return false
  const { name: project } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } })
  const { locale } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { locale: true } })
  const about = { by: actor.name, project }
  if (isNew) await sendLater(tx, 'invitation', email, { ...about, locale })
  else await sendLater(tx, 'added', email, { ...about, projectId })
  return true
}

async function findOrCreateUser(tx: Transaction, { email, name }: AddMemberInput) {
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, name: true } })
  if (user) return { user, isNew: false }
  return { user: await tx.user.create({ data: { email, name }, select: { id: true, name: true } }), isNew: true }
}

/** Someone removed before gets the old membership back, with its history and the new role. */
async function join(tx: Transaction, projectId: string, userId: string, role: AddMemberInput['role']) {
  const revived = await tx.member.updateMany({
    where: { projectId, userId, removedAt: { not: null } },
    data: { removedAt: null, role },
  })
  const member = await tx.member.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { id: true },
  })
  if (member && revived.count === 0) throw new AppError('conflict', 'already-member', { field: 'email' })
  if (member) return member.id
  return (await tx.member.create({ data: { projectId, userId, role }, select: { id: true } })).id
}
