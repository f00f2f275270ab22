/**
 * The stretch of a side that most likely has nothing on the other one: the run of words whose evidence adds up to most (as in Ruzzo & Tompa 1999), with what
 * the lengths of the two sides say with and without it, and whether it begins and ends where clauses do.
 */
import type { Side, Span } from '../../text'
import type { ContentWord, Row } from './cover'
import { chineseLength, type Evidence, type LengthFit } from './weigh'

export type Gap = Span & { side: Side; words: readonly ContentWord[]; score: number }

const LENGTH_SAYS = 4
/** Nats for each end at a mark of punctuation; the same is taken off where the stretch begins or ends amid a clause, half of it at a joining word. */
const EDGE = 1.3
const OPENS = /[,，。；;:：.!?！？、“"(（—]/
const CLOSES = /[,，。；;:：.!?！？、”")）—]/
const JOINS = {
  zh: /[的并且而但和与或为以在将把]/,
  en: /\b(?:which|who|whose|that|where|when|while|as|because|if|and|but|or|by|to|for|with|in|of|from|after|before|than)\b/,
} as const
/** Shorter ones are turns of phrase ("inter alia") more often than gaps. */
const LEAST = { zh: 6, en: 4 } as const
/** Of a side that lacks everything, another check speaks. */
const LEFT = 5

export function widestGap(row: Row, side: Side, evidence: Evidence, fit: LengthFit): Gap | null {
  const words = row[side]
  const text = row.segment[side]
  const nats = words.map(evidence)
  const lengths = new Lengths(row, side, fit)
  const edges = words.map((word, at) => ({
    before: edge(text.slice(words[at - 1]?.to ?? 0, word.from), OPENS, JOINS[side], at === 0),
    after: edge(text.slice(word.to, words[at + 1]?.from ?? text.length), CLOSES, JOINS[side], at === words.length - 1),
  }))
  let best: Gap | null = null
  for (let first = 0; first < words.length; first += 1) {
    if (nats[first]! <= 0) continue
    let sum = 0
    for (let last = first; last < words.length; last += 1) {
      sum += nats[last]!
      if (sum <= 0) break
      const [from, to] = [words[first]!.from, words[last]!.to]
      if (nats[last]! <= 0 || text.length - (to - from) < LEFT) continue
      const score = sum + lengths.say(from, to) + edges[first]!.before + edges[last]!.after
      if (score > (best?.score ?? 0) && isLong(text.slice(from, to), side))
        best = { side, from, to, words: words.slice(first, last + 1), score }
    }
  }
  return best
}

function edge(between: string, mark: RegExp, joint: RegExp, isEnd: boolean): number {
  if (isEnd || mark.test(between)) return EDGE
  return joint.test(between) ? -EDGE / 2 : -EDGE
}

function isLong(words: string, side: Side): boolean {
  return (side === 'zh' ? words.replace(/[^\p{L}\p{N}]/gu, '').length : words.split(/\s+/).length) >= LEAST[side]
}

/** What the lengths of both sides say for a gap. */
class Lengths {
  private readonly zh: number
  private readonly en: number
  private readonly whole: number
  private readonly text: string

  constructor(
    row: Row,
    private readonly side: Side,
    private readonly densityOf: LengthFit,
  ) {
    this.text = row.segment[side]
    this.zh = chineseLength(row.segment.zh)
    this.en = row.segment.en.length
    this.whole = densityOf(this.zh, this.en)
  }

  say(from: number, to: number): number {
    const without =
      this.side === 'zh'
        ? this.densityOf(this.zh - chineseLength(this.text.slice(from, to)), this.en)
        : this.densityOf(this.zh, this.en - (to - from))
    return Math.max(-LENGTH_SAYS, Math.min(LENGTH_SAYS, without - this.whole))
  }
}
