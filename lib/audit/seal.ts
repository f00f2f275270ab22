/**
 * The hash chain over everything that was done. Saves do not wait for it: what they wrote is linked behind them, in the
 * database, in order, by one sealer at a time (the SQL functions of migration 20261124110001_audit).
 */
import { db, Prisma, type Transaction } from '../db'
import { getRetention } from './retention'

const AT_ONCE = 2_000

/** Links what is pending; answers how many links that made. While another process is at it, leaves it to that one. */
export async function sealAudit(tx: Transaction = db): Promise<number> {
  let linked = 0
  for (let last = AT_ONCE; last === AT_ONCE; linked += last) {
    const [{ count }] = await tx.$queryRaw<{ count: number }[]>`SELECT "sealAudit"(${AT_ONCE}::int) AS count`
    last = count
  }
  return linked
}

/** Waits for its turn and links all there is, before something of it is forgotten in the same transaction. */
export async function sealAuditFirst(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(25718, 1)`
  await sealAudit(tx)
}

/**
 * `missing`, `chain` and `link`: a link is gone, moved or altered. `content`: what it says was altered. `text`: a saved text was.
 * `gone`: the saved text, the step or the entry it tells of is no longer there, and no document or project was deleted with it.
 */
export type AuditProblem = { number: number; problem: 'missing' | 'chain' | 'link' | 'content' | 'text' | 'gone' }

export type Verified = {
  problems: AuditProblem[]
  links: number
  /** The hash of the last link. Kept elsewhere, it proves later that nothing was cut off. */
  head: string
  headAt: Date | null
}

/** Goes over the whole chain: about 20,000 links a second. */
export async function verifyAudit(): Promise<Verified> {
  await sealAudit()
  return await db.$transaction(
    async (tx) => {
      const problems = await tx.$queryRaw<{ number: bigint; problem: AuditProblem['problem'] }[]>`
        SELECT "number", "problem" FROM "verifyAudit"() LIMIT 1000`
      const last = await tx.auditLog.findFirst({
        orderBy: { number: 'desc' },
        select: { number: true, hash: true, at: true },
      })
      return {
        problems: problems.map(({ number, problem }) => ({ number: Number(number), problem })),
        links: Number(last?.number ?? 0),
        head: last?.hash ?? '',
        headAt: last?.at ?? null,
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 600_000 },
  )
}

/** Whether a head that was kept elsewhere is still in the chain. */
export async function holdsHead(head: string): Promise<boolean> {
  return (await db.auditLog.count({ where: { hash: head } })) > 0
}

/** Forgets what links older than this say; that they were, by whom, when and of what kind stays, and the chain verifies. */
export async function eraseAuditBefore(before: Date): Promise<number> {
  return await db.$transaction((tx) => eraseAudit(tx, Prisma.sql`l."at" < ${before}`))
}

/** Forgets in both places: the link, and the entry it was made from. What is not linked yet is linked first, or it would be linked empty. */
export async function eraseAudit(tx: Transaction, which: Prisma.Sql): Promise<number> {
  const erased = await tx.$executeRaw`
    UPDATE "AuditLog" l SET "subject" = NULL, "detail" = NULL, "address" = NULL, "addressSalt" = NULL, "salt" = NULL, "erasedAt" = now()
    WHERE l."erasedAt" IS NULL AND ${which}`
  await tx.$executeRaw`
    UPDATE "AuditEntry" e SET "subject" = '', "detail" = '{}', "erasedAt" = now()
    FROM "AuditLog" l WHERE l."source" = 'entry' AND l."sourceId" = e."id" AND l."erasedAt" IS NOT NULL AND e."erasedAt" IS NULL`
  return erased
}

/** Forgets from which addresses a person worked; what they did stays told. A link from before the two were hashed apart goes whole. */
export async function eraseAddressesOf(tx: Transaction, userId: string): Promise<void> {
  await eraseAudit(tx, Prisma.sql`l."userId" = ${userId}::uuid AND l."address" IS NOT NULL AND l."addressHash" IS NULL`)
  await tx.$executeRaw`
    UPDATE "AuditLog" SET "address" = NULL, "addressSalt" = NULL WHERE "userId" = ${userId}::uuid AND "address" IS NOT NULL`
}

/** How many months the log tells what was done (retention.ts); without a rule, for good. */
export async function keepRetention(wanted?: number, now = new Date()): Promise<number> {
  const months = wanted ?? (await getRetention()).months ?? Number.NaN
  if (!(months >= 1)) return 0
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  return await eraseAuditBefore(before)
}
