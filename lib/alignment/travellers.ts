/** Moves notes, comments, suggestions and ranges of assignments along with the text of their rows. */
import type { Side, Span } from '../bitext/text'
import { Prisma, type Transaction } from '../db'
import { TRAVELLERS, type Traveller } from '../segment/travellers'
import type { Places } from './place-in-document'
import type { Item, Range } from './step-state'
import type { Travel } from './travel'
import { listOf, type Place, type Scene } from './window'

type ItemRow = {
  id: string
  row: number
  side: Side | null
  zhFrom: number | null
  zhTo: number | null
  enFrom: number | null
  enTo: number | null
}

type Both<T> = { before: T; after: T }

/** Where an item would go by the rules; another place may be given instead. */
export type Redirect = (found: Item, followed: Item) => Item

/** Answers where each was and is, moved or not. `rows` are those whose texts changed or that are gone. */
export async function moveItems(
  tx: Transaction,
  scene: Scene,
  rows: readonly number[],
  travel: Travel,
  redirect: Redirect,
): Promise<Both<Item>[]> {
  const moved: Both<Item>[] = []
  for (const traveller of TRAVELLERS) {
    const found = await findItems(tx, scene, traveller, rows)
    const turned = found.map(({ side, ...item }) => {
      const followed = side
        ? { ...item, row: travel.followSide(item.row, side) }
        : { ...item, ...travel.follow(item, scene.leading) }
      return { before: item, after: redirect(item, followed) }
    })
    const changed = turned.flatMap(({ before, after }) => (isSame(before, after) ? [] : [after]))
    await writeItems(tx, traveller, changed)
    moved.push(...turned)
  }
  return moved
}

function isSame(one: Item, other: Item): boolean {
  return one.row === other.row && sameSpan(one.zh, other.zh) && sameSpan(one.en, other.en)
}

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one?.from === other?.from && one?.to === other?.to
}

async function findItems(
  tx: Transaction,
  { documentId }: Scene,
  { table, by, only }: Traveller,
  rows: readonly number[],
) {
  // Names of the list, never input.
  const columns = by === 'marks' ? `NULL AS side, "zhFrom", "zhTo", "enFrom", "enTo"` : `"side"::text AS side`
  const found = await tx.$queryRaw<ItemRow[]>`
    SELECT "id"::text AS id, "segmentId" AS row, ${Prisma.raw(columns)} FROM ${Prisma.raw(`"${table}"`)}
    WHERE "documentId" = ${documentId}::uuid AND "segmentId" = ANY(${listOf(rows)}) ${only ? Prisma.raw(`AND ${only}`) : Prisma.empty} ORDER BY "id" FOR UPDATE`
  return found.map(({ id, row, side, zhFrom, zhTo, enFrom, enTo }) => ({
    table,
    id,
    row,
    side,
    zh: span(zhFrom, zhTo),
    en: span(enFrom, enTo),
  }))
}

function span(from: number | null | undefined, to: number | null | undefined): Span | null {
  return from === null || from === undefined || to === null || to === undefined ? null : { from, to }
}

async function writeItems(tx: Transaction, { table, by }: Traveller, items: readonly Item[]) {
  if (items.length === 0) return
  const data = JSON.stringify(
    items.map(({ id, row, zh, en }) => ({
      id,
      row,
      zhFrom: zh?.from ?? null,
      zhTo: zh?.to ?? null,
      enFrom: en?.from ?? null,
      enTo: en?.to ?? null,
    })),
  )
  const marks = `, "zhFrom" = x."zhFrom", "zhTo" = x."zhTo", "enFrom" = x."enFrom", "enTo" = x."enTo"`
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} t SET "segmentId" = x."row" ${by === 'marks' ? Prisma.raw(marks) : Prisma.empty}
    FROM jsonb_to_recordset(${data}::jsonb) AS x("id" text, "row" int, "zhFrom" int, "zhTo" int, "enFrom" int, "enTo" int)
    WHERE t."id"::text = x."id"`
}

/** The ranges that begin or end at one of the rows, by the rows at their ends. */
export async function findRanges(tx: Transaction, { documentId }: Place, rows: readonly number[]): Promise<Range[]> {
  const ids = listOf(rows)
  return await tx.$queryRaw<Range[]>`
    SELECT a."id"::text AS id, f."id" AS first, l."id" AS last FROM "Assignment" a
      JOIN "Segment" f ON f."documentId" = a."documentId" AND f."position" = a."fromPosition"
      JOIN "Segment" l ON l."documentId" = a."documentId" AND l."position" = a."toPosition"
    WHERE a."documentId" = ${documentId}::uuid AND (f."id" = ANY(${ids}) OR l."id" = ANY(${ids}))
    ORDER BY a."id" FOR UPDATE OF a`
}

/**
 * A range keeps its rows: where its first or last row is gone, it has the row that took the text instead, and what was
 * split off its last row belongs to it. Where that text went past other rows of the range, it keeps those as well.
 */
export function rangeAfter(range: Range, travel: Travel, leading: Side, isNew: (row: number) => boolean): Range {
  const first = endAfter(range.first, range.last, 1, travel, leading)
  const last = endAfter(range.last, range.first, -1, travel, leading)
  return { ...range, first, last: lastSplitOff(last, range.last, travel, isNew) }
}

/** The outer one of the row that took the text of this end and of the rows that are left towards the `other` end. */
function endAfter(row: number, other: number, inwards: 1 | -1, travel: Travel, leading: Side): number {
  const { cells } = travel.before.zh
  const at = cells.findIndex((cell) => cell.row === row)
  if (at < 0 || travel.stays(row)) return row
  const home = travel.home(row, leading)
  let left = at
  while (cells[left] && cells[left].row !== other && !travel.stays(cells[left].row)) left += inwards
  if (!cells[left] || !travel.stays(cells[left].row)) return home
  const placeOf = (wanted: number) => inwards * travel.after.zh.cells.findIndex((cell) => cell.row === wanted)
  return placeOf(cells[left].row) < placeOf(home) ? cells[left].row : home
}

function lastSplitOff(last: number, was: number, travel: Travel, isNew: (row: number) => boolean): number {
  const { cells } = travel.after.zh
  let at = cells.findIndex((cell) => cell.row === last)
  if (at < 0) return last
  const comesFrom = (row: number) =>
    (['zh', 'en'] as const).some((side) => travel.sources(row, side).some((source) => source.row === was))
  while (at + 1 < cells.length && isNew(cells[at + 1].row) && comesFrom(cells[at + 1].row)) at++
  return cells[at].row
}

/** `places`: of every row of the window; ends outside of it stay where they are. */
export async function writeRanges(tx: Transaction, ranges: readonly Range[], { zh }: Places) {
  for (const { id, first, last } of ranges) {
    const [from, to] = [zh.get(first) ?? null, zh.get(last) ?? null]
    await tx.$executeRaw`
      UPDATE "Assignment" SET
        "fromPosition" = least(coalesce(${from}::int, "fromPosition"), coalesce(${to}::int, "toPosition")),
        "toPosition" = greatest(coalesce(${from}::int, "fromPosition"), coalesce(${to}::int, "toPosition"))
      WHERE "id" = ${id}::uuid`
  }
}
