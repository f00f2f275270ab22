/**
 * Tracked changes with the person who made each: revisions are composed one after the other, as an editor does that
 * writes changes down while they are made (after prosemirror-changeset), so that no stretch has to be guessed at.
 *
 * What always holds: the kept and the inserted pieces join to the present text, the kept and the deleted ones to the
 * base; each piece is one person's. What somebody put in and took out again is no change; words that came back are kept
 * words. A sentence that stands elsewhere now is one change: its old and its new place know each other.
 */
import { splitSentences } from '../sentences'
import type { Side } from '../text'
import { diffText } from './diff-text'
import { diffSentences, SHORTEST_MOVED } from './moved-sentences'

export type TrackedPiece = {
  op: 'same' | 'insert' | 'delete'
  text: string
  /** Who made this change; null for what stayed. */
  by: string | null
}

/** `change` counts from 0 what a person takes or leaves as one; null for what stayed. `moved` names the other place. */
export type TrackedChange = TrackedPiece & { change: number | null; moved?: 'from' | 'to' }

export type Step = {
  after: string
  by: string
  /**
   * Text that came or went with another row is nobody's change: it comes to the base, or leaves it, as well. Words taken
   * out of the midst of text that went are not put back here, where nothing of their sentence stands any more. A change of
   * which a part went is settled: taking back the rest would bring here what stands there.
   */
  neutral?: boolean
}

export function startTracking(text: string): TrackedPiece[] {
  return text === '' ? [] : [{ op: 'same', text, by: null }]
}

export function presentText(pieces: readonly TrackedPiece[]): string {
  return pieces.map(({ op, text }) => (op === 'delete' ? '' : text)).join('')
}

export function baseText(pieces: readonly TrackedPiece[]): string {
  return pieces.map(({ op, text }) => (op === 'insert' ? '' : text)).join('')
}

/** All changes from the base of `pieces` through every step. Cost: one comparison a step. */
export function trackSteps(pieces: readonly TrackedPiece[], steps: readonly Step[], side: Side): TrackedPiece[] {
  return steps.reduce<TrackedPiece[]>((before, step) => trackStep(before, step, side), [...pieces])
}

/** `run` says which stretch of change a piece came from. */
type Placed = TrackedPiece & { run?: number }

function trackStep(pieces: readonly TrackedPiece[], { after, by, neutral = false }: Step, side: Side): TrackedPiece[] {
  const queue = runsOf(pieces).flatMap((members, run) => members.map((piece): Placed => ({ ...piece, run })))
  const done: Placed[] = []
  const gone: Placed[] = []
  // Takes `length` units of the present text off the queue; deleted words on the way pass through, or leave with the words around them.
  const take = (length: number, put: (piece: Placed) => void, withDeleted = false) => {
    const whole = length
    while (length > 0) {
      const [next] = queue
      if (!next) throw new Error('The steps do not follow on one another.')
      if (next.op === 'delete' && withDeleted && length < whole) queue.shift()
      else if (next.op === 'delete') done.push(queue.shift()!)
      else {
        const text = next.text.slice(0, length)
        put({ ...next, text })
        length -= text.length
        if (text.length === next.text.length) queue.shift()
        else next.text = next.text.slice(text.length)
      }
    }
  }
  for (const { op, text } of diffSentences(presentText(pieces), after, side)) {
    if (op === 'same') take(text.length, (piece) => done.push(piece))
    else if (op === 'insert') done.push(neutral ? { op: 'same', text, by: null } : { op, text, by })
    else if (neutral) take(text.length, (piece) => gone.push(piece), true)
    else take(text.length, (piece) => piece.op === 'same' && done.push({ op, text: piece.text, by }))
  }
  const tracked = settledBy(gone, [...done, ...queue], side)
  const present = presentText(tracked)
  return present === baseText(tracked) ? startTracking(present) : tidied(tracked, side)
}

/**
 * Without the deletions that could bring back what went to another row: those of a replacement whose new words went, in
 * part or all, and the old place of a sentence that stood elsewhere in the row before it went.
 */
function settledBy(gone: readonly Placed[], pieces: readonly Placed[], side: Side): TrackedPiece[] {
  const inserted = gone.filter(({ op }) => op === 'insert')
  const cut = new Set(inserted.map(({ run }) => run))
  const left = inserted.map(({ text }) => text).join('\n')
  const wentAway = (text: string) => text.trim().length >= SHORTEST_MOVED[side] && left.includes(text.trim())
  return pieces.flatMap(({ run, ...piece }): TrackedPiece[] => {
    if (piece.op === 'same') return [piece]
    if (run !== undefined && cut.has(run)) return piece.op === 'insert' ? startTracking(piece.text) : []
    if (piece.op === 'insert') return [piece]
    return sentencesOf(piece, side).filter(({ text }) => !wentAway(text))
  })
}

/** Deletions before insertions, and words that were taken out and came back are words that stayed. */
function tidied(pieces: readonly TrackedPiece[], side: Side): TrackedPiece[] {
  const out: TrackedPiece[] = []
  for (const run of runsOf(pieces)) {
    if (run[0]?.op === 'same') out.push(...run)
    else out.push(...tidiedRun(run, side))
  }
  return joined(out)
}

/** Stretches of what stayed and stretches of change, in turn. */
function runsOf<Piece extends TrackedPiece>(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && (last[0]?.op === 'same') === (piece.op === 'same')) last.push(piece)
    else runs.push([piece])
  }
  return runs
}

