/**
 * Undoes or redoes a step: the rows are cut again as they were, through the edits that were made since. What no one has
 * touched since comes back exactly; where someone has, their words stay and the lesser status holds.
 */
import type { ActingMember } from '../auth/require-member'
import { SIDES, type Side, type Span } from '../bitext/text'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { rank, type SegmentStatus } from '../segment/rules'
import type { Cell, Column, Cut } from './arrangement'
import type { StepAnswer, StepInput } from './input'
import { requireStep, turnStep } from './journal'
import { rearrange } from './rearrange'
import { type AlignedRow, type Face, faceOf, type RowAfter } from './rows-after'
import type { Confirmation, Item, Moment, Rearrangement, StepState } from './step-state'
import { inDocument } from './take-step'
import { ThroughEdits } from './through-edits'
import type { Travel } from './travel'
import { arrange, lockRows, type Scene } from './window'

export type Turn = 'undo' | 'redo'

export async function turnBack(member: ActingMember, input: StepInput, turn: Turn): Promise<StepAnswer> {
  return await inDocument(member, input, async (tx, scene) => {
    const step = await requireStep(tx, scene, input.step, turn === 'redo')
    const turned =
      'confirmation' in step.state
        ? await turnConfirmation(tx, scene, step.state.confirmation, turn)
        : await turnRearrangement(tx, scene, step.state.rearrangement, turn)
    await turnStep(tx, scene, step.number, turned.state, turn === 'undo')
    if (step.memberId !== member.id) {
      await record(tx, member, scene.projectId, `alignment.${turn}-of-other`, scene.documentId, {
        step: step.number,
        kind: step.kind,
      })
    }
    return { step: step.number, changed: turned.changed }
  })
}

type Turned = { state: StepState; changed: number[] }

async function turnConfirmation(
  tx: Transaction,
  scene: Scene,
  confirmation: Confirmation,
  turn: Turn,
): Promise<Turned> {
  const confirmed = turn === 'redo' ? confirmation.confirmed : !confirmation.confirmed
  const rows = await tx.$queryRaw<{ id: number }[]>`
    UPDATE "Segment" SET "confirmed" = ${confirmed}
    WHERE "id" = ANY(${confirmation.ids}::int[]) AND "documentId" = ${scene.documentId}::uuid AND "position" IS NOT NULL RETURNING "id"`
  return { state: { confirmation }, changed: rows.map(({ id }) => id) }
}

async function turnRearrangement(tx: Transaction, scene: Scene, kept: Rearrangement, turn: Turn): Promise<Turned> {
  const [left, wanted] = turn === 'undo' ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const [from, to] = [kept.moments[left], kept.moments[wanted]]
  const rows = await lockStepRows(tx, scene, from)
  const arranged = arrange(rows)
  const now = { zh: inStepOrder(arranged.zh, from.cells.zh), en: inStepOrder(arranged.en, from.cells.en) }
  const edits = Object.fromEntries(
    SIDES.map((side) => [side, new ThroughEdits({ text: kept.texts[side], cells: from.cells[side] }, now[side], side)]),
  ) as Record<Side, ThroughEdits>
  const touched = touchedRows(rows, from, edits)
  const items = new Map(kept.items.map((both) => [`${both[left].table} ${both[left].id}`, both]))
  const ranges = new Map(kept.ranges.map((both) => [both[left].id, both]))
  const cuts = { zh: cutsThrough(edits.zh, to.cells.zh), en: cutsThrough(edits.en, to.cells.en) }
  const way = { left, wanted, edits, cells: { zh: aimsOf(to.cells.zh, cuts.zh), en: aimsOf(to.cells.en, cuts.en) } }
  const { rearrangement, changed } = await rearrange(tx, scene, rows, {
    cuts,
    places: { zh: new Map(to.places.zh), en: new Map(to.places.en) },
    face: (row, travel) => faceBack(row, travel, to.faces[row.id] ?? from.faces[row.id], touched),
    redirect: (found, followed) => itemBack(found, followed, items.get(`${found.table} ${found.id}`), way),
    range: (found, followed) => {
      const both = ranges.get(found.id)
      return both && both[left].first === found.first && both[left].last === found.last ? both[wanted] : followed
    },
  })
  const alignedBy = kept.alignedBy
  if (alignedBy && scene.alignedBy === alignedBy[left]) {
    await tx.document.update({
      where: { id: scene.documentId },
      data: { alignedBy: alignedBy[wanted] },
      select: { id: true },
    })
  }
  return { state: { rearrangement: { ...inOrder(rearrangement, turn), alignedBy } }, changed }
}

/** What was found and left now, as before and after of the step. */
function inOrder(done: Rearrangement, turn: Turn): Rearrangement {
  if (turn === 'redo') return done
  const swapped = <T>({ before, after }: { before: T; after: T }) => ({ before: after, after: before })
  return { ...done, moments: swapped(done.moments), items: done.items.map(swapped), ranges: done.ranges.map(swapped) }
}

/** The rows as the step left them; edits within them are all that may have happened. */
async function lockStepRows(tx: Transaction, scene: Scene, { cells }: Moment): Promise<AlignedRow[]> {
  return await lockRows(
    tx,
    scene,
    cells.zh.map(({ row }) => row),
  ).catch((error: unknown) => {
    throw error instanceof AppError && error.problem === 'changed-meanwhile'
      ? new AppError('conflict', 'step-gone')
      : error
  })
}

