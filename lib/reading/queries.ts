/** What Read mode shows: where the paragraphs of the whole document are, in few bytes, and for print all their texts. */
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { BLOCK_KINDS } from '../bitext/intake/block'
import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import { blocksOf, type ReadRow } from './blocks'
import { LAYOUTS, type Layout, sidesOf } from './rules'

export const ReadingInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  layout: z.enum(LAYOUTS).default('side'),
})
export type ReadingInput = z.infer<typeof ReadingInput>

/** Parallel arrays: a document of 100,000 rows is about a megabyte. */
export type Reading = {
  /** Segments in the order they are read: the English alone keeps its own order where text was moved. */
  ids: number[]
  /** How many segments each block holds. */
  sizes: number[]
  /** One letter a block: its place in BLOCK_KINDS after `a`. */
  kinds: string
  /** Blocks that are the line a turn opens with. */
  labels: number[]
  /** The longer text of each block in lines of a column, to guess its height before it is drawn. */
  lines: number[]
}

/** About what a column holds in one line. */
const LINE = { zh: 26, en: 56 } as const

type Row = ReadRow & { id: number; zhLength: number; enLength: number }

export async function getReading(actor: Actor, { projectId, documentId, layout }: ReadingInput): Promise<Reading> {
  await requireMember(actor, projectId, 'project.read')
  const rows = await db.$queryRaw<Row[]>`
    SELECT s."id", s."kind", s."label", s."turn", s."zhParagraph", s."enParagraph", length(s."zh") AS "zhLength", length(s."en") AS "enLength"
    ${source(projectId, documentId, layout)}`
  const sides = sidesOf(layout)
  const shown = sides.length === 1 ? rows.filter((row) => row[`${sides[0]!}Length`] > 0) : rows
  const blocks = blocksOf(shown, sides)
  const linesOf = (side: Side, from: number, to: number) =>
    Math.ceil(shown.slice(from, to).reduce((sum, row) => sum + row[`${side}Length`], 0) / LINE[side])
  return {
    ids: shown.map(({ id }) => id),
    sizes: blocks.map(({ from, to }) => to - from),
    kinds: blocks.map(({ kind }) => String.fromCharCode(97 + Math.max(0, BLOCK_KINDS.indexOf(kind)))).join(''),
    labels: blocks.flatMap(({ label }, i) => (label ? i : [])),
    lines: blocks.map(({ from, to }) => {
      const lines = sides.map((side) => linesOf(side, from, to))
      return layout === 'stacked' ? lines.reduce((a, b) => a + b, 0) : Math.max(...lines)
    }),
  }
}

export type PrintRow = ReadRow & { id: number; zh: string; en: string; zhTail: string; enTail: string }

/** The whole document for the page that is printed. */
export async function getPrint(actor: Actor, { projectId, documentId, layout }: ReadingInput) {
  await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { title: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const rows = await db.$queryRaw<PrintRow[]>`
    SELECT s."id", s."kind", s."label", s."turn", s."zhParagraph", s."enParagraph", s."zh", s."en", s."zhTail", s."enTail"
    ${source(projectId, documentId, layout)}`
  const sides = sidesOf(layout)
  const shown = sides.length === 1 ? rows.filter((row) => row[sides[0]!] !== '') : rows
  return {
    title: document.title,
    sides,
    blocks: blocksOf(shown, sides).map(({ from, to, ...block }) => ({ ...block, rows: shown.slice(from, to) })),
  }
}

function source(projectId: string, documentId: string, layout: Layout) {
  const order = layout === 'en' ? Prisma.sql`coalesce(s."enOrder", s."position")` : Prisma.sql`s."position"`
  return Prisma.sql`FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL
    ORDER BY ${order}`
}
