import { getRetention, RETENTION_KEY, type Retention } from '../audit/retention'
import type { Actor } from '../auth/actor'
import { recordOwn } from '../auth/record-own'
import { requireRecent } from '../auth/require-recent'
import { db } from '../db'
import { AppError } from '../errors'
import type { RetentionInput } from './input'
import { requireAdministrator } from './require-administrator'

/** How long the log tells what was done, as it stands. */
export async function readRetention(actor: Actor): Promise<Retention> {
  requireAdministrator(actor)
  return await getRetention()
}

/** Says anew how long the log tells what was done; where the environment says so, this page cannot. */
export async function changeRetention(actor: Actor, { months, seenVersion }: RetentionInput): Promise<void> {
  requireAdministrator(actor)
  await requireRecent(actor)
  const before = await getRetention()
  if (before.byEnvironment) throw new AppError('forbidden', 'set-by-environment')
  await db.$transaction(async (tx) => {
    const value = JSON.stringify({ months })
    const count = await tx.$executeRaw`
      INSERT INTO "InstanceSetting" ("key", "value", "changedById") SELECT ${RETENTION_KEY}, ${value}::jsonb, ${actor.userId}::uuid
      WHERE ${seenVersion} = 0 OR EXISTS (SELECT FROM "InstanceSetting" WHERE "key" = ${RETENTION_KEY})
      ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value", "version" = "InstanceSetting"."version" + 1,
        "changedById" = excluded."changedById", "changedAt" = now() WHERE "InstanceSetting"."version" = ${seenVersion}`
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    await recordOwn(tx, actor, 'person.change-retention', actor.userId, { before: before.months, after: months })
  })
}
