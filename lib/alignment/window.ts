/** The rows that a move is about: found, locked, and compared with what the person saw. */
import type { ActingMember } from '../auth/require-member'
import type { GoverningRule, Side } from '../bitext/text'
import { Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { lockStructure } from '../segment/lock-structure'
import { governingSide } from '../segment/rules'
import { type Arrangement, arrangementOf } from './arrangement'
import type { SeenRow } from './input'
import type { AlignedRow } from './rows-after'

export type Place = { projectId: string; documentId: string }

/** The document whose structure is locked, and who acts. */
export type Scene = Place & {
  member: ActingMember
  /** Notes follow their mark on this side. */
  leading: Side
  /** The side there is, where there is only one. */
  oneSided: Side | null
  alignedBy: string
}

export async function openScene(
  tx: Transaction,
  member: ActingMember,
  { projectId, documentId }: Place,
): Promise<Scene> {
  await lockStructure(tx, documentId)
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { governing: true, alignedBy: true, sources: { select: { side: true } } },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const [source, second] = document.sources
  return {
    projectId,
    documentId,
    member,
    leading: governingSide(document.governing as GoverningRule) ?? 'zh',
    oneSided: source && !second ? source.side : null,
    alignedBy: document.alignedBy,
  }
}

/** What a row is, read and locked in one go. */
const NAMES = [
  'id', 'position', 'enOrder', 'kind', 'label', 'turn', 'speakerZh', 'speakerEn', 'zhParagraph', 'enParagraph',
  'zh', 'en', 'zhTail', 'enTail', 'zhVersion', 'enVersion', 'confidence', 'moved', 'confirmed', 'status', 'stale', 'locked',
  'translatedBy', 'hands', 'revisedBy', 'reviewedBy',
] as const satisfies readonly (keyof AlignedRow)[] // biome-ignore format: a list

const COLUMNS = Prisma.raw(NAMES.map((name) => `"${name}"`).join(', '))

const AS_LISTS = Prisma.raw(NAMES.map((name) => `'${name}', json_agg("${name}")`).join(', '))

type Lists = { [Name in keyof AlignedRow]: AlignedRow[Name][] | null }

/** The rows in their order. One that is gone makes it a conflict: the person's screen shows what is no more. */
export async function lockRows(tx: Transaction, place: Place, ids: readonly number[]): Promise<AlignedRow[]> {
  const wanted = [...new Set(ids)]
  const rows = await lock(tx, place, wanted, Prisma.sql`"position" IS NOT NULL`)
  if (rows.length < wanted.length) throw new AppError('conflict', 'changed-meanwhile')
  return rows.sort((a, b) => a.position - b.position)
}

/** Rows that were taken away by an earlier step and may come back. */
export async function lockRetired(tx: Transaction, place: Place, ids: readonly number[]): Promise<AlignedRow[]> {
  return ids.length === 0 ? [] : await lock(tx, place, ids, Prisma.sql`"position" IS NULL`)
}

/** Numbers as one text: ten thousand members of an array would keep the client longer than the database. */
export function listOf(ids: readonly number[]): Prisma.Sql {
  return Prisma.sql`string_to_array(${ids.join(',')}, ',')::int[]`
}

/** As one JSON value, a list for each column: of ten thousand rows the client would take longer over them than the database. */
async function lock(
  tx: Transaction,
  { projectId, documentId }: Place,
  ids: readonly number[],
  which: Prisma.Sql,
): Promise<AlignedRow[]> {
  const [{ lists }] = await tx.$queryRaw<[{ lists: Lists }]>`
    SELECT json_build_object(${AS_LISTS}) AS lists FROM (
      SELECT ${COLUMNS} FROM "Segment"
      WHERE "id" = ANY(${listOf(ids)}) AND "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND ${which}
      ORDER BY "id" FOR UPDATE
    ) r`
  return (lists.id ?? []).map((_, at) => rowAt(lists, at))
}

function rowAt(lists: Lists, at: number): AlignedRow {
  const row: Record<string, unknown> = {}
  for (const name of NAMES) row[name] = lists[name]?.[at]
  return row as AlignedRow
}

/** `named`: the rows the command names have to be among those the person saw. */
export function requireSeen(rows: readonly AlignedRow[], seen: readonly SeenRow[], named: readonly number[]) {
  if (named.some((id) => !seen.some((row) => row.id === id))) throw new AppError('invalid', 'invalid-input')
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, zhVersion, enVersion } of seen) {
    const row = byId.get(id)
    if (row && (row.zhVersion !== zhVersion || row.enVersion !== enVersion))
      throw new AppError('conflict', 'changed-meanwhile')
  }
}

