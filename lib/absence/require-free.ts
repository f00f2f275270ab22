import type { Transaction } from '../db'
import { AppError } from '../errors'
import { type DaysAway, problemOf } from './rules'
import { stillComing, withDays } from './stored-days'

/** Two tabs that add the same week at once wait for each other, and the second is refused. */
export async function requireFree(
  tx: Transaction,
  userId: string,
  days: DaysAway,
  { besides, now }: { besides: string | null; now: Date },
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
  const rows = await tx.absence.findMany({
    where: { userId, to: { gte: stillComing(now).since }, ...(besides && { id: { not: besides } }) },
    select: { from: true, to: true, zone: true },
  })
  const problem = problemOf(days, rows.map(withDays), now)
  if (problem) throw new AppError('invalid', problem)
}
