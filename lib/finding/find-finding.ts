import type { Transaction } from '../db'
import { AppError } from '../errors'

/** The finding a person means, as it stands now; one whose words have changed since is gone. */
export async function findFinding(tx: Transaction, at: { projectId: string; segmentId: number; key: string }) {
  const finding = await tx.finding.findFirst({
    where: { ...at, document: { deletedAt: null }, segment: { position: { not: null } } },
    orderBy: { id: 'asc' },
  })
  if (!finding) throw new AppError('conflict', 'finding-gone')
  return finding
}
