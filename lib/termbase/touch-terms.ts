import type { Transaction } from '../db'

/**
 * Raises the project's number of its termbase: findings are computed anew, and open screens are told. Its row lock lets
 * one change of a termbase be made after the other.
 */
export async function touchTerms(tx: Transaction, projectId: string): Promise<void> {
  await tx.project.update({ where: { id: projectId }, data: { termsVersion: { increment: 1 } }, select: { id: true } })
}
