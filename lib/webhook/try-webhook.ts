import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { send } from './deliver'
import type { WebhookInput } from './input'
import { addressOf } from './message'

/** Sends a message that says nothing, now, so that a manager sees whether the other side takes it. */
export async function tryWebhook(
  actor: Actor,
  { projectId, webhookId }: Omit<WebhookInput, 'seenVersion'>,
): Promise<{ ok: boolean; problem: string }> {
  await requireMember(actor, projectId, 'webhook.manage')
  const webhook = await db.webhook.findFirst({
    where: { id: webhookId, projectId },
    select: { id: true, url: true, sealedSecret: true, project: { select: { name: true } } },
  })
  if (!webhook) throw new AppError('not-found', 'not-found')
  const project = { id: projectId, name: webhook.project.name, url: addressOf(`/projects/${projectId}`) }
  const message = { type: 'webhook.try', timestamp: new Date().toISOString(), data: { project } }
  // Refusals are written down where the page shows them; here they are no error of ours.
  await send(webhook, `${webhookId}:${randomUUID()}`, message, new AbortController().signal).catch(() => {})
  const { problem } = await db.webhook.findUniqueOrThrow({ where: { id: webhookId }, select: { problem: true } })
  return { ok: problem === '', problem }
}
