/** Finds places for the cells of some rows among all others of the document, and makes room where there is none. */
import type { Side } from '../bitext/text'
import { Prisma, type Transaction } from '../db'
import type { Arrangement } from './arrangement'
import { isMoved, PLACE_STEP, placeCells, type Taken } from './place-rows'
import type { AlignedRow } from './rows-after'
import { listOf, PLACE_COLUMN, type Place, TEXT_COLUMN } from './window'

export type Places = Record<Side, Map<number, number>>

/** Answers the place of every row of `after` on both sides. May spread all places of the document anew: `rows` then have their new ones. */
export async function placeInDocument(
  tx: Transaction,
  place: Place,
  rows: AlignedRow[],
  before: Arrangement,
  after: Arrangement,
  wished: Partial<Places> = {},
): Promise<Places> {
  for (const room of [0, after.zh.cells.length]) {
    if (room > 0) await spreadAnew(tx, place, rows, room)
    const zh = await placesOn(tx, place, 'zh', rows, before, after, wished.zh)
    const en = zh && (await placesOn(tx, place, 'en', rows, before, after, wished.en))
    if (zh && en) return { zh, en }
  }
  throw new Error(`no room for ${after.zh.cells.length} rows in document ${place.documentId}`)
}

async function placesOn(
  tx: Transaction,
  place: Place,
  side: Side,
  rows: readonly AlignedRow[],
  before: Arrangement,
  after: Arrangement,
  wished?: Map<number, number>,
): Promise<Map<number, number> | null> {
  const placeOf = new Map(rows.map((row) => [row.id, side === 'zh' ? row.position : row.enOrder]))
  if (!isMoved(before[side], after[side], placeOf)) return placeOf
  const places = placeCells(before[side], after[side], placeOf, await takenAround(tx, place, side, placeOf), wished)
  return places && new Map(after[side].cells.map(({ row }, index) => [row, places[index]]))
}

/** What stands between the rows, and the neighbour at either end. */
async function takenAround(
  tx: Transaction,
  { documentId }: Place,
  side: Side,
  placeOf: ReadonlyMap<number, number>,
): Promise<Taken> {
  const column = PLACE_COLUMN[side]
  const places = [...placeOf.values()].sort((a, b) => a - b)
  const [first, last] = [places[0], places[places.length - 1]]
  const inDocument = Prisma.sql`FROM "Segment" WHERE "documentId" = ${documentId}::uuid`
  const cell = Prisma.sql`SELECT ${column} AS place, ${TEXT_COLUMN[side]} <> '' AS worded ${inDocument}`
  // Most often nothing stands between them: then the rows need not be told from others one by one.
  const found = await tx.$queryRaw<{ place: number; worded: boolean }[]>`
    (${cell} AND ${column} < ${first} ORDER BY ${column} DESC LIMIT 1)
    UNION ALL (${cell} AND ${column} > ${last} ORDER BY ${column} LIMIT 1)
    UNION ALL (${cell} AND ${column} BETWEEN ${first} AND ${last}
      AND (SELECT count(*) ${inDocument} AND ${column} BETWEEN ${first} AND ${last}) > ${placeOf.size}
      AND "id" <> ALL(${listOf([...placeOf.keys()])}))
    ORDER BY place`
  return { all: found.map((row) => row.place), worded: found.filter((row) => row.worded).map((row) => row.place) }
}

/** Equal distances again, with room for `room` rows between any two. Ranges of assignments keep their rows. */
async function spreadAnew(tx: Transaction, { documentId }: Place, rows: AlignedRow[], room: number) {
  const step = PLACE_STEP * Math.ceil((room + 1) / PLACE_STEP)
  await tx.$executeRaw`
    UPDATE "Assignment" a SET "fromPosition" = least(ends.first, ends.last), "toPosition" = greatest(ends.first, ends.last)
    FROM (
      SELECT r."id",
        coalesce(min(s.place) FILTER (WHERE s."position" >= r."fromPosition"), max(s.place)) AS first,
        coalesce(max(s.place) FILTER (WHERE s."position" <= r."toPosition"), min(s.place)) AS last
      FROM "Assignment" r CROSS JOIN (
        SELECT "position", row_number() OVER (ORDER BY "position") * ${step}::int AS place
        FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL
      ) s WHERE r."documentId" = ${documentId}::uuid GROUP BY r."id"
    ) ends WHERE ends."id" = a."id"`
  await tx.$executeRaw`
    UPDATE "Segment" s SET "position" = spread.place, "enOrder" = spread.english
    FROM (
      SELECT "id", row_number() OVER (ORDER BY "position") * ${step}::int AS place, row_number() OVER (ORDER BY "enOrder") * ${step}::int AS english
      FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL
    ) spread WHERE spread."id" = s."id"`
  const ids = listOf(rows.map((row) => row.id))
  const now = await tx.$queryRaw<{ id: number; position: number; enOrder: number }[]>`
    SELECT "id", "position", "enOrder" FROM "Segment" WHERE "id" = ANY(${ids})`
  const byId = new Map(now.map((row) => [row.id, row]))
  for (const row of rows) Object.assign(row, byId.get(row.id))
}
