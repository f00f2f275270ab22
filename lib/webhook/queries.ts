import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { WebhooksInput } from './input'
import type { WebhookTopic } from './topics'

export type WebhookRow = {
  id: string
  url: string
  topics: WebhookTopic[]
  enabled: boolean
  lastSentAt: Date | null
  lastTriedAt: Date | null
  problem: string
  by: string
  version: number
}

export async function listWebhooks(actor: Actor, { projectId }: WebhooksInput): Promise<WebhookRow[]> {
  await requireMember(actor, projectId, 'webhook.manage')
  const rows = await db.webhook.findMany({
    where: { projectId },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      url: true,
      topics: true,
      disabledAt: true,
      lastSentAt: true,
      lastTriedAt: true,
      problem: true,
      version: true,
      member: { select: { user: { select: { name: true } } } },
    },
  })
  return rows.map(({ disabledAt, member, topics, ...row }) => ({
    ...row,
    topics: topics as WebhookTopic[],
    enabled: disabledAt === null,
    by: member.user.name,
  }))
}
