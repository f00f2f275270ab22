import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DetachLinkInput } from './input'
import type { NoteLink } from './rules'

/** Takes an address away again: one's own, or anybody's for those who decide. What it was stays in the audit trail. */
export async function detachLink(actor: Actor, { projectId, discrepancyId, linkId }: DetachLinkInput): Promise<void> {
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  await db.$transaction(async (tx) => {
    const note = await tx.discrepancy.findFirst({
      where: { id: discrepancyId, projectId, document: { deletedAt: null } },
      select: { links: true },
    })
    const link = (note?.links as NoteLink[] | undefined)?.find(({ id }) => id === linkId)
    if (!link) throw new AppError('not-found', 'not-found')
    if (link.byId !== member.id && !can(member.role, 'discrepancy.decide')) {
      throw new AppError('forbidden', 'not-allowed')
    }
    await tx.$executeRaw`
      UPDATE "Discrepancy" SET "links" = (
        SELECT coalesce(jsonb_agg(l ORDER BY n), '[]'::jsonb) FROM jsonb_array_elements("links") WITH ORDINALITY AS x(l, n)
        WHERE l ->> 'id' <> ${linkId})
      WHERE "id" = ${discrepancyId}::uuid AND "projectId" = ${projectId}::uuid`
    await record(tx, actor, projectId, 'discrepancy.detach-link', discrepancyId, { url: link.url, title: link.title })
  })
}
