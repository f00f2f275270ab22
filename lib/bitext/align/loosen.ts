/**
 * Text moved far is mostly taken in by neighbours, and so never comes up for rescue. Here sentences that are held cheaply (a bead of little
 * evidence, an edge that its bead would hardly miss) are tried against each other wherever they stand; where a pair gains more than both
 * beads lose and a move costs, the beads let go of them.
 */
import type { Side } from '../text'
import type { Bead } from './bead'
import { type CloseScore, closeScore, type Model } from './bead-score'
import type { Layout } from './confirmed'
import { CUT_COST, costOfMove, type Place, placesOf } from './move-cost'
import type { Prepared } from './prepared'

/** A bead that loses more nats by letting go holds on. Of the others so many a side are tried, the loosest, and of long texts this share. */
const MOST_LOSS = 20
const MOST_TRIED = 200
const MOST_SHARE = 0.05
/** Partners scored for each Chinese sentence: those that share most rare words. */
const PARTNERS = 4
/** Words in more of the loose sentences nominate nobody. */
const FREQUENT = 25

/** A sentence and what its bead loses without it; a bead falls apart that has no other on this side. */
type Loose = Place & { at: number; loss: number; bead: Bead }

/** The same beads, but that sentences which have a better partner elsewhere stand alone; null where none has. */
export function loosened(beads: readonly Bead[], model: Model, layout: Layout): Bead[] | null {
  const score = closeScore(model)
  const found = beads.map((bead) => looseOf(bead, score))
  const zh = loosest(
    found.flatMap((loose) => loose.zh),
    'zh',
    layout,
  )
  const en = loosest(
    found.flatMap((loose) => loose.en),
    'en',
    layout,
  )
  const cost = costOfMove(model.constants, zh.length, en.length)
  const pairs = nominated(zh, en, model).flatMap(([one, other]) => {
    if (one.bead === other.bead || one.room !== other.room) return []
    const moved = score.closely(one.at, 1, other.at, 1) + score.shape(1, 1) - one.loss - other.loss
    const gain = moved - cost - (one.section === other.section ? 0 : CUT_COST)
    return gain > 0 ? [{ zh: one, en: other, gain }] : []
  })
  if (pairs.length === 0) return null
  const free = { zh: new Set<number>(), en: new Set<number>() }
  for (const pair of pairs.sort((a, b) => b.gain - a.gain)) {
    if (free.zh.has(pair.zh.at) || free.en.has(pair.en.at)) continue
    free.zh.add(pair.zh.at)
    free.en.add(pair.en.at)
  }
  return beads.flatMap((bead) => parted(bead, free))
}

type Held = Omit<Loose, keyof Place>

/** The sentences at the edges of a bead, each with what the bead loses without it; the sentence itself is about to be paired. */
function looseOf(bead: Bead, { closely, shape }: CloseScore): { [side in Side]: Held[] } {
  const { zh, en } = bead
  const held = (at: number, loss: number): Held[] => (loss <= MOST_LOSS ? [{ at, loss, bead }] : [])
  if (zh.length === 0 || en.length === 0)
    return { zh: zh.flatMap((at) => held(at, 0)), en: en.flatMap((at) => held(at, 0)) }
  const score = (i: number, a: number, j: number, b: number) => closely(i, a, j, b) + shape(a, b)
  const [i, a, j, b] = [zh[0]!, zh.length, en[0]!, en.length]
  const whole = score(i, a, j, b)
  return {
    zh:
      a === 1
        ? held(i, whole - b * shape(0, 1))
        : [...held(i, whole - score(i + 1, a - 1, j, b)), ...held(i + a - 1, whole - score(i, a - 1, j, b))],
    en:
      b === 1
        ? held(j, whole - a * shape(1, 0))
        : [...held(j, whole - score(i, a, j + 1, b - 1)), ...held(j + b - 1, whole - score(i, a, j, b - 1))],
  }
}

/** Those that are held least, in their order. */
function loosest(held: readonly Held[], side: Side, layout: Layout): Loose[] {
  const kept = [...held]
    .sort((a, b) => a.loss - b.loss || a.at - b.at)
    .slice(0, Math.max(MOST_TRIED, MOST_SHARE * layout.open[side]))
    .sort((a, b) => a.at - b.at)
  const places = placesOf(
    kept.map(({ at }) => at),
    layout,
    side,
  )
  return kept.map((loose, k) => ({ ...loose, ...places[k]! }))
}

/** For each Chinese sentence the English ones that share its rare words most. */
function nominated(zh: readonly Loose[], en: readonly Loose[], { pair, table }: Model): [Loose, Loose][] {
  const postings = new Map<number, number[]>()
  en.forEach(({ at }, k) => {
    for (const token of new Set(tokensOf(pair.en, at))) postings.set(token, [...(postings.get(token) ?? []), k])
  })
  const scores = new Float64Array(en.length)
  return zh.flatMap((one) => {
    scores.fill(0)
    for (const token of new Set(tokensOf(pair.zh, one.at)))
      for (let link = table.starts[token]!; link < table.starts[token + 1]!; link++) {
        const list = postings.get(table.en[link]!)
        if (!list || list.length > FREQUENT) continue
        const weight = table.enGivenZh[link]! * Math.log(1 + en.length / list.length)
        for (const k of list) scores[k]! += weight
      }
    const best = [...scores.keys()].filter((k) => scores[k]! > 0).sort((a, b) => scores[b]! - scores[a]!)
    return best.slice(0, PARTNERS).map((k): [Loose, Loose] => [one, en[k]!])
  })
}

function tokensOf({ tokens, starts }: Prepared, at: number): Int32Array {
  return tokens.subarray(starts[at]!, starts[at + 1]!)
}

/** The bead without the sentences that are free: one that loses all of a side leaves each of the other's alone. */
function parted(bead: Bead, free: { [side in Side]: ReadonlySet<number> }): Bead[] {
  if (bead.zh.length === 0 || bead.en.length === 0) return [bead]
  const zh = bead.zh.filter((at) => !free.zh.has(at))
  const en = bead.en.filter((at) => !free.en.has(at))
  if (zh.length === bead.zh.length && en.length === bead.en.length) return [bead]
  const alone = (sentences: readonly number[], make: (at: number) => Pick<Bead, Side>): Bead[] =>
    sentences.map((at) => ({ ...make(at), confidence: ALONE }))
  const chinese = (sentences: readonly number[]) => alone(sentences, (at) => ({ zh: [at], en: [] }))
  const english = (sentences: readonly number[]) => alone(sentences, (at) => ({ zh: [], en: [at] }))
  if (zh.length === 0 || en.length === 0) return [...chinese(bead.zh), ...english(bead.en)]
  return [
    ...chinese(bead.zh.filter((at) => at < zh[0]!)),
    ...english(bead.en.filter((at) => at < en[0]!)),
    { zh, en, confidence: bead.confidence },
    ...chinese(bead.zh.filter((at) => at > zh.at(-1)!)),
    ...english(bead.en.filter((at) => at > en.at(-1)!)),
  ]
}

/** Of a sentence that was let go and not paired after all one cannot be sure. */
const ALONE = 0.5
