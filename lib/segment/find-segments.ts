import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { StorableText } from '../revision/input'

export const FindInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  /** Sought as it stands on both sides, case aside. One Chinese character is enough. */
  text: StorableText.min(1).max(500),
})
export type FindInput = z.infer<typeof FindInput>

/**
 * Ids of the segments in which the words occur on either side, in the order of the document.
 * Reads the whole document: `strpos` knows no trigrams, so that words of one and two characters are found as well.
 */
export async function findSegments(actor: Actor, { projectId, documentId, text }: FindInput): Promise<number[]> {
  await requireMember(actor, projectId, 'project.read')
  const sought = text.toLowerCase()
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT s."id" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL
      AND (strpos(lower(s."zh"), ${sought}) > 0 OR strpos(lower(s."en"), ${sought}) > 0)
    ORDER BY s."position"`
  return rows.map(({ id }) => id)
}
