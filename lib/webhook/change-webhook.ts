import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { ChangeWebhookInput } from './input'

/** Changes what is told, or switches it off and on. What was done while it was off is not told later. */
export async function changeWebhook(actor: Actor, input: ChangeWebhookInput): Promise<{ version: number }> {
  const { projectId, webhookId, seenVersion, topics, enabled } = input
  await requireMember(actor, projectId, 'webhook.manage')
  return await db.$transaction(async (tx) => {
    const before = await tx.webhook.findFirst({
      where: { id: webhookId, projectId },
      select: { topics: true, disabledAt: true },
    })
    if (!before) throw new AppError('not-found', 'not-found')
    const last = await tx.auditLog.aggregate({ _max: { number: true } })
    const { count } = await tx.webhook.updateMany({
      where: { id: webhookId, projectId, version: seenVersion },
      data: {
        topics,
        disabledAt: enabled ? null : (before.disabledAt ?? new Date()),
        version: { increment: 1 },
        ...(enabled && before.disabledAt && { upTo: last._max.number ?? 0n, problem: '' }),
      },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    const was = { topics: before.topics, enabled: before.disabledAt === null }
    await record(tx, actor, projectId, 'webhook.change', webhookId, { before: was, after: { topics, enabled } })
    return { version: seenVersion + 1 }
  })
}