export function arrange(rows: readonly AlignedRow[]): Arrangement {
  return arrangementOf(
    [...rows].sort((a, b) => a.position - b.position),
    [...rows].sort((a, b) => a.enOrder - b.enOrder),
  )
}

export const PLACE_COLUMN = { zh: Prisma.raw('"position"'), en: Prisma.raw('"enOrder"') } as const

export const TEXT_COLUMN = { zh: Prisma.raw('"zh"'), en: Prisma.raw('"en"') } as const

type Neighbour = { id: number; empty: boolean; still: boolean }

/** Cells of one side in its order, from a row on (that row first), `count` at most. `back`: towards the beginning. */
export async function cellsFrom(
  tx: Transaction,
  { documentId }: Place,
  side: Side,
  row: number,
  count: number,
  back = false,
): Promise<Neighbour[]> {
  const place = PLACE_COLUMN[side]
  const [beyond, order] = back ? [Prisma.raw('<='), Prisma.raw('DESC')] : [Prisma.raw('>='), Prisma.raw('ASC')]
  return await tx.$queryRaw<Neighbour[]>`
    SELECT "id", ${TEXT_COLUMN[side]} = '' AS empty, "confirmed" OR "locked" OR "status" = 'released' AS still
    FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND ${place} ${beyond} (
      SELECT ${place} FROM "Segment" WHERE "id" = ${row} AND "documentId" = ${documentId}::uuid)
    ORDER BY ${place} ${order} LIMIT ${count}`
}

/** No border is carried past more cells than fit on a few screens. */
const MOST_CELLS = 200

/** The cells of one side from a row to another one, ends included; without a `target`, to the very next. */
export async function cellsTo(
  tx: Transaction,
  place: Place,
  side: Side,
  row: number,
  target: number | undefined,
  back = false,
): Promise<number[]> {
  const cells = await cellsFrom(tx, place, side, row, target === undefined ? 2 : MOST_CELLS, back)
  const ids = cells.map(({ id }) => id)
  if (target === undefined) return ids
  const end = ids.indexOf(target)
  // On the screen the row may stand below and in the order of its English above.
  if (end < 1) throw new AppError('invalid', cells.length === MOST_CELLS ? 'invalid-input' : 'texts-apart')
  return ids.slice(0, end + 1)
}

/** The rows, and those with English right before and after each: what crosses what may change for them as well. */
export async function withNeighbours(
  tx: Transaction,
  { documentId }: Place,
  ids: readonly number[],
): Promise<number[]> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT n."id" FROM "Segment" s CROSS JOIN LATERAL (
      (SELECT b."id" FROM "Segment" b WHERE b."documentId" = s."documentId" AND b."en" <> '' AND b."position" < s."position" ORDER BY b."position" DESC LIMIT 1)
      UNION ALL
      (SELECT a."id" FROM "Segment" a WHERE a."documentId" = s."documentId" AND a."en" <> '' AND a."position" > s."position" ORDER BY a."position" LIMIT 1)
    ) n WHERE s."id" = ANY(${[...ids]}::int[]) AND s."documentId" = ${documentId}::uuid AND s."position" IS NOT NULL`
  return [...ids, ...found.map(({ id }) => id)]
}