/** Empty cells may have come to stand elsewhere among the others; texts may not. */
function inStepOrder({ text, cells }: Column, step: readonly Cell[]): Column {
  const byRow = new Map(cells.map((cell) => [cell.row, cell]))
  let at = 0
  const ordered = step.map(({ row }) => {
    const cell = byRow.get(row)
    if (!cell) throw new AppError('conflict', 'step-gone')
    const empty = cell.to === cell.from
    if (!empty && cell.from !== at) throw new AppError('conflict', 'step-gone')
    const placed = empty ? { row, from: at, textTo: at, to: at } : cell
    at = placed.to
    return placed
  })
  return { text, cells: ordered }
}

const JUDGED = ['status', 'stale', 'confirmed', 'translatedBy', 'revisedBy', 'reviewedBy'] as const

type Touched = AlignedRow & { edited: Side[] }

/** Rows whose words or standing were changed since. */
function touchedRows(rows: readonly AlignedRow[], { faces, cells }: Moment, edits: Record<Side, ThroughEdits>) {
  const edited = {
    zh: new Set(cells.zh.filter((_, index) => edits.zh.isEdited(index)).map(({ row }) => row)),
    en: new Set(cells.en.filter((_, index) => edits.en.isEdited(index)).map(({ row }) => row)),
  }
  const touched = new Map<number, Touched>()
  for (const row of rows) {
    const face = faces[row.id]
    const sides = SIDES.filter((side) => edited[side].has(row.id))
    const judged = face !== undefined && JUDGED.some((field) => face[field] !== row[field])
    if (sides.length > 0 || judged) touched.set(row.id, { ...row, edited: sides })
  }
  return touched
}

/** Of the rows that a row's texts come from, those that matter to it: an edit of one side says nothing of the other. */
function touchedSources(row: number, travel: Travel, touched: ReadonlyMap<number, Touched>): Touched[] {
  const sources = SIDES.flatMap((side) => travel.sources(row, side).map((source) => ({ id: source.row, side })))
  const relevant = sources.flatMap(({ id, side }) => {
    const found = touched.get(id)
    return found && (found.edited.length === 0 || found.edited.includes(side)) ? [found] : []
  })
  return [...new Set(relevant)]
}

function cutsThrough(edits: ThroughEdits, cells: readonly { row: number; textTo: number; to: number }[]): Cut[] {
  let from = 0
  return cells.map(({ row, textTo, to }, index) => {
    const end = index === cells.length - 1 ? edits.now.text.length : Math.max(from, edits.end(row, to))
    from = end
    // The white space behind the words is tail as far as it was.
    return { row, to: end, textTo: Math.max(0, end - (to - textTo)) }
  })
}

/** `kept`: as the row was. Undefined for rows that no step has changed; they stay as they are. */
function faceBack(row: RowAfter, travel: Travel, kept: Face | undefined, touched: ReadonlyMap<number, Touched>): Face {
  if (!kept) return faceOf(row)
  const since = touchedSources(row.id, travel, touched)
  if (since.length === 0) return kept
  const least: SegmentStatus[] = [kept.status, ...since.map(({ status }) => status)]
  if (since.some(({ edited }) => edited.length > 0)) least.push('translated')
  const status = least.reduce((one, other) => (rank(other) < rank(one) ? other : one))
  return {
    ...kept,
    status,
    stale: kept.stale || since.some(({ stale }) => stale),
    confirmed: false,
    translatedBy: since.find(({ translatedBy }) => translatedBy !== null)?.translatedBy ?? kept.translatedBy,
    hands: [
      ...new Set([
        ...kept.hands,
        ...since.flatMap(({ hands, translatedBy }) => (translatedBy ? [...hands, translatedBy] : hands)),
      ]),
    ],
    revisedBy: rank(status) >= rank('revised') ? kept.revisedBy : null,
    reviewedBy: rank(status) >= rank('reviewed') ? kept.reviewedBy : null,
  }
}

type Moments = 'before' | 'after'

/** Where a row's cell was in the text of the step, and where it goes in the text there is now. */
type Aim = { cell: Cell; from: number; cut: Cut }

type Way = { left: Moments; wanted: Moments; edits: Record<Side, ThroughEdits>; cells: Record<Side, Map<number, Aim>> }

function aimsOf(cells: readonly Cell[], cuts: readonly Cut[]): Map<number, Aim> {
  return new Map(cells.map((cell, index) => [cell.row, { cell, from: cuts[index - 1]?.to ?? 0, cut: cuts[index] }]))
}

/** Something that still is where the step put it goes back to where it was, its marks through the edits made since. */
function itemBack(
  found: Item,
  followed: Item,
  both: { before: Item; after: Item } | undefined,
  { left, wanted, edits, cells }: Way,
): Item {
  if (!both || both[left].row !== found.row) return followed
  const target = both[wanted]
  const back = (side: Side) => {
    // A mark that is gone by now was taken away by an edit; only what the step itself took is brought back.
    if (!target[side] || (both[left][side] !== null && found[side] === null)) return null
    const aim = cells[side].get(target.row)
    const span = aim && edits[side].span(aim.cell, target[side])
    return span ? localTo(edits[side].now, aim, span) : null
  }
  return { ...found, row: target.row, zh: back('zh'), en: back('en') }
}

/** A stretch of the joined text in the positions of one row's text, cut to it. */
function localTo({ text: joined }: Column, { from, cut }: Aim, span: Span): Span | null {
  const text = joined.slice(from, cut.to)
  const end = Math.max(cut.textTo ?? 0, from + text.trimEnd().length)
  const local = { from: Math.max(span.from, from) - from, to: Math.min(span.to, end) - from }
  return local.to > local.from ? local : null
}
