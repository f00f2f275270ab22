/**
 * Searches the aligner's constants from neutral values: a coordinate search on strict F1, to which a fifth of the mean posterior of
 * the gold's beads is added (smooth, where F1 jumps and stands still), averaged over documents, so that a long one counts no more
 * than a short one. Shares of shapes are counted and the confidences' stretch is fitted on the same documents.
 */
import { alignWith, weighedLadders } from '../../lib/bitext/align/align'
import { CONSTANTS, type Constants } from '../../lib/bitext/align/constants'
import { loadLexicon } from '../../lib/lexicon'
import type { Gold } from './gold-file'
import { type Link, measure, tally } from './score-alignment'

type Path = readonly string[]

/** What is searched, in the order of its worth in the ablation, and the first step (a factor). */
const SEARCHED: { path: Path; step: number }[] = [
  { path: ['background', 'zh'], step: 1.3 },
  { path: ['background', 'en'], step: 1.3 },
  { path: ['orderSpread'], step: 1.6 },
  { path: ['orderShare'], step: 1.3 },
  { path: ['lengthOffset'], step: 1.25 },
  { path: ['characterPart'], step: 1.6 },
  { path: ['boundaryWeight', 'quotation'], step: 1.5 },
  { path: ['boundaryWeight', 'mark'], step: 2.5 },
  { path: ['lengthWeight'], step: 1.4 },
  { path: ['shapeFactors', 'both'], step: 1.6 },
  { path: ['shapeFactors', 'empty'], step: 1.8 },
  { path: ['shapeFactors', 'chinese'], step: 1.5 },
  { path: ['lexicalWeight', 'punctuation'], step: 1.5 },
]
/** Shares stay below one. */
const BOUNDED = new Set(['background', 'orderShare'])
const MOST_SHARE = 0.95

/** Nothing preferred to anything else: weights of one, half for each of two, no factor on a counted share. */
const NEUTRAL: Constants = {
  ...CONSTANTS,
  background: { zh: 0.5, en: 0.5 },
  orderShare: 0.5,
  orderSpread: 0.2,
  characterPart: 0.5,
  boundaryWeight: { quotation: 1, mark: 1, paragraph: 1 },
  lengthOffset: 3,
  shapeFactors: { single: 1, few: 1, many: 1, chinese: 1, both: 1, empty: 1 },
  stretch: 1,
}
/** Every shape's share is kept above nothing by so many beads that nobody saw. */
const UNSEEN_BEADS = 20
/** What the posterior adds to F1. By itself it leads astray: it likes what is unsure of everything (0.920 for 0.947 on novels). */
const POSTERIOR_PART = 0.2

const lexicon = loadLexicon()

/** The constants that these documents alone would have us choose. */
export function searched(documents: readonly Gold[], rounds: number, say: (line: string) => void): Constants {
  let best: Constants = { ...NEUTRAL, shapeShares: countedShares(documents) }
  let height = objective(best, documents)
  say(`start ${height.toFixed(4)}`)
  const steps = SEARCHED.map(({ step }) => step)
  for (let round = 0; round < rounds; round++) {
    SEARCHED.forEach(({ path }, at) => {
      const now = read(best, path)
      const tried = [now * steps[at]!, now / steps[at]!].filter(
        (value) => !BOUNDED.has(path[0]!) || value <= MOST_SHARE,
      )
      const heights = tried.map((value) => objective(changed(best, path, value), documents))
      const winner = heights.indexOf(Math.max(...heights))
      if (heights[winner]! > height) {
        height = heights[winner]!
        best = changed(best, path, tried[winner]!)
      } else steps[at] = Math.sqrt(steps[at]!)
    })
    say(`round ${round + 1} ${height.toFixed(4)} ${JSON.stringify(searchedPart(best))}`)
  }
  return { ...best, stretch: fittedStretch(best, documents) }
}

function read(constants: Constants, path: Path): number {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], constants) as number
}

function changed(constants: Constants, path: Path, value: number): Constants {
  const copy = structuredClone(constants)
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  ;(parent as Record<string, number>)[path.at(-1)!] = value
  return copy
}

function searchedPart(constants: Constants): Record<string, number> {
  return Object.fromEntries(SEARCHED.map(({ path }) => [path.join('.'), Number(read(constants, path).toFixed(3))]))
}

