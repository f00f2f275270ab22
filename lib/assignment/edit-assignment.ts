import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { record } from '../project/audit'
import { findPlaces, type Places } from './find-places'
import type { EditAssignmentInput } from './input'
import { lockWork } from './pass-on'
import { requireFit } from './require-fit'

/** Changes the rows of an assignment, its date, or what is asked. Whoever has it keeps it, and is told. */
export async function editAssignment(actor: Actor, input: EditAssignmentInput): Promise<{ version: number }> {
  const manager = await requireMember(actor, input.projectId, 'assignment.manage')
  const { projectId, dueAt, zone, instruction } = input
  return await db.$transaction(async (tx) => {
    const work = await lockWork(tx, input)
    const { id, memberId, version } = work
    const { from, to } = await findPlaces(tx, work, input)
    if (memberId !== null) await requireFit(tx, { ...work, memberId, ranges: added(work, { from, to }) })
    await tx.assignment.update({
      where: { id },
      data: {
        fromPosition: from,
        toPosition: to,
        dueAt,
        zone,
        instruction,
        editedById: manager.id,
        editedAt: new Date(),
        version: version + 1,
      },
    })
    await record(tx, actor, projectId, 'assignment.edit', id, {
      before: { from: work.from, to: work.to },
      after: { from, to, dueAt: dueAt?.toISOString() ?? null, instruction },
    })
    return { version: version + 1 }
  })
}

/** Rows that were given already stay given, whatever was done to them since; only what is added is asked about. */
function added(was: Places, is: Places): Places[] {
  const before = { from: is.from, to: Math.min(is.to, was.from - 1) }
  const after = { from: Math.max(is.from, was.to + 1), to: is.to }
  return [before, after].filter(({ from, to }) => from <= to)
}
