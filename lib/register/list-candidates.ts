import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { type Candidate, candidatesOf, findSame, joinEntries, type NamingRow, sameEntry } from '../bitext/register'
import { db } from '../db'
import { AppError } from '../errors'
import type { ListCandidatesInput } from './input'
import { readRegister } from './read-register'

/** `more`: the register has it, and would gain a form or a title. `same`: nothing would be gained. */
export type ListedCandidate = Candidate & { state: 'new' | 'more' | 'same' }

/** What a document names itself, people, outlets and its place, held against the register of its project. */
export async function listCandidates(
  actor: Actor,
  { projectId, documentId }: ListCandidatesInput,
): Promise<ListedCandidate[]> {
  await requireMember(actor, projectId, 'project.read')
  const document = await db.document.count({ where: { id: documentId, projectId, deletedAt: null } })
  if (document === 0) throw new AppError('not-found', 'not-found')
  const rows = await db.$queryRaw<NamingRow[]>`
    SELECT "zh", "en", "kind", "label" FROM "Segment"
    WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL ORDER BY "position"`
  const known = await readRegister(projectId)
  return candidatesOf(rows).map((candidate) => ({ ...candidate, state: stateOf(candidate, known) }))
}

function stateOf(candidate: Candidate, known: Awaited<ReturnType<typeof readRegister>>): ListedCandidate['state'] {
  const same = findSame(known, candidate)
  if (!same) return 'new'
  return sameEntry(joinEntries(same, { ...candidate, note: '' }), same) ? 'same' : 'more'
}
