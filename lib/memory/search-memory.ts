/** Concordance: every row of the project in which given words stand, with its counterpart; a single Chinese character is enough. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'
import type { SearchMemoryInput } from './input'
import { describeOrigins, type Origin } from './origins'

export type Occurrence = Origin & { zh: string; en: string }

export type Occurrences = { rows: Occurrence[]; more: boolean }

/** As many as a person reads through; whoever finds more asks for more words. */
const MOST_OCCURRENCES = 50

/** Approved rows first, then what is newest. Upper and lower case are one. */
export async function searchMemory(actor: Actor, { projectId, side, words }: SearchMemoryInput): Promise<Occurrences> {
  await requireMember(actor, projectId, 'project.read')
  const found = await listRows(projectId, side, words)
  const shown = found.slice(0, MOST_OCCURRENCES)
  const origins = await describeOrigins(
    projectId,
    shown.map(({ id }) => id),
    { numbered: false },
  )
  const rows = shown.flatMap(({ id, zh, en }) => {
    const origin = origins.get(id)
    return origin ? [{ ...origin, zh, en }] : []
  })
  return { rows, more: found.length > MOST_OCCURRENCES }
}

type Found = { id: number; zh: string; en: string }

async function listRows(projectId: string, side: Side, words: string): Promise<Found[]> {
  const text = side === 'zh' ? Prisma.sql`s."zh"` : Prisma.sql`s."en"`
  const sign = side === 'zh' ? Prisma.sql`m."zhSign"` : Prisma.sql`m."enSign"`
  const lower = words.toLowerCase()
  const holds =
    lower === words.toUpperCase()
      ? Prisma.sql`strpos(${text}, ${words}) > 0`
      : Prisma.sql`strpos(lower(${text}), ${lower}) > 0`
  const sure = wholeWords(words)
  // Where the signatures can say nothing, looking at them first is in vain.
  const may = /[\p{Script=Han}a-z]/iu.test(sure)
    ? Prisma.sql`s."id" IN (SELECT m."segmentId" FROM "MemorySign" m
        WHERE m."projectId" = ${projectId}::uuid AND ${sign} & memory_sign(${sure}) = memory_sign(${sure}))`
    : Prisma.sql`true`
  return await db.$queryRaw<Found[]>`
    SELECT s."id", s."zh", s."en" FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL AND ${may} AND ${holds}
    ORDER BY s."stale", s."status" DESC, s."id" DESC LIMIT ${MOST_OCCURRENCES + 1}`
}

/** Latin letters at either end may be a part of a word, of which the signatures know nothing. */
function wholeWords(words: string): string {
  return words.replace(/^\p{Script=Latin}+|\p{Script=Latin}+$/gu, '')
}
