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
 * another, the words come back there, in the place of what they had become; all else of that row stays. Words that came
 * from other rows since stay, and words that went to other rows stay there: no step of the alignment is turned back, so
 * that nothing is lost and nothing stands in the document twice.
 */
export async function restoreRevision(
  actor: Actor,
  { projectId, revisionId, state, seenVersion, correction }: RestoreInput,
): Promise<Edited & { text: string; segmentId: number }> {
  const member = await requireMember(actor, projectId, 'segment.edit')
  const revision = await db.revision.findFirst({
    where: { id: revisionId, projectId },
    select: { segmentId: true, side: true, before: true, after: true, version: true },
  })
  if (!revision) throw new AppError('not-found', 'not-found')
  const { side } = revision
  const version = state === 'after' ? revision.version : revision.version - 1
  const wanted = await throughAlignments(revision.segmentId, side, version, revision[state])
  const { segmentId, text } = await placeNow(projectId, revision.segmentId, side, wanted)
  const edited = await saveText(member, { projectId, segmentId, side, text, seenVersion, correction }, 'restore')
  return { ...edited, text, segmentId }
}

/** An earlier text of a row with what has come to the row, and without what has left it, since that version. */
async function throughAlignments(segmentId: number, side: Side, version: number, wanted: string): Promise<string> {
  const later = await db.revision.findMany({
    where: { segmentId, side, version: { gt: version } },
    orderBy: { version: 'asc' },
    select: { before: true, after: true, kind: true },
  })
  const steps = later.filter(({ kind }) => isNeutral(kind))
  const text = steps.reduce((earlier, { before, after }) => {
    const merge = mergeTexts(before, earlier, after, side)
    if (!merge.clean) throw new AppError('conflict', 'aligned-since')
    return merge.text
  }, wanted)
  // The person asked for other words than these, and only the steps between stand in the way.
  const now = later.at(-1)?.after
  if (steps.length > 0 && text === now && wanted !== now) throw new AppError('conflict', 'aligned-since')
  return text
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
