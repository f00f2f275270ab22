/**
 * Differences in which whole sentences that changed places stay whole. Word by word, two sentences built alike ("First,
 * the lamps were replaced. Second, the piers were reinforced.") would be crossed into each other.
 */
import { splitSentences } from '../sentences'
import type { Side } from '../text'
import type { Difference } from './change'
import { diffText } from './diff-text'

// A short word may stand anywhere by chance; this much of a sentence does not.
export const SHORTEST_MOVED = { en: 12, zh: 5 } as const

/** As `diffText`; sentences of both texts that stand in another order now are a deletion there and an insertion here. */
export function diffSentences(before: string, after: string, side: Side): Difference[] {
  const a = sentencesOf(before, side)
  const b = sentencesOf(after, side)
  const pairs = sameSentences(a, b, side)
  const stay = longestRising(pairs, a)
  if (stay.length === pairs.length) return diffText(before, after, side)
  const moved = pairs.filter((pair) => !stay.includes(pair))
  const out: Difference[] = []
  let [at, afterAt] = [0, 0]
  for (const [i, j] of [...stay, [a.length, b.length] as const]) {
    const gone = moved.some(([from]) => from >= at && from < i)
    const come = moved.some(([, to]) => to >= afterAt && to < j)
    const old = a.slice(at, i).join('')
    const fresh = b.slice(afterAt, j).join('')
    // Beside a sentence that left or arrived nothing is compared word by word: it belongs elsewhere.
    if (!gone && !come) out.push(...diffText(old, fresh, side))
    else out.push(...whole('delete', old), ...whole('insert', fresh))
    if (i < a.length) out.push(...diffText(a[i]!, b[j]!, side))
    at = i + 1
    afterAt = j + 1
  }
  return out
}

function whole(op: 'delete' | 'insert', text: string): Difference[] {
  return text === '' ? [] : [{ op, text }]
}

/** Joined they are the text; each has the white space after it. */
export function sentencesOf(text: string, side: Side): string[] {
  const starts = splitSentences(text, side).map(({ from }, i) => (i === 0 ? 0 : from))
  if (starts.length === 0) return text === '' ? [] : [text]
  return starts.map((from, i) => text.slice(from, starts[i + 1] ?? text.length))
}

type Pair = readonly [before: number, after: number]

/** Sentences that stand exactly once on each side. */
function sameSentences(a: readonly string[], b: readonly string[], side: Side): Pair[] {
  const only = (list: readonly string[], key: string) => list.filter((one) => one.trim() === key).length === 1
  return a.flatMap((sentence, i): Pair[] => {
    const key = sentence.trim()
    if (key.length < SHORTEST_MOVED[side] || !only(a, key) || !only(b, key)) return []
    return [[i, b.findIndex((one) => one.trim() === key)]]
  })
}

/** Of the pairs those in one order on both sides that hold the most text: what is left has moved. Few sentences a row: n². */
function longestRising(pairs: readonly Pair[], a: readonly string[]): Pair[] {
  const best: { weight: number; chain: Pair[] }[] = []
  for (const pair of pairs) {
    const before = best
      .filter((_, k) => pairs[k]![1] < pair[1])
      .reduce((most, one) => (one.weight > most.weight ? one : most), { weight: 0, chain: [] as Pair[] })
    best.push({ weight: before.weight + a[pair[0]]!.length, chain: [...before.chain, pair] })
  }
  return best.reduce((most, one) => (one.weight > most.weight ? one : most), { weight: 0, chain: [] as Pair[] }).chain
}
