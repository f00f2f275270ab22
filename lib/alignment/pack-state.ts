/**
 * The state of a step as bytes. Cells, faces and places are kept as columns, one list for each field and a single value where
 * all rows have the same: as objects, a step over 10,000 rows would be 10 MB of JSON that is mostly the names of fields.
 */
import { promisify } from 'node:util'
import { constants, deflate, inflate } from 'node:zlib'
import { SIDES, type Side } from '../bitext/text'
import type { Cell } from './arrangement'
import type { Face } from './rows-after'
import type { Moment, Rearrangement, StepState } from './step-state'

const packed = promisify(deflate)
const unpacked = promisify(inflate)

/** Tells what was written so from the plain JSON of earlier steps. */
const COLUMNS = 1

type Places = [row: number, place: number][]
type Field<T> = { all: T } | { each: T[] }
type MomentColumns = {
  /** A cell begins where the one before it ends. */
  cells: Record<Side, { row: number[]; textTo: number[]; to: number[] }>
  faces: { row: number[]; fields: Record<string, Field<unknown>> }
  places: Record<Side, { row: number[]; place: number[] }>
}
type Columns = Omit<Rearrangement, 'moments'> & {
  columns: typeof COLUMNS
  moments: { before: MomentColumns; after: MomentColumns }
}

/** Quick rather than small: people wait for it, and the columns have made it small already. */
export async function packState(state: StepState): Promise<Uint8Array<ArrayBuffer>> {
  const value = 'rearrangement' in state ? { rearrangement: inColumns(state.rearrangement) } : state
  return Uint8Array.from(await packed(JSON.stringify(value), { level: constants.Z_BEST_SPEED }))
}

export async function unpackState(bytes: Uint8Array): Promise<StepState> {
  const value = JSON.parse((await unpacked(bytes)).toString('utf8')) as StepState | { rearrangement: Columns }
  if (!('rearrangement' in value)) return value
  const { rearrangement } = value
  return { rearrangement: 'columns' in rearrangement ? outOfColumns(rearrangement) : rearrangement }
}

function inColumns({ moments, ...rest }: Rearrangement): Columns {
  return {
    ...rest,
    columns: COLUMNS,
    moments: { before: momentColumns(moments.before), after: momentColumns(moments.after) },
  }
}

function momentColumns({ cells, faces, places }: Moment): MomentColumns {
  const list = Object.values(faces)
  const fields = Object.keys(list[0] ?? {}) as (keyof Face)[]
  return {
    cells: bySide((side) => ({
      row: cells[side].map(({ row }) => row),
      textTo: cells[side].map(({ textTo }) => textTo),
      to: cells[side].map(({ to }) => to),
    })),
    faces: {
      row: Object.keys(faces).map(Number),
      fields: Object.fromEntries(fields.map((field) => [field, fieldOf(list.map((face) => face[field]))])),
    },
    places: bySide((side) => ({
      row: places[side].map(([row]) => row),
      place: places[side].map(([, place]) => place),
    })),
  }
}

function fieldOf<T>(values: T[]): Field<T> {
  const [first] = values
  const isEmpty = (value: T) => Array.isArray(value) && value.length === 0
  const same = isEmpty(first) ? values.every(isEmpty) : values.every((value) => value === first)
  return same ? { all: first } : { each: values }
}

function outOfColumns({ columns: _, moments, ...rest }: Columns): Rearrangement {
  return { ...rest, moments: { before: momentOf(moments.before), after: momentOf(moments.after) } }
}

function momentOf({ cells, faces, places }: MomentColumns): Moment {
  return {
    cells: bySide((side) => cellsOf(cells[side])),
    faces: facesOf(faces),
    places: bySide((side) => places[side].row.map((row, at): Places[number] => [row, places[side].place[at]])),
  }
}

function facesOf({ row, fields }: MomentColumns['faces']): Moment['faces'] {
  const columns = Object.entries(fields)
  const faces: Moment['faces'] = {}
  row.forEach((each, at) => {
    const face: Record<string, unknown> = {}
    for (const [name, field] of columns) face[name] = 'all' in field ? field.all : field.each[at]
    faces[each] = face as Face
  })
  return faces
}

function cellsOf({ row, textTo, to }: MomentColumns['cells'][Side]): Cell[] {
  return row.map((each, at) => ({ row: each, from: at > 0 ? to[at - 1] : 0, textTo: textTo[at], to: to[at] }))
}

function bySide<T>(of: (side: Side) => T): Record<Side, T> {
  return Object.fromEntries(SIDES.map((side) => [side, of(side)])) as Record<Side, T>
}
