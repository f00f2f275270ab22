/**
 * Aligns around beads that are known to be right. Their sentences leave the problem: what is open closes up, parted at each confirmed bead
 * that keeps the order of both texts, and no bead may span the place where a confirmed sentence stood. The confirmed beads nearest to the
 * open sentences stay at the end of both texts as context: they teach words, lengths and shapes, and are not aligned.
 */
import type { AlignOptions, Bead, ConfirmedBead } from './bead'
import type { LearningBead } from './learn-words'
import { heaviestRun } from './moved'

export type Cut = { zh: number; en: number }

/** The texts as they are worked on. Without confirmed beads they are the texts themselves. */
export type Layout = {
  /** Number in the whole text of each sentence worked on: first the open ones, then the context. */
  zh: number[]
  en: number[]
  /** How many of them are open. */
  open: { zh: number; en: number }
  /** Cuts among the open sentences; `barriers` are those where a confirmed bead stands. */
  cuts: Cut[]
  barriers: Cut[]
  /** Where a confirmed sentence stood between two open ones: running counts by boundary. */
  seams: { zh: Int32Array; en: Int32Array } | null
  /** Places of the context's two-sided beads. */
  context: LearningBead[]
}

/** More beads teach little more, and a range is to be aligned in time with its own length. */
const CONTEXT_BEADS = 2000

/** Throws where a confirmed sentence does not exist or stands in two beads. */
export function layoutOf(zhCount: number, enCount: number, { cuts = [], confirmed = [] }: AlignOptions): Layout {
  if (confirmed.length === 0)
    return {
      zh: upTo(zhCount),
      en: upTo(enCount),
      open: { zh: zhCount, en: enCount },
      cuts: [...cuts],
      barriers: [],
      seams: null,
      context: [],
    }
  const zh = openSentences(zhCount, confirmed, 'zh')
  const en = openSentences(enCount, confirmed, 'en')
  const place = (cut: Cut): Cut => ({ zh: zh.before[cut.zh]!, en: en.before[cut.en]! })
  const barriers = distinct(inOrder(confirmed).map((bead) => place({ zh: bead.zh[0]!, en: bead.en[0]! })))
  const open = { zh: zh.open.length, en: en.open.length }
  for (const cut of cuts) requireInside(cut, zhCount, enCount)
  const layout: Layout = {
    zh: zh.open,
    en: en.open,
    open,
    cuts: withCuts(barriers, cuts.map(place), open),
    barriers,
    seams: { zh: seamsOf(zh.open), en: seamsOf(en.open) },
    context: [],
  }
  for (const bead of nearest(confirmed, zh.open, en.open)) addContext(layout, bead)
  return layout
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

/** Open sentences, and for each boundary of the whole text how many open ones stand before it. */
function openSentences(count: number, confirmed: readonly ConfirmedBead[], side: 'zh' | 'en') {
  const taken = new Uint8Array(count)
  for (const bead of confirmed)
    for (const at of bead[side]) {
      if (!(at >= 0 && at < count)) throw new RangeError(`confirmed ${side} sentence ${at} lies outside the text`)
      if (taken[at]) throw new RangeError(`${side} sentence ${at} is confirmed twice`)
      taken[at] = 1
    }
  const open: number[] = []
  const before = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) {
    if (!taken[at]) open.push(at)
    before[at + 1] = open.length
  }
  return { open, before }
}

function requireInside({ zh, en }: Cut, zhCount: number, enCount: number): void {
  if (!(zh >= 0 && en >= 0 && zh <= zhCount && en <= enCount))
    throw new RangeError(`cut ${zh}:${en} is out of order or outside the texts (${zhCount}:${enCount})`)
}

/** The confirmed beads that keep the order of both texts; what was moved parts nothing. */
export function inOrder(confirmed: readonly ConfirmedBead[]): ConfirmedBead[] {
  const paired = confirmed.filter((bead) => isPair(bead) && !bead.moved).sort((one, other) => one.zh[0]! - other.zh[0]!)
  const kept = heaviestRun(paired)
  return paired.filter((bead) => kept.has(bead))
}

function distinct(cuts: readonly Cut[]): Cut[] {
  return cuts.filter(({ zh, en }, at) => at === 0 || zh !== cuts[at - 1]!.zh || en !== cuts[at - 1]!.en)
}

/** Barriers stand; of the other cuts those that agree with them. */
function withCuts(barriers: readonly Cut[], cuts: readonly Cut[], open: Cut): Cut[] {
  const all: Cut[] = []
  let next = 0
  for (const barrier of [...barriers, open]) {
    for (; next < cuts.length && cuts[next]!.zh <= barrier.zh; next++) {
      const last = all.at(-1) ?? { zh: 0, en: 0 }
      const { zh, en } = cuts[next]!
      if (zh >= last.zh && en >= last.en && en <= barrier.en) all.push({ zh, en })
    }
    if (barrier !== open) all.push(barrier)
  }
  return distinct(all)
}

