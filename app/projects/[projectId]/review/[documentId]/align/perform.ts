/** One place where every act of Align mode is done, whether a key, the palette or a button asked for it. */
import { otherSide } from '@/lib/bitext/text'
import { FLAGS } from '@/lib/segment/flags'
import type { SegmentRow } from '@/lib/segment/queries'
import { neighbour } from '../state/filter'
import { goTo } from '../state/move'
import { currentId, currentRow, rangeOf, type Screen } from '../state/screen'
import { changeSettings } from '../state/settings'
import { type AlignAsking, alignOf } from './align-state'
import { sentenceBorders } from './borders'
import { caretOf, otherCaretOf } from './caret'
import { goToLeastSure, goToUneven } from './far-rows'
import type { AlignAct } from './keys'
import { operate } from './operate'
import { type Operation, tailBetween } from './rearrange'
import { refuse } from './refuse'
import { whyNotAlign } from './rights'
import { goToOpen, goToSuspicious, onceOutlined } from './suspicious'
import { redo, turningBack, undo } from './undo'

export function performAlign(screen: Screen, act: AlignAct): void {
  // What is pressed while something is being undone speaks of the rows as they will be then.
  const before = act === 'undo' || act === 'redo' ? null : turningBack(screen)
  if (before) void before.then(() => carryOut(screen, act))
  else carryOut(screen, act)
}

/** Acts that lead elsewhere: marks left behind out of sight would be what the next act is about. */
const LEADING: ReadonlySet<AlignAct> = new Set([
  'next-suspicious',
  'previous-suspicious',
  'least-sure',
  'next-uneven',
  'next-open',
])

function carryOut(screen: Screen, act: AlignAct): void {
  if (LEADING.has(act)) screen.range.set(null)
  const done = DEEDS[act](screen)
  if (done instanceof Promise) done.catch((error: unknown) => console.error(error))
}

function withRow(deed: (screen: Screen, row: SegmentRow) => unknown) {
  return (screen: Screen) => {
    const row = currentRow(screen)
    return row ? deed(screen, row) : onceHere(screen, deed)
  }
}

/** No key is lost on a row whose texts are still on their way: it is meant for them, unless the person has gone on. */
function onceHere(screen: Screen, deed: (screen: Screen, row: SegmentRow) => unknown): void {
  const id = currentId(screen)
  if (id === null) return
  const stop = screen.rows.subscribe(id, () => {
    const row = screen.rows.get(id)
    if (!row) return
    stop()
    if (currentId(screen) === id) deed(screen, row)
  })
}

const DEEDS: Record<AlignAct, (screen: Screen) => unknown> = {
  push: withRow((screen, row) => push(screen, row, caretOf(screen, row))),
  pull: withRow((screen, row) => pull(screen, row, caretOf(screen, row))),
  'push-last': withRow((screen, row) => push(screen, row, lastSentence(screen, row))),
  'pull-first': withRow((screen, row) => pull(screen, row, afterFirstSentence(screen, row))),
  'take-next': (screen) => fromNeighbour(screen, 1),
  'take-previous': (screen) => fromNeighbour(screen, -1),
  split: withRow(split),
  merge: withRow(merge),
  swap: withRow(swap),
  'shift-down': withRow((screen, row) => shift(screen, row, 'down')),
  'shift-up': withRow((screen, row) => shift(screen, row, 'up')),
  'confirm-next': withRow(confirmAndGoOn),
  'confirm-suspicious': withRow(confirmAndSeek),
  unconfirm: withRow(unconfirm),
  'confirm-to-here': withRow(confirmToHere),
  'confirm-sure': (screen) => ask(screen, { what: 'confirm-sure' }, true),
  'next-suspicious': (screen) => goToSuspicious(screen, 1),
  'previous-suspicious': (screen) => goToSuspicious(screen, -1),
  'least-sure': (screen) => onceOutlined(screen, () => void goToLeastSure(screen)),
  'next-uneven': (screen) => onceOutlined(screen, () => void goToUneven(screen)),
  'next-open': goToOpen,
  undo,
  redo,
  realign: askRealign,
  ribbon: (screen) => {
    const { ribbon } = alignOf(screen)
    ribbon.set(!ribbon.get())
    // Every row has another height now: the one a person is at is sought once the rows have been measured anew.
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(screen, screen.place.get().row)))
  },
  why: (screen) => changeSettings(screen, { inspector: !screen.settings.get().inspector }),
}

