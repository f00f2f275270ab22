/**
 * Carries out a change of the alignment: the one way in which text goes from row to row. Rows, their histories and
 * statuses, notes, comments, suggestions and assignments change together, and the answer is what is needed to undo it.
 */
import { can } from '../auth/roles'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import { type Cuts, rearranged } from './arrangement'
import { type Places, placeInDocument } from './place-in-document'
import { type AlignedRow, type Face, faceOf, type RowAfter, rowsAfter } from './rows-after'
import type { Moment, Range, Rearrangement } from './step-state'
import { Travel } from './travel'
import { findRanges, moveItems, type Redirect, rangeAfter, writeRanges } from './travellers'
import { arrange, lockRetired, type Scene } from './window'
import { judgeMoved, retireRows, type Written, writeRows } from './write-rows'

export type Wanted = {
  /** Rows with negative numbers are new. */
  cuts: Cuts
  /** The row as it shall be, where that does not follow from the texts alone. */
  face?: (row: RowAfter, travel: Travel) => Face
  redirect?: Redirect
  range?: (found: Range, followed: Range) => Range
  /** Where rows shall stand that have no place yet, if they may. */
  places?: Places
  /** Rows may now stand in another order than their English. */
  crosses?: boolean
}

export type Rearranged = { rearrangement: Rearrangement; changed: number[] }

/** `rows` are locked, in their order, and all rows whose texts change are among them. */
export async function rearrange(
  tx: Transaction,
  scene: Scene,
  rows: AlignedRow[],
  wanted: Wanted,
): Promise<Rearranged> {
  const known = new Map(rows.map((row) => [row.id, row]))
  const { cuts, fresh } = await withNumbers(tx, wanted.cuts)
  const before = arrange(rows)
  const travel = new Travel(before, rearranged(before, cuts))
  const retired = await lockRetired(
    tx,
    scene,
    cuts.zh.map(({ row }) => row).filter((row) => !known.has(row) && !fresh.has(row)),
  )
  const ruled = rowsAfter(known, travel, scene.oneSided)
  const after = wanted.face ? ruled.map((row) => ({ ...row, ...wanted.face?.(row, travel) })) : ruled
  const ranges = await findRanges(
    tx,
    scene,
    rows.map((row) => row.id),
  )
  const places = await placeInDocument(tx, scene, rows, before, travel.after, wanted.places)
  const was = {
    zh: new Map(rows.map((row) => [row.id, row.position])),
    en: new Map(rows.map((row) => [row.id, row.enOrder])),
  }
  const written = changedRows(after, known, new Map(retired.map((row) => [row.id, row])), places)
  const gone = rows.filter((row) => !travel.stays(row.id))
  if (written.length + gone.length === 0) throw new AppError('invalid', 'nothing-to-align')
  const touched = [...written.flatMap(({ stored }) => stored ?? []), ...gone]
  // A row may have to make room for others without being touched itself.
  const placed = new Set(
    written.filter(({ stored, after: row }) => stored && hasSameTexts(stored, row)).map((row) => row.after.id),
  )
  await requireMovable(
    tx,
    scene,
    touched.filter((row) => known.has(row.id) && !placed.has(row.id)),
  )
  await retireRows(
    tx,
    gone.map((row) => ({ row: row.id, into: travel.home(row.id, scene.leading) })),
  )
  await writeRows(tx, scene, written, places)
  const items = await moveItems(
    tx,
    scene,
    touched.map((row) => row.id),
    travel,
    wanted.redirect ?? ((_, followed) => followed),
  )
  const movedRanges = await moveRanges(tx, scene, ranges, travel, wanted, places, (row) => !known.has(row))
  const moved = wanted.crosses
    ? await judgeMoved(
        tx,
        scene,
        after.map((row) => row.id),
      )
    : new Map<number, boolean>()
  const crossed = after.filter((row) => moved.has(row.id)).map((row) => row.id)
  const isChanged = new Set([...written.map((row) => row.after.id), ...gone.map((row) => row.id), ...crossed])
  const changed = [...isChanged]
  const left = after
    .filter((row) => isChanged.has(row.id))
    .map((row) => ({ ...row, moved: moved.get(row.id) ?? row.moved }))
  const moments = {
    before: momentOf(
      before,
      rows.filter((row) => isChanged.has(row.id)),
      was,
    ),
    after: momentOf(travel.after, left, places),
  }
  return {
    rearrangement: { texts: { zh: before.zh.text, en: before.en.text }, moments, items, ranges: movedRanges },
    changed,
  }
}

