import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { StatusInput } from './input'
import { breaksFourEyes, canTakeSteps, findStep, type SegmentStatus, trailAfter, waitsForVerdict } from './rules'

/** Leads a segment one step on or back. Four eyes, and that nothing stale is approved, hold here, not on the screen. */
export async function setStatus(actor: Actor, input: StatusInput): Promise<{ status: SegmentStatus }> {
  const { projectId, segmentId, to, seen } = input
  const step = findStep(seen.status, to)
  const member = await requireMember(actor, projectId, step?.permission ?? 'project.read')
  if (!step) throw new AppError('invalid', 'status-not-reachable', { from: seen.status, to })
  return await db.$transaction(async (tx) => {
    const { stale, ...trail } = await loadTrail(tx, projectId, segmentId)
    if (waitsForVerdict(stale, seen.status, to)) throw new AppError('forbidden', 'stale-unanswered')
    const overridden = await requireFourEyes(tx, member, input, trail)
    const { count } = await tx.segment.updateMany({
      // Stale as it was judged: what makes a row stale between the two is a change like any other.
      where: { id: segmentId, projectId, position: { not: null }, stale, ...seen },
      data: { status: to, ...trailAfter(seen.status, to, member.id) },
    })
    if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
    const reason = overridden ? (input.overrideReason ?? '') : ''
    await tx.transition.create({
      data: {
        projectId,
        segmentId,
        from: seen.status,
        to,
        reason,
        memberId: member.id,
        sessionId: actor.sessionId ?? null,
      },
    })
    if (overridden) await record(tx, actor, projectId, 'four-eyes.override', String(segmentId), { to, reason })
    return { status: to }
  })
}

async function loadTrail(tx: Transaction, projectId: string, segmentId: number) {
  const segment = await tx.segment.findFirst({
    where: { id: segmentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: {
      translatedBy: true,
      revisedBy: true,
      hands: true,
      stale: true,
      document: { select: { sources: { select: { id: true } } } },
    },
  })
  if (!segment) throw new AppError('not-found', 'not-found')
  if (!canTakeSteps(segment.document.sources.length)) throw new AppError('invalid', 'nothing-to-compare')
  return segment
}

/** Answers whether the rule was overridden. */
async function requireFourEyes(
  tx: Transaction,
  member: ActingMember,
  { projectId, to, overrideReason }: StatusInput,
  trail: Parameters<typeof breaksFourEyes>[2],
): Promise<boolean> {
  if (!breaksFourEyes(to, member.id, trail)) return false
  const { fourEyes } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { fourEyes: true } })
  if (!fourEyes) return false
  if (overrideReason && can(member.role, 'four-eyes.override')) return true
  throw new AppError('forbidden', 'four-eyes', { overridable: can(member.role, 'four-eyes.override') ? 1 : 0 })
}