type Said =
  | 'align.said-push'
  | 'align.said-pull'
  | 'align.said-split'
  | 'align.said-merge'
  | 'align.said-swap'
  | 'align.said-move'
  | 'align.said-shift'
  | 'align.said-confirm'
  | 'align.said-unconfirm'

/** Said in the bar and to screen readers; nothing pops up for what a person does a hundred times an hour. */
export function say(screen: Screen, what: Said, row = screen.place.get().row): void {
  alignOf(screen).said.set(screen.t(what, { row: row + 1 }))
}

function push(screen: Screen, row: SegmentRow, offset: number) {
  const { side, row: at } = screen.place.get()
  if (row[side].slice(offset).trim() === '') return refuse(screen, screen.t('align.nothing-after'))
  if (!operate(screen, { what: 'push', id: row.id, side, offset })) return
  say(screen, 'align.said-push', at)
  stay(screen, null)
}

function pull(screen: Screen, row: SegmentRow, offset: number) {
  const { side, row: at } = screen.place.get()
  if (row[side].trim() === '') return refuse(screen, screen.t('align.nothing-before'))
  if (!operate(screen, { what: 'pull', id: row.id, side, offset })) return
  say(screen, 'align.said-pull', at)
  stay(screen, null)
}

/** The person stays where they work; the caret waits where the next cut is likely. */
function stay(screen: Screen, caret: number | null): void {
  goTo(screen, screen.place.get().row, { editing: false, caret })
}

function lastSentence(screen: Screen, row: SegmentRow): number {
  const { side } = screen.place.get()
  return sentenceBorders(row[side], side).at(-1) ?? 0
}

function afterFirstSentence(screen: Screen, row: SegmentRow): number {
  const { side } = screen.place.get()
  return sentenceBorders(row[side], side)[0] ?? row[side].length
}

/** A sentence of the row below or above comes into this one: the same border is moved, from this side of it. */
function fromNeighbour(screen: Screen, step: 1 | -1) {
  const { row: at, side } = screen.place.get()
  const id = screen.outline.get()?.ids[at + step]
  const row = id === undefined ? undefined : screen.rows.get(id)
  if (!row) return refuse(screen, screen.t('align.no-neighbour'))
  const borders = sentenceBorders(row[side], side)
  if (row[side].trim() === '') return refuse(screen, screen.t('align.neighbour-empty'))
  const operation: Operation =
    step === 1
      ? { what: 'pull', id: row.id, side, offset: borders[0] ?? row[side].length }
      : { what: 'push', id: row.id, side, offset: borders.at(-1) ?? 0 }
  if (!operate(screen, operation)) return
  say(screen, step === 1 ? 'align.said-pull' : 'align.said-push', at + step)
  stay(screen, null)
}

function split(screen: Screen, row: SegmentRow) {
  const { side } = screen.place.get()
  const offset = caretOf(screen, row)
  const otherOffset = otherCaretOf(screen, row)
  const lengths = [row[side].length, row[otherSide(side)].length]
  const atStart = offset <= 0 && otherOffset <= 0
  const atEnd = offset >= lengths[0]! && otherOffset >= lengths[1]!
  if (atStart || atEnd) return refuse(screen, screen.t('align.nothing-to-split'))
  if (!operate(screen, { what: 'split', id: row.id, side, offset, otherOffset })) return
  say(screen, 'align.said-split')
  stay(screen, null)
}

/** The marked rows become one; without marked rows, this one and the one above. */
function merge(screen: Screen, row: SegmentRow) {
  const range = rangeOf(screen.range.get())
  const ids = screen.outline.get()?.ids ?? []
  const at = screen.place.get().row
  const [from, to] = range && range.to > range.from ? [range.from, range.to] : [at - 1, at]
  const [first, last] = [ids[from], ids[to]]
  if (first === undefined || last === undefined) return refuse(screen, screen.t('align.no-row-above'))
  const caret = seam(screen, first, row, to - from === 1)
  if (!operate(screen, { what: 'merge', from: first, to: last })) return
  say(screen, 'align.said-merge', from)
  goTo(screen, from, { editing: false, caret })
}

