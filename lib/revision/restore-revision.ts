import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { mergeTexts } from '../bitext/diff'
import type { Side } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'
import type { RestoreInput } from './input'
import { isNeutral } from './kinds'
import { type Edited, saveText } from './record-edit'

/**
 * Brings an earlier text back, as a revision like any other: nothing after it is lost. Where its row has become part of
 * another, the words come back there, in the place of what they had become; all else of that row stays.
 */
export async function restoreRevision(
  actor: Actor,
  { projectId, revisionId, state, seenVersion }: RestoreInput,
): Promise<Edited & { text: string; segmentId: number }> {
  const member = await requireMember(actor, projectId, 'segment.edit')
  const revision = await db.revision.findFirst({
    where: { id: revisionId, projectId },
    select: { segmentId: true, side: true, before: true, after: true },
  })
  if (!revision) throw new AppError('not-found', 'not-found')
  const { side } = revision
  const { segmentId, text } = await placeNow(projectId, revision.segmentId, side, revision[state])
  const edited = await saveText(member, { projectId, segmentId, side, text, seenVersion }, 'restore')
  return { ...edited, text, segmentId }
}

/** The row that has the words now, and its text with `wanted` in their place. */
async function placeNow(projectId: string, segmentId: number, side: Side, wanted: string) {
  const gone = await loadRow(projectId, segmentId)
  let text = wanted
  let row = gone
  // Each step: the text of a row that went into another, as it stood when it went.
  while (row.mergedIntoId !== null) {
    const into = await loadRow(projectId, row.mergedIntoId)
    text = await inPlaceOf(into, side, row[side], text)
    row = into
  }
  return { segmentId: row.id, text }
}

type Row = { id: number; mergedIntoId: number | null; zh: string; en: string }

async function loadRow(projectId: string, id: number): Promise<Row> {
  const row = await db.segment.findFirst({
    where: { id, projectId, document: { deletedAt: null } },
    select: { id: true, mergedIntoId: true, zh: true, en: true },
  })
  if (!row) throw new AppError('not-found', 'not-found')
  return row
}

/** The text of `into` with `wanted` where `old` stands, or stood when the rows became one. */
async function inPlaceOf(into: Row, side: Side, old: string, wanted: string): Promise<string> {
  const now = into[side]
  const here = replaceOnly(now, old, wanted)
  if (here !== null) return here
  const joining = await db.revision.findMany({
    where: { segmentId: into.id, side },
    orderBy: { version: 'desc' },
    select: { after: true, kind: true },
  })
  for (const { after, kind } of joining) {
    const joined = isNeutral(kind) ? replaceOnly(after, old, wanted) : null
    const merge = joined === null ? null : mergeTexts(after, joined, now, side)
    if (merge?.clean) return merge.text
  }
  throw new AppError('conflict', 'words-moved-on')
}

/** null unless the words stand in the text exactly once. */
function replaceOnly(text: string, old: string, wanted: string): string | null {
  const at = old === '' ? -1 : text.indexOf(old)
  if (at < 0 || text.indexOf(old, at + 1) >= 0) return null
  return text.slice(0, at) + wanted + text.slice(at + old.length)
}
