import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DeleteConceptInput } from './input'
import { touchTerms } from './touch-terms'

/** Takes a concept and its terms out of the termbase; the audit trail keeps their words. */
export async function deleteConcept(actor: Actor, { projectId, conceptId, seenVersion }: DeleteConceptInput) {
  await requireMember(actor, projectId, 'term.manage')
  await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const concept = await tx.concept.findFirst({
      where: { id: conceptId, projectId },
      select: { version: true, definition: true, terms: { select: { text: true }, orderBy: { place: 'asc' } } },
    })
    if (!concept) throw new AppError('not-found', 'not-found')
    if (concept.version !== seenVersion) throw new AppError('conflict', 'changed-meanwhile')
    await tx.concept.deleteMany({ where: { id: conceptId, projectId } })
    const { definition, terms } = concept
    await record(tx, actor, projectId, 'concept.delete', conceptId, {
      definition,
      terms: terms.map(({ text }) => text),
    })
  })
}
