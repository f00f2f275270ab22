import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ChangeQualityInput } from './input'

/** Says how the project scores quality. Scores are always computed from the notes, so the past is seen by the new rule too. */
export async function changeQuality(actor: Actor, input: ChangeQualityInput): Promise<{ version: number }> {
  const { projectId, seenVersion, ...after } = input
  await requireMember(actor, projectId, 'quality.manage')
  return await db.$transaction(async (tx) => {
    const before = await tx.qualitySetting.findUnique({
      where: { projectId },
      omit: { projectId: true, version: true },
    })
    const { count } =
      seenVersion === 0
        ? await tx.qualitySetting.createMany({ data: [{ projectId, ...after }], skipDuplicates: true })
        : await tx.qualitySetting.updateMany({
            where: { projectId, version: seenVersion },
            data: { ...after, version: { increment: 1 } },
          })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'quality.change', projectId, { before, after })
    return { version: seenVersion + 1 }
  })
}
