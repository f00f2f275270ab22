import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { replacePlaces, type Search } from '../bitext/search'
import { SIDES, type Side } from '../bitext/text'
import { isStorable } from '../bitext/text/well-formed'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { LONGEST_SEGMENT } from '../revision/limits'
import { type TextChange, writeTexts } from '../revision/write-texts'
import { type ActedRow, lockActedRows } from '../segment/acted-rows'
import { type Changed, keepBatchRows, openBatch } from '../segment/batch'
import { findGoverningSide } from '../segment/find-governing-side'
import { statusAfterChange, translatorAfterEdit } from '../segment/rules'
import type { ReplaceInput } from './input'
import { type ReplaceRefusal, refuseInPassing } from './rules'
import { searchOf, sidesIn } from './search-of'

export type Replaced = {
  /** null when nothing was replaced and no batch was begun. */
  batchId: string | null
  changed: number[]
  refused: { id: number; why: ReplaceRefusal }[]
}

/**
 * Replaces what the person saw in the preview, as revisions, all rows of one call in one transaction.
 * A row that has changed since the preview is reported and stays; further calls join the batch of the first.
 */
export async function replaceInRows(actor: Actor, input: ReplaceInput): Promise<Replaced> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'segment.edit')
  const search = searchOf(input.query)
  return await db.$transaction(async (tx) => {
    const governing = await findGoverningSide(projectId, documentId, tx)
    const rows = await lockActedRows(tx, { projectId, documentId, ids: input.ids, texts: true }, input.snapshot)
    const plan = planChanges(search, input, rows, member, governing)
    const changed: Changed[] = rows
      .filter(({ id }) => plan.zh.has(id) || plan.en.has(id))
      .map((row) => ({ ...row, zhChanged: plan.zh.has(row.id), enChanged: plan.en.has(row.id) }))
    if (changed.length === 0) return { batchId: input.batchId, changed: [], refused: plan.refused }
    for (const side of SIDES) {
      const changes = [...plan[side].values()]
      const written = await writeTexts(tx, { member, projectId, kind: 'replace' }, side, changes)
      if (written < changes.length) throw new AppError('conflict', 'changed-meanwhile')
    }
    const batchId = await joinBatch(tx, actor, member, input)
    await keepBatchRows(tx, batchId, changed)
    return { batchId, changed: changed.map(({ id }) => id), refused: plan.refused }
  })
}

type Plan = Record<Side, Map<number, TextChange>> & { refused: Replaced['refused'] }

function planChanges(
  search: Search,
  input: ReplaceInput,
  rows: readonly ActedRow[],
  member: ActingMember,
  governing: Side | null,
): Plan {
  const plan: Plan = { zh: new Map(), en: new Map(), refused: [] }
  const left = new Set(input.left.map(({ segmentId, side, place }) => `${segmentId}/${side}/${place}`))
  for (const row of rows) {
    for (const side of sidesIn(input.query.in)) {
      if (row.changed) {
        plan.refused.push({ id: row.id, why: 'changed' })
        break
      }
      const before = row[side]
      const after = replacePlaces(search, before, input, (place) => left.has(`${row.id}/${side}/${place}`))
      if (after === before) continue
      const why = refuseInPassing(row, side, governing) ?? refuseText(after)
      if (why) plan.refused.push({ id: row.id, why })
      else plan[side].set(row.id, changeOf(row, side, after, member, plan.zh.has(row.id)))
    }
  }
  return plan
}

function refuseText(text: string): ReplaceRefusal | null {
  if (text.length > LONGEST_SEGMENT) return 'too-long'
  return isStorable(text) ? null : 'unstorable'
}

/** `demoted`: the other side of the row is changed before this one, and took the status down already. */
export function changeOf(row: ActedRow, side: Side, after: string, member: ActingMember, demoted: boolean): TextChange {
  const to = statusAfterChange(row.status)
  const kept = to === row.status
  return {
    id: row.id,
    before: row[side],
    after,
    version: row[`${side}Version`],
    from: demoted ? to : row.status,
    to,
    translatedBy: translatorAfterEdit(member, row.translatedBy),
    revisedBy: kept ? row.revisedBy : null,
    reviewedBy: kept ? row.reviewedBy : null,
  }
}

async function joinBatch(
  tx: Transaction,
  actor: Actor,
  member: ActingMember,
  { projectId, documentId, batchId, query, replacement, keepCase }: ReplaceInput,
): Promise<string> {
  if (batchId === null) {
    const detail = { query, replacement, keepCase }
    const id = await openBatch(tx, { projectId, documentId, memberId: member.id, kind: 'replace', detail })
    await record(tx, actor, projectId, 'segment.replace', documentId, { ...detail, batchId: id })
    return id
  }
  const [mine] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Batch" WHERE "id" = ${batchId}::uuid AND "projectId" = ${projectId}::uuid AND "documentId" = ${documentId}::uuid
      AND "memberId" = ${member.id}::uuid AND "kind" = 'replace' AND "undoneAt" IS NULL FOR UPDATE`
  if (!mine) throw new AppError('conflict', 'batch-undone')
  return batchId
}
