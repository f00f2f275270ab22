import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import type { Side } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { LONGEST_SEGMENT } from '../revision/limits'
import { type TextChange, writeTexts } from '../revision/write-texts'
import { type ActedRow, lockActedRows } from '../segment/acted-rows'
import { keepBatchRows, openBatch } from '../segment/batch'
import { findGoverningSide } from '../segment/find-governing-side'
import { statusAfterChange, translatorAfterEdit } from '../segment/rules'
import { type ReplaceRefusal, refuseInPassing } from '../view/rules'
import type { ChooseFormInput } from './input'

export type Chosen = {
  /** null when nothing was changed. */
  batchId: string | null
  changed: number[]
  refused: { id: number; why: ReplaceRefusal }[]
}

type Place = ChooseFormInput['places'][number]

/**
 * Puts one form in the places of the others, as the person saw them: tracked changes, all rows in one transaction, undone
 * as a whole. A row that has changed since, governs, or is protected or released stays, and is named.
 */
export async function chooseForm(actor: Actor, input: ChooseFormInput): Promise<Chosen> {
  const { projectId, documentId, form, places, snapshot } = input
  const member = await requireMember(actor, projectId, 'segment.edit')
  const ofRow = new Map<number, Place[]>()
  for (const place of places) ofRow.set(place.segmentId, [...(ofRow.get(place.segmentId) ?? []), place])
  return await db.$transaction(async (tx) => {
    const governing = await findGoverningSide(projectId, documentId, tx)
    const rows = await lockActedRows(tx, { projectId, documentId, ids: [...ofRow.keys()], texts: true }, snapshot)
    const refused: Chosen['refused'] = []
    const changes: TextChange[] = []
    for (const row of rows) {
      const after = replaced(row.en, ofRow.get(row.id) ?? [], form)
      const why = refusal(row, after, governing)
      if (why) refused.push({ id: row.id, why })
      else if (after !== null && after !== row.en) changes.push(changeOf(row, after, member))
    }
    if (changes.length === 0) return { batchId: null, changed: [], refused }
    const written = await writeTexts(tx, { member, projectId, kind: 'replace' }, 'en', changes)
    if (written < changes.length) throw new AppError('conflict', 'changed-meanwhile')
    const detail = { form, places: places.length }
    const batchId = await openBatch(tx, { projectId, documentId, memberId: member.id, kind: 'replace', detail })
    const changed = changes.map(({ id }) => id)
    const before = rows.filter(({ id }) => changed.includes(id)).map((row) => ({ ...row, enChanged: true }))
    await keepBatchRows(tx, batchId, before)
    await record(tx, actor, projectId, 'segment.choose-form', documentId, { ...detail, batchId })
    return { batchId, changed, refused }
  })
}

function refusal(row: ActedRow, after: string | null, governing: Side | null): ReplaceRefusal | null {
  if (row.changed || after === null) return 'changed'
  if (after.length > LONGEST_SEGMENT) return 'too-long'
  return refuseInPassing(row, 'en', governing)
}

/** null when the words do not stand where they were seen. */
function replaced(text: string, places: readonly Place[], form: string): string | null {
  let after = text
  // From the end, so that what comes before keeps its place.
  for (const { from, words } of [...places].sort((a, b) => b.from - a.from)) {
    if (text.slice(from, from + words.length) !== words) return null
    after = after.slice(0, from) + form + after.slice(from + words.length)
  }
  return after
}

function changeOf(row: ActedRow, after: string, member: ActingMember): TextChange {
  const to = statusAfterChange(row.status)
  const kept = to === row.status
  return {
    id: row.id,
    before: row.en,
    after,
    version: row.enVersion,
    from: row.status,
    to,
    translatedBy: translatorAfterEdit(member, row.translatedBy),
    revisedBy: kept ? row.revisedBy : null,
    reviewedBy: kept ? row.reviewedBy : null,
  }
}
