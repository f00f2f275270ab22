import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Concept } from '../bitext/terms'
import type { Problem } from '../bitext/text'
import { isStorable } from '../bitext/text/well-formed'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { MOST_CONCEPTS, type TermFileInput } from './input'
import { type ImportPlan, type Known, planImport } from './plan-import'
import { readConcepts } from './read-concepts'
import { readTermFile } from './read-term-file'
import { termRows } from './save-concept'
import { touchTerms } from './touch-terms'

export type TermsPreview =
  | {
      ok: true
      concepts: number
      terms: number
      fresh: number
      changed: number
      same: number
      /** The first of what would come or change. */
      shown: Concept[]
      notices: Problem[]
    }
  | { ok: false; problems: Problem[] }

const SHOWN = 12

/** What a file of terms holds and what bringing it in would do. Nothing is kept. */
export async function previewTerms(actor: Actor, { projectId, bytes }: TermFileInput): Promise<TermsPreview> {
  await requireMember(actor, projectId, 'term.manage')
  const read = readTermFile(bytes)
  if (!read.ok) return read
  const concepts = storable(read.concepts)
  const { fresh, changed, same } = planImport(await readKnown(db, projectId), concepts)
  return {
    ok: true,
    concepts: concepts.length,
    terms: concepts.reduce((sum, { terms }) => sum + terms.length, 0),
    fresh: fresh.length,
    changed: changed.length,
    same,
    shown: [...fresh, ...changed.map(({ concept }) => concept)].slice(0, SHOWN),
    notices: read.notices,
  }
}

/** Brings a file of terms in: new concepts come, those of the same id or the same words take the file's form. */
export async function importTerms(actor: Actor, { projectId, fileName, bytes }: TermFileInput) {
  const member = await requireMember(actor, projectId, 'term.manage')
  const read = readTermFile(bytes)
  if (!read.ok) throw new AppError('invalid', 'term-file')
  const concepts = storable(read.concepts)
  return await db.$transaction(async (tx) => {
    // First, so that no one changes the termbase between the look and the deed.
    await touchTerms(tx, projectId)
    const known = await readKnown(tx, projectId)
    const plan = planImport(known, concepts)
    if (known.length + plan.fresh.length > MOST_CONCEPTS) throw new AppError('invalid', 'terms-too-many')
    await write(tx, projectId, member.id, plan)
    const counts = { fresh: plan.fresh.length, changed: plan.changed.length, same: plan.same }
    await record(tx, actor, projectId, 'concept.import', fileName, counts)
    return counts
  })
}

/** PostgreSQL holds no NUL and no half characters; a term of a file with one is no word. */
function storable(concepts: readonly Concept[]): Concept[] {
  return concepts.flatMap((concept) => {
    const terms = concept.terms
      .map((term) => ({ ...term, text: term.text.trim() }))
      .filter(({ text, note, source }) => text !== '' && [text, note, source].every(isStorable))
    return terms.length === 0 || ![concept.id, concept.definition, concept.subject].every(isStorable)
      ? []
      : [{ ...concept, terms }]
  })
}

async function readKnown(tx: Transaction, projectId: string): Promise<Known[]> {
  const fileIds = await tx.concept.findMany({ where: { projectId }, select: { id: true, fileId: true } })
  const fileIdOf = new Map(fileIds.map(({ id, fileId }) => [id, fileId]))
  return (await readConcepts(projectId, tx)).map((one) => ({ ...one, fileId: fileIdOf.get(one.id) ?? '' }))
}

async function write(tx: Transaction, projectId: string, memberId: string, { fresh, changed }: ImportPlan) {
  const now = new Date()
  const made = fresh.map((concept) => ({ id: randomUUID(), concept }))
  await tx.concept.createMany({
    data: made.map(({ id, concept: { id: fileId, definition, subject } }, i) => ({
      id,
      // In the order of the file.
      createdAt: new Date(now.getTime() + i),
      projectId,
      fileId,
      definition,
      subject,
      memberId,
    })),
  })
  for (const { id, concept } of changed) {
    const { definition, subject } = concept
    await tx.concept.updateMany({
      where: { id, projectId },
      data: { definition, subject, memberId, changedAt: now, version: { increment: 1 } },
    })
  }
  await tx.term.deleteMany({ where: { conceptId: { in: changed.map(({ id }) => id) }, concept: { projectId } } })
  const rows = [...made, ...changed].flatMap(({ id, concept }) => termRows(id, concept.terms))
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.term.createMany({ data: rows.slice(from, from + AT_ONCE) })
}

/** One statement holds at most 65,535 values. */
const AT_ONCE = 4000