function tidiedRun(run: readonly TrackedPiece[], side: Side): TrackedPiece[] {
  const deleted = run.filter(({ op }) => op === 'delete')
  const inserted = run.filter(({ op }) => op === 'insert')
  if (deleted.length === 0 || inserted.length === 0) return [...run]
  const out: TrackedPiece[] = []
  const old = cursor(deleted)
  const fresh = cursor(inserted)
  for (const { op, text } of diffText(baseText(deleted), presentText(inserted), side)) {
    const gone = op === 'insert' ? [] : old(text.length)
    const come = op === 'delete' ? [] : fresh(text.length)
    if (op === 'same') out.push({ op, text, by: null })
    else out.push(...gone, ...come)
  }
  return out
}

/** Gives the pieces of the next so many units. */
function cursor(pieces: readonly TrackedPiece[]) {
  const queue = pieces.map((piece) => ({ ...piece }))
  return (length: number): TrackedPiece[] => {
    const out: TrackedPiece[] = []
    while (length > 0) {
      const next = queue[0]!
      const text = next.text.slice(0, length)
      out.push({ ...next, text })
      length -= text.length
      if (text.length === next.text.length) queue.shift()
      else next.text = next.text.slice(text.length)
    }
    return out
  }
}

function joined(pieces: readonly TrackedPiece[]): TrackedPiece[] {
  const out: TrackedPiece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (piece.text === '') continue
    if (last && last.op === piece.op && last.by === piece.by) last.text += piece.text
    else out.push({ ...piece })
  }
  return out
}

/** Numbers the changes. Touching pieces are one change, and so are the two places of a sentence that moved. */
export function numberChanges(pieces: readonly TrackedPiece[], side: Side): TrackedChange[] {
  const cut = pieces.flatMap((piece) => (piece.op === 'same' ? [piece] : sentencesOf(piece, side)))
  const other = findMoved(cut, side)
  const changes: (TrackedChange & { run: number })[] = []
  for (const [run, members] of runsOf(cut).entries()) {
    for (const piece of members) {
      const moved = other.has(piece) ? { moved: piece.op === 'delete' ? ('from' as const) : ('to' as const) } : {}
      changes.push({ ...piece, change: null, run, ...moved })
    }
  }
  const group = groupRuns(cut, changes, other)
  const numbers = new Map<number, number>()
  return changes.map(({ run, ...piece }) => {
    if (piece.op === 'same') return piece
    const root = group(run)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return { ...piece, change: number }
  })
}

/** Each sentence by itself, with the white space after it. */
function sentencesOf(piece: TrackedPiece, side: Side): TrackedPiece[] {
  const sentences = splitSentences(piece.text, side)
  if (sentences.length < 2) return [piece]
  const starts = sentences.map(({ from }, i) => (i === 0 ? 0 : from))
  return starts.map((from, i) => ({ ...piece, text: piece.text.slice(from, starts[i + 1] ?? piece.text.length) }))
}

/** Each moved piece with the piece at its other place. */
function findMoved(pieces: readonly TrackedPiece[], side: Side): Map<TrackedPiece, TrackedPiece> {
  const waiting = new Map<string, TrackedPiece[]>()
  const key = ({ text }: TrackedPiece) => text.trim()
  for (const piece of pieces) {
    if (piece.op !== 'insert' || key(piece).length < SHORTEST_MOVED[side]) continue
    waiting.set(key(piece), [...(waiting.get(key(piece)) ?? []), piece])
  }
  const other = new Map<TrackedPiece, TrackedPiece>()
  for (const piece of pieces) {
    const partner = piece.op === 'delete' ? waiting.get(key(piece))?.shift() : undefined
    if (!partner) continue
    other.set(piece, partner).set(partner, piece)
  }
  return other
}

/** Which run stands for all that are one change with this one. */
function groupRuns(
  cut: readonly TrackedPiece[],
  runs: readonly { run: number }[],
  other: Map<TrackedPiece, TrackedPiece>,
) {
  const runOf = new Map(cut.map((piece, i) => [piece, runs[i]!.run]))
  const parent = new Map<number, number>()
  const root = (run: number): number => {
    const up = parent.get(run)
    return up === undefined ? run : root(up)
  }
  for (const [piece, partner] of other) {
    const [a, b] = [root(runOf.get(piece)!), root(runOf.get(partner)!)]
    if (a !== b) parent.set(Math.max(a, b), Math.min(a, b))
  }
  return root
}

/** The changes after some were accepted: they belong to the base from now on. The present text stays as it is. */
export function acceptPieces(changes: readonly TrackedChange[], taken: (change: number) => boolean): TrackedPiece[] {
  return settled(changes, taken, 'insert')
}

/** The changes after some were rejected: the present text has the base's words there again. */
export function rejectPieces(changes: readonly TrackedChange[], taken: (change: number) => boolean): TrackedPiece[] {
  return settled(changes, taken, 'delete')
}

function settled(
  changes: readonly TrackedChange[],
  taken: (change: number) => boolean,
  stays: 'insert' | 'delete',
): TrackedPiece[] {
  return joined(
    changes.flatMap(({ op, text, by, change }): TrackedPiece[] => {
      if (change === null || !taken(change)) return [{ op, text, by }]
      return op === stays ? [{ op: 'same', text, by: null }] : []
    }),
  )
}
