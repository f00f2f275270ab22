import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { AttachLinkInput } from './input'
import { hostOf, MOST_LINKS } from './links'
import type { NoteLink } from './rules'

/** Puts an address beside a note. Added in the database, so that of two people who add one at once neither loses theirs. */
export async function attachLink(actor: Actor, input: AttachLinkInput): Promise<{ link: NoteLink }> {
  const { projectId, discrepancyId, url, title } = input
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  const link: NoteLink = {
    id: randomUUID(),
    url,
    title: title || hostOf(url),
    byId: member.id,
    by: member.name,
    at: new Date().toISOString(),
  }
  return await db.$transaction(async (tx) => {
    const place = { id: discrepancyId, projectId, document: { deletedAt: null } }
    if ((await tx.discrepancy.count({ where: place })) === 0) throw new AppError('not-found', 'not-found')
    const count = await tx.$executeRaw`
      UPDATE "Discrepancy" SET "links" = "links" || ${JSON.stringify([link])}::jsonb
      WHERE "id" = ${discrepancyId}::uuid AND "projectId" = ${projectId}::uuid AND jsonb_array_length("links") < ${MOST_LINKS}::int`
    if (count === 0) throw new AppError('invalid', 'links-too-many')
    await record(tx, actor, projectId, 'discrepancy.attach-link', discrepancyId, { url, title: link.title })
    return { link }
  })
}
