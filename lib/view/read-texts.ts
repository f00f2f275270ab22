/** Reads the texts of a document a stretch at a time, so that neither memory nor other people's requests wait for the whole. */
import { setImmediate } from 'node:timers/promises'
import type { Search } from '../bitext/search'
import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import type { SegmentStatus } from '../segment/rules'

export type TextRow = {
  id: number
  position: number
  zh: string
  en: string
  zhVersion: number
  enVersion: number
  kind: string
  label: boolean
  status: SegmentStatus
  locked: boolean
}

type Wanted = { projectId: string; documentId: string; where?: Prisma.Sql }

const STRETCH = 4000
const BEFORE_ALL = -2_147_483_648

/** Rows in the order of the document. `where` may speak of the segment as `s`. */
export async function* readTexts({
  projectId,
  documentId,
  where = Prisma.sql`true`,
}: Wanted): AsyncGenerator<TextRow[]> {
  for (let after = BEFORE_ALL; ; ) {
    const rows = await db.$queryRaw<TextRow[]>`
      SELECT s."id", s."position", s."zh", s."en", s."zhVersion", s."enVersion", s."kind", s."label", s."status", s."locked"
      FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" > ${after} AND ${where}
      ORDER BY s."position" LIMIT ${STRETCH}`
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < STRETCH) return
    after = last.position
  }
}

/** Rows that may hold the words: the database looks first wherever its idea of letters is the same as the engine's. */
export function mayHold({ literal, query }: Search, sides: readonly Side[]): Prisma.Sql {
  if (literal === null || !IS_CASELESS_OR_ASCII.test(literal)) return Prisma.sql`true`
  const columns = sides.map((side) => (side === 'zh' ? Prisma.sql`s."zh"` : Prisma.sql`s."en"`))
  const tests = columns.map((column) =>
    query.matchCase
      ? Prisma.sql`strpos(${column}, ${literal}) > 0`
      : Prisma.sql`strpos(lower(${column}), ${literal.toLowerCase()}) > 0`,
  )
  return Prisma.sql`(${Prisma.join(tests, ' OR ')})`
}

const IS_CASELESS_OR_ASCII = /^[\p{ASCII}\p{Script=Han}\p{P}\p{N}\p{Z}]*$/u

/** How long one question may keep a server busy. A pattern over 100,000 rows takes two seconds. */
const LONGEST_WORK = 15_000

/** Others' requests are let in this often. */
const TURN = 40

/** `await work.breathe()` in a loop: lets others in, and gives up in words when it takes too long. */
export function longWork(longest: number = LONGEST_WORK, now: () => number = Date.now) {
  const end = now() + longest
  let turn = now() + TURN
  return {
    async breathe(): Promise<void> {
      const at = now()
      if (at > end) throw new AppError('invalid', 'search-too-long')
      if (at < turn) return
      await setImmediate()
      turn = now() + TURN
    },
  }
}
