/** Words the dictionary lacks, learned from the document: what stands unanswered in the same rows again and again belongs together. */
import type { ContentWord, Learned, Row } from './cover'

// Below this the dictionary has not answered a word.
const OPEN = 0.3
const LEAST_ROWS = 2
/** Geometric mean of "how often the one comes with the other", both ways, half a row taken off for chance. */
const LEAST_TIE = 0.25
/** And three times as often as two words of their frequencies would meet. */
const ABOVE_CHANCE = 3
/** A tie of two thirds is as good as an entry of the dictionary. */
const TIE_WEIGHT = 1.5
/** Rows with more open words are tables and lists, and would cost their square. */
const MOST_OPEN = 60

/** The rows have been covered by the dictionary alone. */
export function learnPairs(rows: readonly Row[]): Learned {
  const frequency = { zh: new Map<string, number>(), en: new Map<string, number>() }
  const together = new Map<string, Map<string, number>>()
  for (const { zh, en } of rows) {
    for (const token of tokensOf(zh)) frequency.zh.set(token, (frequency.zh.get(token) ?? 0) + 1)
    for (const token of tokensOf(en)) frequency.en.set(token, (frequency.en.get(token) ?? 0) + 1)
    const [open, others] = [openOf(zh), openOf(en)]
    if (open.size > MOST_OPEN || others.size > MOST_OPEN) continue
    for (const token of open) {
      const counts = together.get(token) ?? new Map<string, number>()
      together.set(token, counts)
      for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
  }
  const learned = new Map<string, Map<string, number>>()
  for (const [zh, counts] of together)
    for (const [en, count] of counts) {
      const weight = count < LEAST_ROWS ? 0 : tie(count, frequency.zh.get(zh)!, frequency.en.get(en)!, rows.length)
      if (weight > 0) learned.set(zh, (learned.get(zh) ?? new Map<string, number>()).set(en, weight))
    }
  return learned
}

function tie(count: number, zh: number, en: number, rows: number): number {
  const strength = (count - 0.5) / Math.sqrt(zh * en)
  if (strength < LEAST_TIE || count <= (ABOVE_CHANCE * zh * en) / rows) return 0
  return Math.min(1, strength * TIE_WEIGHT)
}

const tokensOf = (words: readonly ContentWord[]): Set<string> => new Set(words.map(({ token }) => token))

function openOf(words: readonly ContentWord[]): Set<string> {
  return new Set(words.filter(({ weight }) => weight < OPEN).map(({ token }) => token))
}
