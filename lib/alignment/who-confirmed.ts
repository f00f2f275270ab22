/** Who confirmed the pairing of a row: the journal of the alignment knows it, step by step. */

import { db } from '../db'
import { unpackState } from './pack-state'

export type Confirmer = { by: string; at: string }

/** Steps are opened one at a time, newest first, as most rows were confirmed lately and a step may hold a whole document. */
const STEPS_AT_ONCE = 20

/** For a row that is confirmed: the last step that confirmed it and was not undone. null: it was brought in so. */
export async function whoConfirmed(documentId: string, segmentId: number): Promise<Confirmer | null> {
  for (let below: number | undefined; ; ) {
    const steps = await db.alignmentStep.findMany({
      where: { documentId, kind: 'confirm', undoneAt: null, state: { not: null }, number: { lt: below } },
      orderBy: { number: 'desc' },
      take: STEPS_AT_ONCE,
      select: { number: true, state: true, createdAt: true, member: { select: { user: { select: { name: true } } } } },
    })
    for (const { state, createdAt, member } of steps) {
      const opened = state && (await unpackState(state))
      if (opened && 'confirmation' in opened && opened.confirmation.ids.includes(segmentId))
        return { by: member.user.name, at: createdAt.toISOString() }
    }
    below = steps.at(-1)?.number
    if (steps.length < STEPS_AT_ONCE) return null
  }
}
