import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Term } from '../bitext/terms'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { MOST_CONCEPTS, type SaveConceptInput } from './input'
import { touchTerms } from './touch-terms'

/** Keeps a new concept, or a changed one as a whole: its terms stand in the order given. */
export async function saveConcept(
  actor: Actor,
  input: SaveConceptInput,
): Promise<{ conceptId: string; version: number }> {
  const { projectId, conceptId, seenVersion, definition, subject, terms } = input
  const member = await requireMember(actor, projectId, 'term.manage')
  return await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const data = { definition, subject, memberId: member.id }
    const id = conceptId ?? (await addConcept(tx, projectId, data))
    if (conceptId) {
      const { count } = await tx.concept.updateMany({
        where: { id, projectId, version: seenVersion },
        data: { ...data, changedAt: new Date(), version: { increment: 1 } },
      })
      if (count === 0) throw await whyNot(tx, projectId, id)
      await tx.term.deleteMany({ where: { conceptId: id, concept: { projectId } } })
    }
    await tx.term.createMany({ data: termRows(id, terms) })
    const words = terms.map(({ text }) => text)
    await record(tx, actor, projectId, conceptId ? 'concept.change' : 'concept.add', id, { terms: words })
    return { conceptId: id, version: conceptId ? seenVersion + 1 : 1 }
  })
}

async function addConcept(
  tx: Transaction,
  projectId: string,
  data: { definition: string; subject: string; memberId: string },
): Promise<string> {
  if ((await tx.concept.count({ where: { projectId } })) >= MOST_CONCEPTS)
    throw new AppError('invalid', 'terms-too-many')
  const { id } = await tx.concept.create({ data: { projectId, ...data }, select: { id: true } })
  return id
}

async function whyNot(tx: Transaction, projectId: string, id: string): Promise<AppError> {
  const here = await tx.concept.count({ where: { id, projectId } })
  return here > 0 ? new AppError('conflict', 'changed-meanwhile') : new AppError('not-found', 'not-found')
}

export function termRows(conceptId: string, terms: readonly Term[]) {
  return terms.map((term, place) => ({ conceptId, place, ...term, partOfSpeech: term.partOfSpeech ?? null }))
}
