import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { record } from '../project/audit'
import { findFinding } from './find-finding'
import type { DismissInput } from './input'

/**
 * Keeps a person's word that a finding is none, for this place, this document or the project, with the reason. It holds
 * until the words on either side change, or somebody takes it back.
 */
export async function dismissFinding(actor: Actor, input: DismissInput): Promise<{ dismissalId: string }> {
  const { projectId, segmentId, key, scope, reason, note } = input
  const member = await requireMember(
    actor,
    projectId,
    scope === 'place' ? 'finding.dismiss' : 'finding.dismiss-everywhere',
  )
  return await db.$transaction(async (tx) => {
    const finding = await findFinding(tx, { projectId, segmentId, key })
    const place = {
      documentId: scope === 'project' ? null : finding.documentId,
      segmentId: scope === 'place' ? segmentId : null,
    }
    // Two people may dismiss the same at once: the second finds it done.
    const before = await tx.dismissal.findFirst({ where: { projectId, ...place, key, undoneAt: null } })
    if (before) return { dismissalId: before.id }
    const { id } = await tx.dismissal.create({
      data: {
        projectId,
        ...place,
        check: finding.check,
        says: finding.says,
        values: finding.values ?? {},
        zhWords: finding.zhWords,
        enWords: finding.enWords,
        key,
        reason,
        note,
        memberId: member.id,
      },
      select: { id: true },
    })
    const { check, says } = finding
    await record(tx, actor, projectId, 'finding.dismiss', id, { check, says, scope, reason, segmentId })
    return { dismissalId: id }
  })
}
