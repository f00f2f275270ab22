import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { WebhookInput } from './input'

/** What still waits in the queue for it is dropped there. */
export async function removeWebhook(actor: Actor, { projectId, webhookId, seenVersion }: WebhookInput): Promise<void> {
  await requireMember(actor, projectId, 'webhook.manage')
  await db.$transaction(async (tx) => {
    const webhook = await tx.webhook.findFirst({ where: { id: webhookId, projectId }, select: { url: true } })
    if (!webhook) throw new AppError('not-found', 'not-found')
    const { count } = await tx.webhook.deleteMany({ where: { id: webhookId, projectId, version: seenVersion } })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, projectId, 'webhook.remove', webhookId, webhook)
  })
}