/** Where the two texts meet once joined: a split there takes the merge back. */
function seam(screen: Screen, firstId: number, row: SegmentRow, two: boolean): number | null {
  const { side } = screen.place.get()
  const above = screen.rows.get(firstId)?.[side]
  if (!two || above === undefined || above === '' || row[side] === '') return null
  const first = screen.rows.get(firstId)!
  return above.trimEnd().length + tailBetween(first, row, side).length
}

/** Two marked rows exchange their English; without marks this row and the one below. */
function swap(screen: Screen, row: SegmentRow) {
  const range = rangeOf(screen.range.get())
  const ids = screen.outline.get()?.ids ?? []
  const at = screen.place.get().row
  const other = range && range.to > range.from ? (at === range.from ? range.to : range.from) : at + 1
  const id = ids[other]
  if (id === undefined) return refuse(screen, screen.t('align.no-neighbour'))
  if (!operate(screen, { what: 'swap', id: row.id, with: id })) return
  say(screen, 'align.said-swap', other)
  stay(screen, null)
}

function shift(screen: Screen, row: SegmentRow, direction: 'down' | 'up'): void {
  const { side } = screen.place.get()
  if (operate(screen, { what: 'shift', id: row.id, side, direction })) say(screen, 'align.said-shift')
}

function confirming(row: SegmentRow, confirmed: boolean) {
  return { what: 'confirm', from: row.id, to: row.id, confirmed } as const
}

function unconfirm(screen: Screen, row: SegmentRow): void {
  if (!row.confirmed) refuse(screen, screen.t('align.not-confirmed'))
  else if (operate(screen, confirming(row, false))) say(screen, 'align.said-unconfirm')
}

function confirmAndGoOn(screen: Screen, row: SegmentRow): void {
  if (!row.confirmed && !operate(screen, confirming(row, true))) return
  say(screen, 'align.said-confirm')
  const next = neighbour(screen.view.get(), screen.place.get().row, 1)
  if (next === null) refuse(screen, screen.t('review.last-row'))
  else goTo(screen, next, { editing: false })
}

/** The walk through the doubtful ones, one key a row that needs no change. */
function confirmAndSeek(screen: Screen, row: SegmentRow): void {
  if (!row.confirmed && !operate(screen, confirming(row, true))) return
  say(screen, 'align.said-confirm')
  goToSuspicious(screen, 1)
}

/** From the last confirmed row above, or the marked rows. */
function confirmToHere(screen: Screen, row: SegmentRow): void {
  const range = rangeOf(screen.range.get())
  const ids = screen.outline.get()?.ids ?? []
  const at = screen.place.get().row
  const from = range ? range.from : openFrom(screen, at)
  const to = range ? ids[range.to]! : row.id
  if (!operate(screen, { what: 'confirm', from: ids[from] ?? row.id, to, confirmed: true })) return
  alignOf(screen).said.set(screen.t('align.said-confirm-to', { from: from + 1, to: (range?.to ?? at) + 1 }))
  screen.range.set(null)
  const next = neighbour(screen.view.get(), range?.to ?? at, 1)
  if (next !== null) goTo(screen, next, { editing: false })
}

function openFrom(screen: Screen, at: number): number {
  const outline = screen.outline.get()
  let from = at
  while (outline && from > 0 && !isConfirmed(outline.flags[from - 1] ?? 0)) from--
  return from
}

function isConfirmed(flags: number): boolean {
  return (flags & FLAGS.confirmed) !== 0
}

function askRealign(screen: Screen): void {
  const range = rangeOf(screen.range.get())
  ask(screen, { what: 'realign', from: range?.from ?? null, to: range?.to ?? null })
}

function ask(screen: Screen, asking: AlignAsking, confirming = false): void {
  const refused = whyNotAlign(screen, confirming)
  if (refused) screen.tell(refused, { hint: true })
  else alignOf(screen).asking.set(asking)
}
