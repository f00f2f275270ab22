/**
 * What an answered or unanswered word says, in nats: the log of how often a word of its class is answered so badly where its counterpart was taken away,
 * over how often in this document. A loose translation leaves many words unanswered, and then each of them says little.
 */
import { CLASSES, type ContentWord, type Row, type WordClass } from './cover'

/** Upper ends of the classes of weights. */
const BINS = [0.001, 0.06, 0.12, 0.25, 0.45, 0.7, Number.POSITIVE_INFINITY]

// biome-ignore format: a table
/** Shares of the bins, measured on news, UN targets and a technical FAQ: where the counterpart is missing (always), and where it is there (a first guess). */
const MEASURED: Record<WordClass, { missing: readonly number[]; there: readonly number[] }> = {
  zh1:         { missing: [.90, .01, .01, .01, .01, .03, .03], there: [.65, .01, .02, .01, .01, .06, .24] },
  zh2:         { missing: [.81, .05, .02, .01, .01, .06, .04], there: [.31, .05, .04, .02, .02, .10, .46] },
  zh3:         { missing: [.62, .07, .02, .02, .14, .10, .03], there: [.12, .035, .03, .02, .10, .40, .30] },
  'zh-alike':  { missing: [.82, .01, .01, .01, .01, .09, .05], there: [.25, .01, .01, .01, .01, .04, .67] },
  en:          { missing: [.77, .03, .04, .01, .01, .05, .09], there: [.22, .015, .04, .02, .02, .11, .58] },
  'en-name':   { missing: [.90, .01, .01, .01, .01, .02, .04], there: [.50, .015, .04, .02, .02, .08, .33] },
  'en-number': { missing: [.86, .01, .01, .01, .01, .03, .07], there: [.05, .01, .01, .01, .01, .01, .90] },
}
/** The first guess counts for so many words of the document. */
const GUESS = 150
/** No word says more. */
const CAP = 2.5

/** Nats that speak for a gap. */
export type Evidence = (word: Pick<ContentWord, 'kind' | 'weight'>) => number

export function evidenceOf(rows: readonly Row[]): Evidence {
  const counts = new Map(CLASSES.map((kind) => [kind, MEASURED[kind].there.map((share) => share * GUESS)]))
  for (const { zh, en } of rows) for (const { kind, weight } of [...zh, ...en]) counts.get(kind)![binOf(weight)]! += 1
  const nats = new Map(
    [...counts].map(([kind, bins]) => {
      const all = bins.reduce((sum, count) => sum + count, 0)
      const ratio = (count: number, bin: number) => Math.log(MEASURED[kind].missing[bin]! / (count / all))
      return [kind, bins.map((count, bin) => Math.max(-CAP, Math.min(CAP, ratio(count, bin))))]
    }),
  )
  return ({ kind, weight }) => nats.get(kind)![binOf(weight)]!
}

function binOf(weight: number): number {
  return BINS.findIndex((end) => weight < end)
}

/** How far the lengths of the two sides fit each other, as a log density, up to a constant. */
export type LengthFit = (zh: number, en: number) => number

/** English characters to a Chinese one, as a start. */
const USUAL_RATIO = 3
/** Added to both lengths, so that a word or two more in a short row is no wonder. */
const FLOOR = 6
const LEAST_SPREAD = 0.12
/** The median distance of a normal distribution, made a little narrower than by the book (1.48): the rows that lack something widen it. */
const SPREAD_BY_MEDIAN = 1.2

export function lengthFitOf(rows: readonly Row[]): LengthFit {
  const skew = (zh: number, en: number) => Math.log((en + FLOOR) / (zh * USUAL_RATIO + FLOOR))
  const skews = rows.map(({ segment: { zh, en } }) => skew(chineseLength(zh), en.length))
  const mean = skews.reduce((sum, one) => sum + one, 0) / Math.max(1, skews.length)
  const distances = skews.map((one) => Math.abs(one - mean)).sort((a, b) => a - b)
  const spread = Math.max(LEAST_SPREAD, (distances[distances.length >> 1] ?? 0) * SPREAD_BY_MEDIAN)
  return (zh, en) => {
    const variance = spread ** 2 + FLOOR / (zh * USUAL_RATIO + en + 10)
    return -0.5 * ((skew(zh, en) - mean) ** 2 / variance)
  }
}

/** Digits and Latin letters are narrow. */
export function chineseLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x20 && unit !== 0x3000) length += unit < 0x2000 ? 0.4 : 1
  }
  return length
}
