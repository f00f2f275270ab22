import type { Transaction } from '../db'
import { AppError } from '../errors'

/**
 * Refuses what would leave the project without a manager who can sign in. Locks the project's row first:
 * two managers who step down at the same moment must not both succeed.
 */
export async function requireOtherManager(tx: Transaction, projectId: string, memberId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
  const other = await tx.member.findFirst({
    where: {
      projectId,
      id: { not: memberId },
      role: 'manager',
      removedAt: null,
      user: { disabledAt: null, passwordHash: { not: null } },
    },
    select: { id: true },
  })
  if (!other) throw new AppError('conflict', 'last-manager')
}
