import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { CLUSTERED, type Cluster, clustersOf } from './clusters'
import type { CheckedText } from './compute'
import type { ListClustersInput } from './input'
import { listFindings } from './queries'

export type Clusters = { clusters: Cluster[]; snapshot: string }

/** Every thing the document says in several ways, with all its places. What was dismissed is not among them. */
export async function listClusters(actor: Actor, { projectId, documentId }: ListClustersInput): Promise<Clusters> {
  await requireMember(actor, projectId, 'project.read')
  // Before the texts are read: what changes while they are being read is found changed.
  const [{ snapshot }] = await db.$queryRaw<[{ snapshot: string }]>`SELECT pg_current_snapshot()::text AS snapshot`
  const document = await db.document.findFirst({ where: { id: documentId, projectId, deletedAt: null } })
  if (!document) throw new AppError('not-found', 'not-found')
  const found = await db.finding.findMany({
    where: { documentId, projectId, check: { in: [...CLUSTERED] } },
    select: { segmentId: true },
    distinct: ['segmentId'],
    take: MOST_ROWS,
  })
  if (found.length === 0) return { clusters: [], snapshot }
  const ids = found.map(({ segmentId }) => segmentId)
  const { findings } = await listFindings(actor, { projectId, documentId, ids })
  const open = findings.filter(({ dismissal }) => dismissal === null)
  const rows = await db.$queryRaw<CheckedText[]>`
    SELECT "id", "zh", "en", "kind", "label" FROM "Segment"
    WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL ORDER BY "position"`
  return { clusters: clustersOf(open, rows), snapshot }
}

const MOST_ROWS = 5000
