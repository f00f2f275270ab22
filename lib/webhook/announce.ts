/**
 * What was done since a webhook was last told goes to the queue, one message a deed. The audit log is the source: it is one
 * gapless row of numbers, so that "up to here" leaves nothing out and tells nothing twice, whichever worker is at it.
 */
import { db } from '../db'
import { readyToSend, send } from '../jobs/boss'

/** Beyond this the next round goes on. */
const AT_ONCE = 200

/** Answers how many messages were handed to the queue. */
export async function announceDeeds(): Promise<number> {
  const behind = await db.$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM "Webhook" w JOIN "Project" p ON p."id" = w."projectId" AND p."archivedAt" IS NULL
    WHERE w."disabledAt" IS NULL AND EXISTS (SELECT FROM "AuditLog" l WHERE l."projectId" = w."projectId" AND l."number" > w."upTo")`
  if (behind.length === 0) return 0
  await readyToSend()
  let sent = 0
  for (const { id } of behind) sent += await announceTo(id)
  return sent
}

async function announceTo(webhookId: string): Promise<number> {
  return await db.$transaction(async (tx) => {
    const [webhook] = await tx.$queryRaw<{ projectId: string; topics: string[]; upTo: bigint }[]>`
      SELECT "projectId", "topics", "upTo" FROM "Webhook"
      WHERE "id" = ${webhookId}::uuid AND "disabledAt" IS NULL FOR UPDATE SKIP LOCKED`
    if (!webhook) return 0
    const { projectId, topics, upTo } = webhook
    const deeds = await tx.$queryRaw<{ number: bigint; action: string }[]>`
      SELECT "number", "action" FROM "AuditLog" WHERE "projectId" = ${projectId}::uuid AND "number" > ${upTo}
      ORDER BY "number" LIMIT ${AT_ONCE}`
    const last = deeds.at(-1)
    if (!last) return 0
    const wanted = deeds.filter(({ action }) => topics.includes(action.split('.')[0]))
    for (const { number } of wanted) await send(tx, 'webhook.deliver', { webhookId, number: String(number) })
    await tx.webhook.update({ where: { id: webhookId }, data: { upTo: last.number }, select: { id: true } })
    return wanted.length
  })
}
