/** The threads of a row, and what waits for a person to see it. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'

export type CommentView = {
  id: string
  /** Empty where `deleted`. */
  body: string
  deleted: boolean
  memberId: string
  by: string
  at: string
  editedAt: string | null
  version: number
  /** Names that stand in the text and mean a member. */
  names: string[]
  /** Waits for the person who asks. */
  unread: boolean
}

export type Thread = CommentView & {
  /** The note it is about; such a thread is shown with the note. */
  discrepancyId: string | null
  zhFrom: number | null
  zhTo: number | null
  zhQuote: string
  enFrom: number | null
  enTo: number | null
  enQuote: string
  resolvedAt: string | null
  resolvedBy: string | null
  answers: CommentView[]
}

/** The threads of a row and of its notes, oldest first. One in which nothing is left but "deleted" is not among them. */
export async function listThreads(
  actor: Actor,
  { projectId, segmentId }: { projectId: string; segmentId: number },
): Promise<Thread[]> {
  return await threadsWhere(actor, projectId, { segmentId })
}

/** What is said about a note; null when nothing is. */
export async function findNoteThread(
  actor: Actor,
  { projectId, discrepancyId }: { projectId: string; discrepancyId: string },
): Promise<Thread | null> {
  const [thread] = await threadsWhere(actor, projectId, { discrepancyId })
  return thread ?? null
}

async function threadsWhere(
  actor: Actor,
  projectId: string,
  which: { segmentId: number } | { discrepancyId: string },
): Promise<Thread[]> {
  const member = await requireMember(actor, projectId, 'project.read')
  const comments = await db.comment.findMany({
    where: { projectId, ...which, document: { deletedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      writtenBy: { select: { user: { select: { name: true } } } },
      resolvedBy: { select: { user: { select: { name: true } } } },
      mentions: { select: { memberId: true, name: true, readAt: true } },
    },
  })
  const view = (comment: (typeof comments)[number]): CommentView => ({
    id: comment.id,
    body: comment.body,
    deleted: comment.deletedAt !== null,
    memberId: comment.memberId,
    by: comment.writtenBy.user.name,
    at: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    version: comment.version,
    names: comment.mentions.flatMap(({ name }) => name ?? []),
    unread: comment.mentions.some(({ memberId, readAt }) => memberId === member.id && readAt === null),
  })
  return comments
    .filter(({ threadId }) => threadId === null)
    .map((root) => ({
      ...view(root),
      discrepancyId: root.discrepancyId,
      zhFrom: root.zhFrom,
      zhTo: root.zhTo,
      zhQuote: root.zhQuote,
      enFrom: root.enFrom,
      enTo: root.enTo,
      enQuote: root.enQuote,
      resolvedAt: root.resolvedAt?.toISOString() ?? null,
      resolvedBy: root.resolvedBy?.user.name ?? null,
      answers: comments.filter(({ threadId }) => threadId === root.id).map(view),
    }))
    .filter(({ deleted, answers }) => !deleted || answers.some((answer) => !answer.deleted))
}

export type MentionRow = {
  commentId: string
  projectId: string
  projectName: string
  documentId: string
  documentTitle: string
  segmentId: number
  body: string
  by: string
  at: Date
  /** It is about a discrepancy. */
  onNote: boolean
  /** Named in it; otherwise it answers in a thread this person takes part in. */
  named: boolean
}

/** More than anyone reads in one go; the newest come first. */
const MOST_MENTIONS = 50

/** What I have not seen yet, in every project I belong to, newest first. */
export async function listMyMentions(actor: Actor): Promise<MentionRow[]> {
  return await db.$queryRaw<MentionRow[]>`
    SELECT c."id" AS "commentId", c."projectId", p."name" AS "projectName", c."documentId", d."title" AS "documentTitle",
      c."segmentId", left(c."body", 400) AS body, u."name" AS by, c."createdAt" AS at, x."name" IS NOT NULL AS named, c."discrepancyId" IS NOT NULL AS "onNote"
    FROM "Mention" x
      JOIN "Member" m ON m."id" = x."memberId" AND m."removedAt" IS NULL
      JOIN "Comment" c ON c."id" = x."commentId" AND c."deletedAt" IS NULL
      JOIN "Project" p ON p."id" = c."projectId" AND p."archivedAt" IS NULL
      JOIN "Document" d ON d."id" = c."documentId" AND d."deletedAt" IS NULL
      JOIN "Member" w ON w."id" = c."memberId" JOIN "User" u ON u."id" = w."userId"
    WHERE m."userId" = ${actor.userId}::uuid AND x."readAt" IS NULL
    ORDER BY c."createdAt" DESC LIMIT ${MOST_MENTIONS}`
}
