import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'

export const BASES = ['first', 'previous'] as const

/** What a text is compared with: as it was brought in, or as it was before the last change. */
export type Base = (typeof BASES)[number]

export const BasesInput = z.object({
  projectId: z.uuid(),
  ids: z.array(z.number().int().positive()).max(200),
  base: z.enum(BASES),
})
export type BasesInput = z.infer<typeof BasesInput>

export type BaseText = { segmentId: number; side: Side; text: string }

/** Earlier texts of several segments at once. A side that was never changed has none. */
export async function listBases(actor: Actor, { projectId, ids, base }: BasesInput): Promise<BaseText[]> {
  await requireMember(actor, projectId, 'project.read')
  const order = base === 'first' ? Prisma.sql`r."version"` : Prisma.sql`r."version" DESC`
  return await db.$queryRaw<BaseText[]>`
    SELECT DISTINCT ON (r."segmentId", r."side") r."segmentId", r."side", r."before" AS text
    FROM "Revision" r JOIN "Segment" s ON s."id" = r."segmentId" AND s."position" IS NOT NULL
      JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE r."projectId" = ${projectId}::uuid AND r."segmentId" = ANY(${ids}::int[])
    ORDER BY r."segmentId", r."side", ${order}`
}
