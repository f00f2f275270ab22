/** What screens show of the termbase. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Concept } from '../bitext/terms'
import { db, type Prisma } from '../db'
import type { ListConceptsInput } from './input'
import { readConcepts, termOf } from './read-concepts'

export type ConceptRow = Concept & { version: number; changedAt: string; by: string }

export const CONCEPTS_A_PAGE = 50

/** A page of concepts, the last changed first; `search` is sought in every term, note and definition. */
export async function listConcepts(
  actor: Actor,
  { projectId, search = '', skip = 0 }: ListConceptsInput,
): Promise<{ concepts: ConceptRow[]; total: number; all: number }> {
  await requireMember(actor, projectId, 'project.read')
  const where: Prisma.ConceptWhereInput = { projectId, ...(search.trim() !== '' && holds(search.trim())) }
  const [all, total, rows] = await Promise.all([
    db.concept.count({ where: { projectId } }),
    db.concept.count({ where }),
    db.concept.findMany({
      where,
      orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
      skip,
      take: CONCEPTS_A_PAGE,
      select: {
        id: true,
        definition: true,
        subject: true,
        version: true,
        changedAt: true,
        member: { select: { user: { select: { name: true } } } },
        terms: {
          orderBy: { place: 'asc' },
          select: { side: true, text: true, status: true, partOfSpeech: true, note: true, source: true },
        },
      },
    }),
  ])
  const concepts = rows.map(({ changedAt, member, terms, ...row }) => ({
    ...row,
    terms: terms.map(termOf),
    changedAt: changedAt.toISOString(),
    by: member.user.name,
  }))
  return { concepts, total, all }
}

function holds(words: string): Prisma.ConceptWhereInput {
  const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return {
    OR: [
      { definition: contains },
      { subject: contains },
      { terms: { some: { OR: [{ text: contains }, { note: contains }, { source: contains }] } } },
    ],
  }
}

/** The whole termbase, for highlighting in the browser. */
export async function getTerms(actor: Actor, { projectId }: { projectId: string }): Promise<Concept[]> {
  await requireMember(actor, projectId, 'project.read')
  return await readConcepts(projectId)
}