/** New rows get the numbers they will have, so that everything after this speaks of them as of any row. */
async function withNumbers(tx: Transaction, cuts: Cuts): Promise<{ cuts: Cuts; fresh: Set<number> }> {
  const wanted = cuts.zh.map(({ row }) => row).filter((row) => row < 0)
  if (wanted.length === 0) return { cuts, fresh: new Set() }
  const ids = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('"Segment"', 'id'))::int AS id FROM generate_series(1, ${wanted.length}::int)`
  const numbers = new Map(wanted.map((row, index) => [row, ids[index].id]))
  const named = (side: Cuts['zh']) => side.map((cut) => ({ ...cut, row: numbers.get(cut.row) ?? cut.row }))
  return { cuts: { zh: named(cuts.zh), en: named(cuts.en) }, fresh: new Set(numbers.values()) }
}

function changedRows(
  after: readonly RowAfter[],
  known: ReadonlyMap<number, AlignedRow>,
  retired: ReadonlyMap<number, AlignedRow>,
  places: Places,
): Written[] {
  return after.flatMap((row) => {
    const present = known.get(row.id)
    if (present && isUnchanged(present, row, places)) return []
    return [{ stored: present ?? retired.get(row.id) ?? null, after: row }]
  })
}

const TEXTS = ['zh', 'en', 'zhTail', 'enTail'] as const

function isUnchanged(row: AlignedRow, after: RowAfter, { zh, en }: Places): boolean {
  const stands = zh.get(row.id) === row.position && en.get(row.id) === row.enOrder
  return stands && hasSameTexts(row, after) && isSameFace(row, after)
}

function isSameFace(row: Face, after: Face): boolean {
  const { hands, ...one } = faceOf(row)
  const other = faceOf(after)
  const same = (Object.keys(one) as (keyof typeof one)[]).every((field) => one[field] === other[field])
  return same && hands.join() === other.hands.join()
}

function hasSameTexts(row: AlignedRow, after: RowAfter): boolean {
  return TEXTS.every((field) => row[field] === after[field])
}

async function requireMovable(tx: Transaction, { documentId, member }: Scene, rows: readonly AlignedRow[]) {
  const released = rows.find((row) => row.status === 'released')
  const guarded = can(member.role, 'segment.correct') ? undefined : rows.find((row) => row.locked)
  const held = released ?? guarded
  if (!held) return
  const row = await tx.segment.count({ where: { documentId, position: { lte: held.position } } })
  throw new AppError('forbidden', released ? 'row-released' : 'row-protected', { row, segmentId: held.id })
}

async function moveRanges(
  tx: Transaction,
  scene: Scene,
  ranges: readonly Range[],
  travel: Travel,
  { range }: Wanted,
  places: Places,
  isNew: (row: number) => boolean,
): Promise<{ before: Range; after: Range }[]> {
  const moved = ranges.map((before) => {
    const followed = rangeAfter(before, travel, scene.leading, isNew)
    const after = range?.(before, followed) ?? followed
    return { before, after }
  })
  const changed = moved.filter(({ before, after }) => after.first !== before.first || after.last !== before.last)
  await writeRanges(
    tx,
    changed.map(({ after }) => after),
    places,
  )
  return moved
}

function momentOf({ zh, en }: Travel['after'], rows: readonly (Face & { id: number })[], places: Places): Moment {
  const placesOf = (side: 'zh' | 'en') => rows.map(({ id }): [number, number] => [id, places[side].get(id) as number])
  return {
    cells: { zh: zh.cells, en: en.cells },
    faces: Object.fromEntries(rows.map((row) => [row.id, faceOf(row)])),
    places: { zh: placesOf('zh'), en: placesOf('en') },
  }
}
