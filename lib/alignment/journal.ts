/**
 * The journal of a document's alignment: what each step found and what it left, so that it can be undone and redone.
 * It keeps the joined texts of the rows once, and the cells before and after as cuts in them.
 */
import type { Transaction } from '../db'
import { AppError } from '../errors'
import type { StepKind } from './input'
import { packState, unpackState } from './pack-state'
import type { StepState } from './step-state'
import type { Scene } from './window'

/** Writes the step down and drops what was undone before it. Answers its number. */
export async function writeStep(
  tx: Transaction,
  scene: Scene,
  kind: StepKind,
  state: StepState,
  rows: number,
): Promise<number> {
  const { projectId, documentId, member } = scene
  await tx.alignmentStep.updateMany({
    where: { documentId, undoneAt: { not: null }, droppedAt: null },
    data: { droppedAt: new Date(), state: null },
  })
  const last = await tx.alignmentStep.aggregate({ where: { documentId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  await tx.alignmentStep.create({
    data: { projectId, documentId, number, kind, rows, memberId: member.id, state: await packState(state) },
    select: { id: true },
  })
  return number
}

export type LoadedStep = { number: number; kind: StepKind; memberId: string; state: StepState }

/** The step that is next to be undone (the last that holds) or redone (the first that does not), if it is the one the person means. */
export async function requireStep(
  tx: Transaction,
  { documentId }: Scene,
  number: number,
  undone: boolean,
): Promise<LoadedStep> {
  const next = await tx.alignmentStep.findFirst({
    where: { documentId, droppedAt: null, undoneAt: undone ? { not: null } : null },
    orderBy: { number: undone ? 'asc' : 'desc' },
    select: { number: true, kind: true, memberId: true, state: true },
  })
  if (next?.number === number && next.state) {
    return { number, kind: next.kind as StepKind, memberId: next.memberId, state: await unpackState(next.state) }
  }
  const meant = await tx.alignmentStep.findFirst({
    where: { documentId, number },
    select: { droppedAt: true, undoneAt: true },
  })
  if (!meant) throw new AppError('not-found', 'not-found')
  if (meant.droppedAt) throw new AppError('conflict', 'step-gone')
  // It was undone (or redone) by someone else already, or something came after it.
  throw new AppError('conflict', (meant.undoneAt !== null) === undone ? 'step-not-last' : 'changed-meanwhile')
}

/** Undone or redone, with the state as it is now. */
export async function turnStep(
  tx: Transaction,
  { documentId, member }: Scene,
  number: number,
  state: StepState,
  undone: boolean,
) {
  await tx.alignmentStep.update({
    where: { documentId_number: { documentId, number } },
    data: {
      state: await packState(state),
      undoneAt: undone ? new Date() : null,
      undoneById: undone ? member.id : null,
    },
    select: { id: true },
  })
}
