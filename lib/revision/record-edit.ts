import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { type GoverningRule, otherSide } from '../bitext/text'
import { db } from '../db'
import { findMarks, followSpans } from '../discrepancy/follow-spans'
import { mendedBy } from '../discrepancy/mending'
import { AppError } from '../errors'
import {
  governingSide,
  type SegmentStatus,
  type StaleVerdict,
  statusAfterChange,
  translatorAfterEdit,
} from '../segment/rules'
import type { EditInput } from './input'
import type { RevisionKind } from './kinds'
import { saveStatement } from './save-statement'

export type Edited = { version: number; status: SegmentStatus; stale: boolean; changed: boolean }

/**
 * Saves a new text for one side of a segment and keeps the old one as a revision.
 * Saving one side never touches the other; an edit of a text that has changed since is a conflict and changes nothing.
 * A text equal to the present one is not a revision.
 */
export async function recordEdit(actor: Actor, input: EditInput): Promise<Edited> {
  const member = await requireMember(actor, input.projectId, 'segment.edit')
  return await saveText(member, input, input.kind)
}

type SaveInput = Pick<
  EditInput,
  'projectId' | 'segmentId' | 'side' | 'text' | 'seenVersion' | 'correction' | 'heldAgainst'
>

/** A suggestion that becomes the text: it is settled in the same statement, and its author is the author of the words. */
export type Taken = { suggestionId: string; author: Pick<ActingMember, 'id' | 'role'> }

/** The one way any text of a segment changes. The member's right to edit at all is already checked. */
export async function saveText(
  member: ActingMember,
  input: SaveInput,
  kind: RevisionKind,
  taken: Taken | null = null,
): Promise<Edited> {
  for (let tries = 1; ; tries++) {
    const edited = await trySave(member, input, kind, taken)
    if (edited) return edited
    if (tries === MOST_TRIES) throw new AppError('conflict', 'changed-meanwhile')
  }
}

/** Notes and statuses that arrive while a text is being saved make it look again; more than a few in a row is no accident. */
const MOST_TRIES = 10

/** null: something else about the row changed meanwhile (a note, the status). The next try sees it. */
async function trySave(
  member: ActingMember,
  input: SaveInput,
  kind: RevisionKind,
  taken: Taken | null,
): Promise<Edited | null> {
  // Before the row itself: whatever changes from here on is noticed.
  const marks = await findMarks(input.segmentId, input.side)
  if (!marks) throw new AppError('not-found', 'not-found')
  const segment = await loadSegment(input)
  const governs = governingSide(segment.governing) === input.side && segment.hasOtherSide
  requireEditable(member, segment, governs)
  const seen = segment[`${input.side}Version`]
  if (seen !== input.seenVersion) throw conflict(seen, segment[input.side])
  if (segment[input.side] === input.text) {
    return { version: seen, status: segment.status, stale: segment.stale, changed: false }
  }
  const after = stateAfter(member, segment, input, governs, taken)
  const spans = followSpans(marks.notes, input.side, segment[input.side], input.text)
  const words = { before: segment[input.side], after: input.text }
  const mended = mendedBy(marks.waiting, words, input.side, segment.governing)
  const change = { kind: governs ? kindOfCorrection(input) : kind, taken, spans, mended, rowVersion: marks.rowVersion }
  const version = await write(member, input, segment, after, change)
  if (version === null) return null
  return { version, status: after.status, stale: after.stale, changed: true }
}

function kindOfCorrection({ correction }: SaveInput): RevisionKind {
  return correction === 'editorial' ? 'correction-editorial' : 'correction'
}

type LoadedSegment = Awaited<ReturnType<typeof loadSegment>>

async function loadSegment({ projectId, segmentId, side }: SaveInput) {
  const found = await db.segment.findFirst({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: {
      zh: true,
      en: true,
      zhVersion: true,
      enVersion: true,
      status: true,
      stale: true,
      locked: true,
      translatedBy: true,
      document: { select: { governing: true, sources: { where: { side: { not: side } }, select: { id: true } } } },
    },
  })
  if (!found) throw new AppError('not-found', 'not-found')
  const { document, ...segment } = found
  return { ...segment, governing: document.governing as GoverningRule, hasOtherSide: document.sources.length > 0 }
}

function requireEditable(member: ActingMember, segment: LoadedSegment, governs: boolean) {
  if (segment.status === 'released') throw new AppError('forbidden', 'segment-locked')
  if (governs && !can(member.role, 'segment.correct')) throw new AppError('forbidden', 'governing-text-locked')
  if (segment.locked && !can(member.role, 'segment.correct')) throw new AppError('forbidden', 'segment-locked')
}

function conflict(version: number, text: string): AppError {
  return new AppError('conflict', 'segment-changed', { version, text })
}

type StateAfter = {
  status: SegmentStatus
  stale: boolean
  translatedBy: string | null
  verdict: StaleVerdict | null
}

/** An editorial correction of the governing text keeps approvals; everything else has to be looked at again. */
function stateAfter(
  member: ActingMember,
  segment: LoadedSegment,
  input: SaveInput,
  governs: boolean,
  taken: Taken | null,
): StateAfter {
  const { status, stale, translatedBy } = segment
  if (governs && input.correction === 'editorial') return { status, stale, translatedBy, verdict: null }
  if (governs) return { status: statusAfterChange(status), stale: true, translatedBy, verdict: null }
  const verdict = isVerdict(member, segment, input) ? 'changed' : null
  const author = taken ? translatorAfterEdit(taken.author, translatedBy) : translatedBy
  return {
    status: statusAfterChange(status),
    stale: stale && verdict === null,
    translatedBy: translatorAfterEdit(member, author),
    verdict,
  }
}

/** Other words for a stale row are the answer "needs change", if they were written in front of what the other text says now. */
function isVerdict({ role }: ActingMember, segment: LoadedSegment, { side, heldAgainst }: SaveInput): boolean {
  return segment.stale && heldAgainst === segment[`${otherSide(side)}Version`] && can(role, 'segment.translate')
}

type FollowedSpan = { id: string; from: number | null; to: number | null }

type Change = {
  kind: RevisionKind
  taken: Taken | null
  spans: FollowedSpan[]
  /** Ids of the notes this change mends. */
  mended: string[]
  rowVersion: string
}

/**
 * One statement: the version of the text and of the row are in the WHERE, and revision, demotion and moved spans are written only if it still held.
 * A transaction of several statements through the ORM costs seven times as much.
 */
async function write(
  member: ActingMember,
  { projectId, segmentId, side, text, seenVersion }: SaveInput,
  before: LoadedSegment,
  after: StateAfter,
  { kind, taken, spans, mended, rowVersion }: Change,
): Promise<number | null> {
  const rows = await db.$queryRawUnsafe<{ version: number }[]>(
    saveStatement(side),
    segmentId,
    projectId,
    seenVersion,
    text,
    after.status,
    after.stale,
    after.translatedBy,
    before[side],
    kind,
    member.id,
    before.status,
    JSON.stringify(spans),
    rowVersion,
    taken?.author.id ?? null,
    taken?.suggestionId ?? null,
    taken?.author.role === 'translator' ? [taken.author.id] : [],
    member.sessionId ?? null,
    mended,
    after.verdict,
  )
  if (rows.length > 0) return rows[0].version
  const now = await db.segment.findFirst({
    where: { id: segmentId, projectId },
    select: { zh: true, en: true, zhVersion: true, enVersion: true },
  })
  if (!now) throw new AppError('not-found', 'not-found')
  if (now[`${side}Version`] === seenVersion) return null
  throw conflict(now[`${side}Version`], now[side])
}