function seamsOf(open: readonly number[]): Int32Array {
  const seams = new Int32Array(open.length + 1)
  for (let at = 1; at < open.length; at++) seams[at] = seams[at - 1]! + (open[at]! === open[at - 1]! + 1 ? 0 : 1)
  if (open.length > 0) seams[open.length] = seams[open.length - 1]!
  return seams
}

/** The two-sided confirmed beads that stand nearest to something open. */
function nearest(confirmed: readonly ConfirmedBead[], zh: readonly number[], en: readonly number[]): ConfirmedBead[] {
  const paired = confirmed.filter(isPair)
  if (paired.length <= CONTEXT_BEADS) return paired
  const distance = (bead: ConfirmedBead) => Math.min(distanceTo(zh, bead.zh[0]!), distanceTo(en, bead.en[0]!))
  return paired
    .map((bead) => ({ bead, distance: distance(bead) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, CONTEXT_BEADS)
    .map(({ bead }) => bead)
}

const isPair = ({ zh, en }: ConfirmedBead): boolean => zh.length > 0 && en.length > 0

/** From a sentence to the nearest of these, which are sorted. */
function distanceTo(sorted: readonly number[], sentence: number): number {
  let low = 0
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < sentence) low = middle + 1
    else high = middle
  }
  const after = low < sorted.length ? sorted[low]! - sentence : Number.POSITIVE_INFINITY
  return low > 0 ? Math.min(after, sentence - sorted[low - 1]!) : after
}

function addContext(layout: Layout, { zh, en }: ConfirmedBead): void {
  layout.context.push({
    zhFrom: layout.zh.push(...zh) - zh.length,
    zhTo: layout.zh.length,
    enFrom: layout.en.push(...en) - en.length,
    enTo: layout.en.length,
  })
}

/** The beads found among the open sentences, under their numbers in the whole text, with the confirmed ones in their places. */
export function withConfirmed(found: readonly Bead[], layout: Layout, confirmed: readonly ConfirmedBead[]): Bead[] {
  if (confirmed.length === 0) return [...found]
  const beads = found.map((bead) => ({
    ...bead,
    zh: bead.zh.map((at) => layout.zh[at]!),
    en: bead.en.map((at) => layout.en[at]!),
  }))
  const chain = new Set(inOrder(confirmed))
  // Where moved text stands says nothing about what its English stands beside.
  const withChain = merged(
    beads.filter(({ moved }) => !moved),
    [...chain].map(asBead),
  )
  const others = confirmed.filter((bead) => !chain.has(bead) && bead.zh.length + bead.en.length > 0).map(asBead)
  const withChinese = byChinese(withChain, [
    ...beads.filter(({ moved }) => moved),
    ...others.filter(({ zh }) => zh.length > 0),
  ])
  return afterEnglish(
    withChinese,
    others.filter(({ zh }) => zh.length === 0),
  )
}

const asBead = ({ zh, en }: ConfirmedBead): Bead => ({ zh: [...zh], en: [...en], confidence: 1, confirmed: true })

/** Both in order, and no found bead crosses one of the chain. */
function merged(found: readonly Bead[], chain: readonly Bead[]): Bead[] {
  const all: Bead[] = []
  let next = 0
  for (const bead of found) {
    for (; next < chain.length && follows(bead, chain[next]!); next++) all.push(chain[next]!)
    all.push(bead)
  }
  return [...all, ...chain.slice(next)]
}

const follows = (bead: Bead, { zh, en }: Bead): boolean =>
  bead.zh.length > 0 ? bead.zh[0]! > zh[0]! : bead.en[0]! > en[0]!

/** Each of `more` goes before the first bead whose Chinese comes later. */
export function byChinese(beads: readonly Bead[], more: readonly Bead[]): Bead[] {
  const waiting = [...more].sort((a, b) => a.zh[0]! - b.zh[0]!)
  let next = 0
  const all: Bead[] = []
  for (const bead of beads) {
    for (; next < waiting.length && bead.zh.length > 0 && bead.zh[0]! > waiting[next]!.zh[0]!; next++)
      all.push(waiting[next]!)
    all.push(bead)
  }
  return [...all, ...waiting.slice(next)]
}

/** English without Chinese follows the bead that holds the sentence before it. */
function afterEnglish(beads: readonly Bead[], alone: readonly Bead[]): Bead[] {
  if (alone.length === 0) return [...beads]
  const follower = new Map(alone.map((bead) => [bead.en[0]! - 1, bead]))
  const all: Bead[] = []
  // A stack, for any number of such beads may follow one another.
  const waiting = [...beads].reverse()
  const first = follower.get(-1)
  if (first) waiting.push(first)
  for (let bead = waiting.pop(); bead; bead = waiting.pop()) {
    all.push(bead)
    for (const at of [...bead.en].reverse()) {
      const next = follower.get(at)
      if (next) waiting.push(next)
    }
  }
  return all
}
