import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ChangeCheckInput } from './input'

/** Switches a check off or on for the project, or gives what it finds another severity. Nothing is computed anew for it. */
export async function changeCheck(actor: Actor, input: ChangeCheckInput): Promise<{ version: number }> {
  const { projectId, check, off, severity, seenVersion } = input
  const member = await requireMember(actor, projectId, 'check.manage')
  return await db.$transaction(async (tx) => {
    const before = await tx.checkSetting.findUnique({
      where: { projectId_check: { projectId, check } },
      select: { off: true, severity: true },
    })
    const set = { off, severity, memberId: member.id, changedAt: new Date() }
    const { count } =
      seenVersion === 0
        ? await tx.checkSetting.createMany({ data: [{ projectId, check, ...set }], skipDuplicates: true })
        : await tx.checkSetting.updateMany({
            where: { projectId, check, version: seenVersion },
            data: { ...set, version: { increment: 1 } },
          })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'check.change', check, { before, after: { off, severity } })
    return { version: seenVersion + 1 }
  })
}
