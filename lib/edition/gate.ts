/** What stands in the way of publishing a document. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma, type Transaction } from '../db'
import { AppError } from '../errors'

/** Each with the first few rows concerned, 1-based. Waiting suggestions are told and stand in nobody's way. */
export const OBSTACLES = ['unapproved', 'critical', 'stale', 'suggested'] as const

export type Obstacle = (typeof OBSTACLES)[number]

type Place = { row: number; segmentId: number }

export type Gate = { number: number; obstacles: Record<Obstacle, { count: number; first: Place[] }> }

const HINTS: readonly Obstacle[] = ['suggested']

export function isBlocked({ obstacles }: Gate): boolean {
  return OBSTACLES.some((obstacle) => !HINTS.includes(obstacle) && obstacles[obstacle].count > 0)
}

type Wanted = { projectId: string; documentId: string }

/** What publishing now would meet, and the number the edition would have. */
export async function getGate(actor: Actor, place: Wanted): Promise<Gate> {
  await requireMember(actor, place.projectId, 'project.read')
  return await readGate(db, place)
}

/**
 * Ready for release, in SQL over the columns of a row: reviewed, the last step before it, or protected. Nobody approves
 * credits, captions and the clause; they go out with the document.
 */
export const READY = Prisma.sql`("status" >= 'reviewed' OR "locked")`

export async function readGate(tx: Transaction, { projectId, documentId }: Wanted): Promise<Gate> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: {
      sources: { select: { id: true } },
      editions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  if (document.sources.length < 2) throw new AppError('invalid', 'nothing-to-compare')
  const met = await tx.$queryRaw<{ obstacle: Obstacle; count: number; first: Place[] }[]>`
    WITH place AS (
      SELECT s."id", row_number() OVER (ORDER BY s."position")::int AS row, s."stale", ${READY} AS ready FROM "Segment" s
      WHERE s."documentId" = ${documentId}::uuid AND s."position" IS NOT NULL
    ), met AS (
      SELECT 'unapproved' AS obstacle, "id", row FROM place WHERE NOT ready
      UNION ALL SELECT 'stale', "id", row FROM place WHERE "stale"
      UNION ALL SELECT 'critical', p."id", p.row FROM place p JOIN "Discrepancy" d ON d."segmentId" = p."id"
        WHERE d."severity" = 'critical' AND d."state" IN ('open', 'proposed')
      UNION ALL SELECT 'suggested', p."id", p.row FROM place p JOIN "Suggestion" g ON g."segmentId" = p."id" WHERE g."state" = 'open'
    ), numbered AS (SELECT *, row_number() OVER (PARTITION BY obstacle ORDER BY row) AS at FROM met)
    SELECT obstacle, count(*)::int AS count,
      coalesce(jsonb_agg(jsonb_build_object('row', row, 'segmentId', "id") ORDER BY row) FILTER (WHERE at <= ${FIRST}), '[]'::jsonb) AS first
    FROM numbered GROUP BY obstacle`
  const obstacles = Object.fromEntries(
    OBSTACLES.map((obstacle) => {
      const { count = 0, first = [] } = met.find((one) => one.obstacle === obstacle) ?? {}
      return [obstacle, { count, first }]
    }),
  ) as Gate['obstacles']
  return { number: (document.editions[0]?.number ?? 0) + 1, obstacles }
}

/** As many places as a person goes to by hand. */
const FIRST = 5