/** Of the shapes that the rounded list names; what it does not name stays rare. */
function countedShares(documents: readonly Gold[]): Constants['shapeShares'] {
  const names = Object.keys(CONSTANTS.shapeShares)
  const beads = documents.flatMap(({ gold }) => gold.flatMap(([zh, en]) => parts(zh.length, en.length)))
  const share = (name: string) =>
    (beads.filter((bead) => bead === name).length + UNSEEN_BEADS * CONSTANTS.shapeShares[name]!) /
    (beads.length + UNSEEN_BEADS)
  return Object.fromEntries(names.map((name) => [name, share(name)]))
}

/** What is alone is a bead a sentence to the aligner. */
function parts(zh: number, en: number): string[] {
  return zh * en > 0 ? [`${zh}:${en}`] : Array.from({ length: zh + en }, () => (zh > 0 ? '1:0' : '0:1'))
}

const heights = new Map<string, number>()

/** Folds share documents and, at first, constants. */
function objective(constants: Constants, documents: readonly Gold[]): number {
  const means = documents.map((document) => {
    const key = `${document.name} ${JSON.stringify(constants)}`
    const height = heights.get(key) ?? worth(constants, document)
    heights.set(key, height)
    return height
  })
  return means.reduce((sum, mean) => sum + mean, 0) / means.length
}

type Ladders = ReturnType<typeof weighedLadders>['ladders']

function worth(constants: Constants, { zh, en, gold }: Gold): number {
  const { ladders } = weighedLadders(constants, zh, en, { lexicon })
  const { f1 } = measure(tally(gold, linksOf(ladders)), 'strictRight')
  return f1 + POSTERIOR_PART * meanPosterior(ladders, gold)
}

function linksOf(ladders: Ladders): Link[] {
  const upTo = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k)
  return ladders.flatMap(({ section, rungs }) =>
    rungs.map(({ zh, a, en, b }): Link => [upTo(section.zhFrom + zh, a), upTo(section.enFrom + en, b)]),
  )
}

/** Crossing beads aside, whose posterior is not that of one bead. */
function meanPosterior(ladders: Ladders, gold: Gold['gold']): number {
  let sum = 0
  let count = 0
  gold.forEach(([i, j], at) => {
    if (isCrossing(gold, at)) return
    const zhAt = i[0] ?? (gold[at - 1]?.[0].at(-1) ?? -1) + 1
    const enAt = j[0] ?? (gold[at - 1]?.[1].at(-1) ?? -1) + 1
    const found = ladders.find(
      ({ section: s }) => zhAt >= s.zhFrom && zhAt < s.zhTo && enAt >= s.enFrom && enAt < s.enTo,
    )
    sum += found?.posterior(zhAt - found.section.zhFrom, i.length, enAt - found.section.enFrom, j.length) ?? 0
    count++
  })
  return sum / count
}

const isCrossing = (gold: Link[], at: number): boolean => {
  const en = gold[at]![1]
  const before = gold
    .slice(Math.max(0, at - 2), at)
    .some((link) => (link[1].at(-1) ?? -1) > (en[0] ?? Number.MAX_VALUE))
  const after = gold.slice(at + 1, at + 3).some((link) => (link[1][0] ?? Number.MAX_VALUE) < (en.at(-1) ?? -1))
  return before || after
}

/** By the likelihood of what turned out right and wrong. */
function fittedStretch(constants: Constants, documents: readonly Gold[]): number {
  const judged = documents.flatMap(({ zh, en, gold }) => {
    const right = new Set(gold.map(String))
    return alignWith({ ...constants, stretch: 1 }, zh, en, { lexicon }).map((bead) => ({
      odds: Math.log(bead.confidence / (1 - Math.min(bead.confidence, 1 - 1e-9))),
      right: right.has(String([bead.zh, bead.en])),
    }))
  })
  const loss = (stretch: number) =>
    judged.reduce((sum, { odds, right }) => sum + Math.log1p(Math.exp(stretch * (right ? -odds : odds))), 0)
  const tried = Array.from({ length: 30 }, (_, k) => 0.5 + 0.05 * k)
  return tried.reduce((best, value) => (loss(value) < loss(best) ? value : best))
}
