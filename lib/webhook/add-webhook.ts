import { randomUUID } from 'node:crypto'
import { sealAudit } from '../audit/seal'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { seal } from '../auth/seal'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AddWebhookInput } from './input'
import { MOST_WEBHOOKS, newSecret } from './rules'

/** Tells another program from now on. Its secret is shown this once; the database keeps it sealed. */
export async function addWebhook(actor: Actor, input: AddWebhookInput): Promise<{ id: string; secret: string }> {
  const { projectId, url, topics } = input
  const member = await requireMember(actor, projectId, 'webhook.manage')
  // What was done until now is not told.
  await sealAudit()
  const [id, secret] = [randomUUID(), newSecret()]
  await db.$transaction(async (tx) => {
    // Two at once must not both find room for the last one.
    await tx.$queryRaw`SELECT "id" FROM "Project" WHERE "id" = ${projectId}::uuid FOR UPDATE`
    if ((await tx.webhook.count({ where: { projectId } })) >= MOST_WEBHOOKS)
      throw new AppError('invalid', 'webhooks-too-many')
    const last = await tx.auditLog.aggregate({ _max: { number: true } })
    const upTo = last._max.number ?? 0n
    await tx.webhook.create({
      data: { id, projectId, url, topics, upTo, sealedSecret: seal(secret, id), memberId: member.id },
      select: { id: true },
    })
    await record(tx, actor, projectId, 'webhook.add', id, { url, topics })
  })
  return { id, secret }
}
