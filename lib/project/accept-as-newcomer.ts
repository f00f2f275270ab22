import { findInvitation, requireInvitation } from '../auth/invitation'
import { hashPassword, requireStrongPassword } from '../auth/password'
import { recordOwn } from '../auth/record-own'
import { db } from '../db'
import { AppError } from '../errors'
import { joinByInvitation } from './accept-invitation'
import type { AcceptAsNewcomerInput } from './input'

/** Accepts an invitation as one who has no account here: makes it, with the address of the invitation, a name and a password. */
export async function acceptAsNewcomer(input: AcceptAsNewcomerInput): Promise<{ email: string; projectId: string }> {
  const { secret, name, password, locale } = input
  const invited = await findInvitation(secret)
  if (!invited) throw new AppError('not-found', 'link-expired')
  requireStrongPassword(password, [invited.email, name])
  const passwordHash = await hashPassword(password)
  return await db.$transaction(async (tx) => {
    const invitation = await requireInvitation(tx, secret)
    const { email, projectId } = invitation
    const [user] = await tx.user.createManyAndReturn({
      data: { email, name, locale, passwordHash },
      skipDuplicates: true,
      select: { id: true },
    })
    if (!user) throw new AppError('conflict', 'sign-in-to-accept')
    await recordOwn(tx, { userId: user.id }, 'person.complete-setup', user.id)
    await joinByInvitation(tx, { userId: user.id }, invitation)
    return { email, projectId }
  })
}
