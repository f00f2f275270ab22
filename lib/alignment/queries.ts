/** What has been done to the alignment of a document, and what can be undone and redone. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import type { AlignmentInput, AlignmentState, StepKind, StepSummary } from './input'

const SHOWN = {
  number: true,
  kind: true,
  rows: true,
  memberId: true,
  createdAt: true,
  undoneAt: true,
  member: { select: { user: { select: { name: true } } } },
  undoneBy: { select: { user: { select: { name: true } } } },
} as const

/** Steps the list goes back; undo itself goes back to the first. */
const LISTED = 200

/** The next step to undo and to redo, with whose they are, so that the screen can ask before another's work is undone. */
export async function getAlignmentState(
  actor: Actor,
  { projectId, documentId }: AlignmentInput,
): Promise<AlignmentState> {
  const member = await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { alignedBy: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const [undo, redo] = await Promise.all([
    db.alignmentStep.findFirst({
      where: { projectId, documentId, droppedAt: null, undoneAt: null },
      orderBy: { number: 'desc' },
      select: SHOWN,
    }),
    db.alignmentStep.findFirst({
      where: { projectId, documentId, droppedAt: null, undoneAt: { not: null } },
      orderBy: { number: 'asc' },
      select: SHOWN,
    }),
  ])
  return {
    undo: undo && summary(undo, member.id),
    redo: redo && summary(redo, member.id),
    alignedBy: document.alignedBy,
  }
}

/** The steps that hold or can be redone, newest first. */
export async function listSteps(actor: Actor, { projectId, documentId }: AlignmentInput): Promise<StepSummary[]> {
  const member = await requireMember(actor, projectId, 'project.read')
  const steps = await db.alignmentStep.findMany({
    where: { projectId, documentId, droppedAt: null, document: { deletedAt: null } },
    orderBy: { number: 'desc' },
    take: LISTED,
    select: SHOWN,
  })
  return steps.map((step) => summary(step, member.id))
}

type Shown = {
  number: number
  kind: string
  rows: number
  memberId: string
  createdAt: Date
  undoneAt: Date | null
  member: { user: { name: string } }
  undoneBy: { user: { name: string } } | null
}

function summary(step: Shown, me: string): StepSummary {
  return {
    number: step.number,
    kind: step.kind as StepKind,
    rows: step.rows,
    by: step.member.user.name,
    mine: step.memberId === me,
    at: step.createdAt.toISOString(),
    undone: step.undoneAt && { by: step.undoneBy?.user.name ?? '', at: step.undoneAt.toISOString() },
  }
}
