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

/** Where "approve" leads for this role: the one forward step, if the role may take it. */
export function nextStatus(from: SegmentStatus, role: MemberRole): SegmentStatus | null {
  const step = STEPS.find((candidate) => candidate.from === from && rank(candidate.to) > rank(from))
  return step && can(role, step.permission) ? step.to : null
}

/** Every status this role may lead the segment to by hand. */
export function reachableStatuses(from: SegmentStatus, role: MemberRole): SegmentStatus[] {
  return STEPS.filter((step) => step.from === from && can(role, step.permission)).map((step) => step.to)
}

type Trail = { translatedBy: string | null; revisedBy: string | null }

/** Whoever translated a text may neither revise nor review it; whoever revised it may not review it. */
export function breaksFourEyes(to: SegmentStatus, memberId: string, trail: Trail): boolean {
  if (to === 'revised') return trail.translatedBy === memberId
  if (to === 'reviewed') return trail.translatedBy === memberId || trail.revisedBy === memberId
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
