/**
 * Finds which tokens of one text were replaced to give another.
 *
 * Short stretches go through diff-match-patch's bisection (Myers 1986), each token mapped to one code unit, with no
 * time limit, so that the answer never depends on the machine. Its cost grows with the product of the lengths, so long
 * stretches are first cut at anchors: runs of tokens that occur exactly once on each side, kept where their order
 * agrees (after Cohen's patience diff). A long stretch without any anchor repeats itself or has nothing in common; it is
 * compared through a window that moves along both sides. The answer is always exact, not always the shortest.
 */
import DiffMatchPatch from 'diff-match-patch'
import { findAnchors } from './anchors'

/** Tokens `from..to` before became tokens `afterFrom..afterTo` after. Sorted, never touching; what lies between is the same on both sides. */
export type Replacement = { from: number; to: number; afterFrom: number; afterTo: number }

// Up to about 2,000 tokens a side the bisection stays under 50 ms even where nothing agrees.
const BISECT_AT_MOST = 4_000_000

// From sure to doubtful: what 16 tokens in a row anchor needs no second look, below 2 chance begins.
const ANCHOR_LENGTHS = [16, 8, 4, 2]

const WINDOW = 400

const bisection = new DiffMatchPatch()
bisection.Diff_Timeout = 0

export function findReplacements(before: string[], after: string[]): Replacement[] {
  const numbers = new Map<string, number>()
  const numbered = (tokens: string[]) => Int32Array.from(tokens, (token) => numberOf(numbers, token))
  const found: Replacement[] = []
  const whole = { from: 0, to: before.length, afterFrom: 0, afterTo: after.length }
  compare(numbered(before), numbered(after), whole, 0, found)
  return joinTouching(found)
}

function numberOf(numbers: Map<string, number>, token: string): number {
  const known = numbers.get(token)
  if (known !== undefined) return known
  numbers.set(token, numbers.size)
  return numbers.size - 1
}

function compare(a: Int32Array, b: Int32Array, stretch: Replacement, depth: number, found: Replacement[]): void {
  const { from, to, afterFrom, afterTo } = trimmed(a, b, stretch)
  const size = to - from
  const afterSize = afterTo - afterFrom
  if (size === 0 && afterSize === 0) return
  const rest = { from, to, afterFrom, afterTo }
  const oneSided = size === 0 || afterSize === 0
  if (!oneSided && size * afterSize <= BISECT_AT_MOST) bisect(a, b, rest, found)
  else if (oneSided) found.push(rest)
  else if (depth === ANCHOR_LENGTHS.length) compareThroughWindow(a, b, rest, found)
  else compareBetweenAnchors(a, b, rest, depth, found)
}

function compareBetweenAnchors(
  a: Int32Array,
  b: Int32Array,
  stretch: Replacement,
  depth: number,
  found: Replacement[],
) {
  const length = ANCHOR_LENGTHS[depth]!
  let { from, afterFrom } = stretch
  for (const anchor of findAnchors(a, b, stretch, length)) {
    if (anchor.at < from || anchor.afterAt < afterFrom) continue
    compare(a, b, { from, to: anchor.at, afterFrom, afterTo: anchor.afterAt }, depth + 1, found)
    from = anchor.at + length
    afterFrom = anchor.afterAt + length
  }
  compare(a, b, { from, to: stretch.to, afterFrom, afterTo: stretch.afterTo }, depth + 1, found)
}

function compareThroughWindow(a: Int32Array, b: Int32Array, stretch: Replacement, found: Replacement[]): void {
  let { from, afterFrom } = stretch
  while (from < stretch.to || afterFrom < stretch.afterTo) {
    const to = Math.min(from + WINDOW, stretch.to)
    const afterTo = Math.min(afterFrom + WINDOW, stretch.afterTo)
    const seen: Replacement[] = []
    bisect(a, b, { from, to, afterFrom, afterTo }, seen)
    // What the end of the window cut off finds no match in it: all behind the last match is looked at again.
    const last = seen.at(-1)
    const cutOff = last?.to === to && last.afterTo === afterTo && (to < stretch.to || afterTo < stretch.afterTo)
    // Half a window at least, or the cost would no longer be in step with the length.
    if (cutOff && last.from - from + (last.afterFrom - afterFrom) >= WINDOW / 2) {
      seen.pop()
      from = last.from
      afterFrom = last.afterFrom
    } else {
      from = to
      afterFrom = afterTo
    }
    found.push(...seen)
  }
}

/** The stretch without what both sides begin and end with. */
export function trimmed<T>(a: ArrayLike<T>, b: ArrayLike<T>, stretch: Replacement): Replacement {
  let { from, to, afterFrom, afterTo } = stretch
  while (from < to && afterFrom < afterTo && a[from] === b[afterFrom]) {
    from++
    afterFrom++
  }
  while (from < to && afterFrom < afterTo && a[to - 1] === b[afterTo - 1]) {
    to--
    afterTo--
  }
  return { from, to, afterFrom, afterTo }
}

function bisect(a: Int32Array, b: Int32Array, stretch: Replacement, found: Replacement[]): void {
  let at = stretch.from
  let afterAt = stretch.afterFrom
  for (const [op, units] of bisection.diff_main(...asCodeUnits(a, b, stretch), false)) {
    const from = at
    const afterFrom = afterAt
    if (op <= 0) at += units.length
    if (op >= 0) afterAt += units.length
    if (op !== 0) found.push({ from, to: at, afterFrom, afterTo: afterAt })
  }
}

// Tokens that only one side has can match nothing, so all of them share one code unit a side. What is left to tell
// apart is at most the shorter side of a stretch (2,000 tokens by BISECT_AT_MOST): code units never run out.
const ONLY_BEFORE = 0
const ONLY_AFTER = 1
const FIRST_SHARED = 2

function asCodeUnits(a: Int32Array, b: Int32Array, stretch: Replacement): [string, string] {
  const tokens = a.subarray(stretch.from, stretch.to)
  const afterTokens = b.subarray(stretch.afterFrom, stretch.afterTo)
  const [fewer, more] = tokens.length <= afterTokens.length ? [tokens, afterTokens] : [afterTokens, tokens]
  const inFewer = new Set(fewer)
  const units = new Map<number, number>()
  for (const token of more) {
    if (inFewer.has(token) && !units.has(token)) units.set(token, FIRST_SHARED + units.size)
  }
  const coded = (side: Int32Array, alone: number) =>
    Array.from(side, (token) => String.fromCharCode(units.get(token) ?? alone)).join('')
  return [coded(tokens, ONLY_BEFORE), coded(afterTokens, ONLY_AFTER)]
}

function joinTouching(found: Replacement[]): Replacement[] {
  const joined: Replacement[] = []
  for (const next of found) {
    const last = joined.at(-1)
    if (last && last.to === next.from && last.afterTo === next.afterFrom) {
      last.to = next.to
      last.afterTo = next.afterTo
    } else joined.push({ ...next })
  }
  return joined
}
