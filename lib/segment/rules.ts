/**
 * The workflow of a segment, after the steps of ISO 17100 (translation, revision by a second bilingual person,
 * review of the target, release): which step follows which, who may take it, and what a change of text undoes.
 */
import type { ActingMember } from '../auth/require-member'
import { can, type MemberRole, type Permission } from '../auth/roles'
import type { GoverningRule, Side } from '../bitext/text'

export const SEGMENT_STATUSES = ['draft', 'translated', 'revised', 'reviewed', 'released'] as const

export type SegmentStatus = (typeof SEGMENT_STATUSES)[number]

type Step = { from: SegmentStatus; to: SegmentStatus; permission: Permission }

/** Forward steps in their order, then the ways back. */
export const STEPS: readonly Step[] = [
  { from: 'draft', to: 'translated', permission: 'segment.translate' },
  { from: 'translated', to: 'revised', permission: 'segment.revise' },
  { from: 'revised', to: 'reviewed', permission: 'segment.review' },
  { from: 'reviewed', to: 'released', permission: 'segment.release' },
  { from: 'released', to: 'reviewed', permission: 'segment.release' },
  { from: 'reviewed', to: 'revised', permission: 'segment.review' },
  { from: 'reviewed', to: 'translated', permission: 'segment.review' },
  { from: 'revised', to: 'translated', permission: 'segment.revise' },
  { from: 'translated', to: 'draft', permission: 'segment.translate' },
]

export function rank(status: SegmentStatus): number {
  return SEGMENT_STATUSES.indexOf(status)
}

export function findStep(from: SegmentStatus, to: SegmentStatus): Step | undefined {
  return STEPS.find((step) => step.from === from && step.to === to)
}

/**
 * The steps compare two texts. Where a document has one only, none can be taken: its rows are texts to work on, neither
 * translated nor revised, until the other text arrives.
 */
export function canTakeSteps(sides: number): boolean {
  return sides === 2
}

/** Where "approve" leads for this role: the one forward step, if the role may take it. */
export function nextStatus(from: SegmentStatus, role: MemberRole): SegmentStatus | null {
  const step = STEPS.find((candidate) => candidate.from === from && rank(candidate.to) > rank(from))
  return step && can(role, step.permission) ? step.to : null
}

/** Where "send back" leads for this role: the nearest status before this one that it may lead back to. */
export function previousStatus(from: SegmentStatus, role: MemberRole): SegmentStatus | null {
  const back = STEPS.find((step) => step.from === from && rank(step.to) < rank(from) && can(role, step.permission))
  return back?.to ?? null
}

/** Every status this role may lead the segment to by hand. */
export function reachableStatuses(from: SegmentStatus, role: MemberRole): SegmentStatus[] {
  return STEPS.filter((step) => step.from === from && can(role, step.permission)).map((step) => step.to)
}

/** `hands`: everyone else who translated a part of the words, in this row or in one that became part of it. */
type Trail = { translatedBy: string | null; revisedBy: string | null; hands: readonly string[] }

/** Whoever translated a text may neither revise nor review it; whoever revised it may not review it. */
export function breaksFourEyes(to: SegmentStatus, memberId: string, trail: Trail): boolean {
  const translated = trail.translatedBy === memberId || trail.hands.includes(memberId)
  if (to === 'revised') return translated
  if (to === 'reviewed') return translated || trail.revisedBy === memberId
  return false
}

/** The one rule of demotion: changed words have at most been translated, whatever was approved before. */
export function statusAfterChange(status: SegmentStatus): SegmentStatus {
  return rank(status) > rank('translated') ? 'translated' : status
}

/** A reviser who mends is still the second pair of eyes; a translator's own change makes them the translator. */
export function translatorAfterEdit(
  member: Pick<ActingMember, 'id' | 'role'>,
  translatedBy: string | null,
): string | null {
  return member.role === 'translator' ? member.id : translatedBy
}

/** The side no one edits in passing. null: both are equally authentic, neither is "the translation". */
export function governingSide(rule: GoverningRule): Side | null {
  if (rule === 'prevails-en') return 'en'
  if (rule === 'equally-authentic') return null
  return 'zh'
}

/**
 * Stale: the governing text was changed in substance, and nobody has held the other side against it since. The one rule:
 *
 * - A substantive correction makes a row stale; an editorial one does not.
 * - Only a verdict of somebody who may mark a translation takes that off: "still correct", or other words saved with the
 *   corrected text before their eyes. Either is written down as a step that leads nowhere.
 * - What changes words without anyone having compared them (replacing, bringing earlier words back, rejecting changes,
 *   aligning) leaves the row stale.
 * - While it is stale, a row takes no step forward, whoever asks and for whatever reason. Ways back stay open.
 *
 * What has changed is shown from the governing text as it was when the row was last held right (lib/revision/held-right.ts).
 */
export const STALE_VERDICTS = ['still-correct', 'changed'] as const

export type StaleVerdict = (typeof STALE_VERDICTS)[number]

/** Whether the step has to wait until a verdict is given. */
export function waitsForVerdict(stale: boolean, from: SegmentStatus, to: SegmentStatus): boolean {
  return stale && rank(to) > rank(from)
}

/** Who did the step is kept as long as the step holds; going back forgets the steps that were undone, never who translated. */
export function trailAfter(from: SegmentStatus, to: SegmentStatus, memberId: string) {
  const onwards = rank(to) > rank(from)
  if (to === 'draft') return { translatedBy: null, revisedBy: null, reviewedBy: null }
  if (to === 'translated') return { ...(onwards && { translatedBy: memberId }), revisedBy: null, reviewedBy: null }
  if (to === 'revised') return { ...(onwards && { revisedBy: memberId }), reviewedBy: null }
  return to === 'reviewed' && onwards ? { reviewedBy: memberId } : {}
}

/** Why a row does not take a step; in the order in which they are looked at. */
export const STEP_REFUSALS = [
  'protected',
  'already',
  'no-step',
  'not-allowed',
  'stale',
  'four-eyes',
  'changed',
] as const

export type StepRefusal = (typeof STEP_REFUSALS)[number]

type Judged = Trail & { status: SegmentStatus; locked: boolean; stale: boolean }

/** Whether one row among many takes the step. Four eyes are not overridden in passing: that needs a reason for each row. */
export function refuseStep(
  row: Judged,
  to: SegmentStatus,
  { id, role, fourEyes }: { id: string; role: MemberRole; fourEyes: boolean },
): StepRefusal | null {
  if (row.locked) return 'protected'
  if (row.status === to) return 'already'
  const step = findStep(row.status, to)
  if (!step) return 'no-step'
  if (!can(role, step.permission)) return 'not-allowed'
  if (waitsForVerdict(row.stale, row.status, to)) return 'stale'
  return fourEyes && breaksFourEyes(to, id, row) ? 'four-eyes' : null
}

/** Whether this role may lead any row to the status. */
export function mayReach(to: SegmentStatus, role: MemberRole): boolean {
  return STEPS.some((step) => step.to === to && can(role, step.permission))
}
