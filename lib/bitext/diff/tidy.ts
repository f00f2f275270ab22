/**
 * Tidies replacements so that a reader sees phrases, not letter soup (the ideas of diff-match-patch's semantic
 * clean-up, weighed in tokens):
 * what stayed between two changes is taken into one change when it is slight beside both;
 * an insertion or deletion that could stand in several places is slid to a line, sentence, clause or word edge.
 */
import type { Side } from '../text'
import { type Replacement, trimmed } from './replacements'
import { isLineEnd, isSpace } from './tokens'

type Texts = { before: string[]; after: string[]; side: Side }

// English keeps whole words anyway: only those much shorter than the changes around them ("of", "the") are taken in.
const WEIGHT_OF_WHAT_STAYED = { en: 2, zh: 1 } as const

// Whatever surrounds it, a reader wants to see that this much stayed: about four English words, a Chinese clause.
const ALWAYS_STAYS = { en: 24, zh: 8 } as const

export function tidy(replacements: Replacement[], texts: Texts): Replacement[] {
  return slide(takeInTheSlight(replacements, texts), texts)
}

function takeInTheSlight(replacements: Replacement[], texts: Texts): Replacement[] {
  const weights = runningWeights(texts.before)
  const afterWeights = runningWeights(texts.after)
  const lineEnds = runningLineEnds(texts.before)
  const heaviest = (r: Replacement) =>
    Math.max(weights[r.to]! - weights[r.from]!, afterWeights[r.afterTo]! - afterWeights[r.afterFrom]!)
  const slight = (left: Replacement, right: Replacement) => {
    if (sameOneSided(left, right) || lineEnds[right.from]! > lineEnds[left.to]!) return false
    const stayed = weights[right.from]! - weights[left.to]!
    const felt = stayed * WEIGHT_OF_WHAT_STAYED[texts.side]
    return stayed < ALWAYS_STAYS[texts.side] && felt <= heaviest(left) && felt <= heaviest(right)
  }
  const kept: Replacement[] = []
  for (let next of replacements) {
    for (let last = kept.at(-1); last && slight(last, next); last = kept.at(-1)) {
      next = { from: last.from, to: next.to, afterFrom: last.afterFrom, afterTo: next.afterTo }
      kept.pop()
    }
    kept.push(next)
  }
  return kept
    .map((replacement) => trimmed(texts.before, texts.after, replacement))
    .filter(({ from, to, afterFrom, afterTo }) => from < to || afterFrom < afterTo)
}

/** Both only insert or both only delete: taking in what stayed would strike out words nobody touched. */
function sameOneSided(left: Replacement, right: Replacement): boolean {
  const inserts = left.from === left.to && right.from === right.to
  const deletes = left.afterFrom === left.afterTo && right.afterFrom === right.afterTo
  return inserts || deletes
}

/** At i: letters, digits and signs in the tokens before i. Spaces weigh nothing. */
function runningWeights(tokens: string[]): Int32Array {
  const sums = new Int32Array(tokens.length + 1)
  tokens.forEach((token, i) => {
    sums[i + 1] = sums[i]! + (isSpace(token) ? 0 : token.length)
  })
  return sums
}

function runningLineEnds(tokens: string[]): Int32Array {
  const sums = new Int32Array(tokens.length + 1)
  tokens.forEach((token, i) => {
    sums[i + 1] = sums[i]! + (isLineEnd(token) ? 1 : 0)
  })
  return sums
}

function slide(replacements: Replacement[], { before, after }: Texts): Replacement[] {
  const slid: Replacement[] = []
  replacements.forEach((replacement, i) => {
    const { from, to, afterFrom, afterTo } = replacement
    // One token at least stays between neighbours, or two changes would become one.
    const room = {
      left: roomOf(from - (slid[i - 1]?.to ?? -1)),
      right: roomOf((replacements[i + 1]?.from ?? before.length + 1) - to),
    }
    let shift = 0
    if (from === to) shift = bestShift(after, afterFrom, afterTo, room)
    else if (afterFrom === afterTo) shift = bestShift(before, from, to, room)
    slid.push(moved(replacement, shift))
  })
  return slid
}

function roomOf(tokensBetween: number): number {
  return Math.max(0, tokensBetween - 1)
}

function moved({ from, to, afterFrom, afterTo }: Replacement, by: number): Replacement {
  return { from: from + by, to: to + by, afterFrom: afterFrom + by, afterTo: afterTo + by }
}

/** How far to slide tokens `from..to`, at equal sense, so that both ends fall on the best edges; the later of equals. */
function bestShift(tokens: string[], from: number, to: number, room: { left: number; right: number }): number {
  let start = 0
  while (start > -room.left && tokens[from + start - 1] === tokens[to + start - 1]) start--
  let best = start
  let bestScore = -1
  for (let shift = start; ; shift++) {
    const score = edgeScore(tokens, from + shift) + edgeScore(tokens, to + shift)
    if (score >= bestScore) {
      best = shift
      bestScore = score
    }
    if (shift === room.right || tokens[from + shift] !== tokens[to + shift]) return best
  }
}

const SENTENCE_END = /^[.!?。！？；…][”’」』）)]*$/
const CLAUSE_END = /^[,;:，、：—)）”’」』]$/

/** How good a place the edge before token `at` is for a change to begin or end. */
function edgeScore(tokens: string[], at: number): number {
  const left = tokens[at - 1]
  const right = tokens[at]
  if (left === undefined || right === undefined) return 6
  if (isLineEnd(left)) return 5
  const sign = isSpace(left) ? tokens[at - 2] : left
  if (sign !== undefined && SENTENCE_END.test(sign) && !isSpace(right)) return 4
  if (sign !== undefined && CLAUSE_END.test(sign) && !isSpace(right)) return 3
  if (isSpace(left)) return 2
  return isSpace(right) || isLineEnd(right) ? 1 : 0
}
