/**
 * Re-tunes the aligner's constants: `node --import tsx tests/gold/tune.ts [--folds K] [--rounds N] [--most SENTENCES] FILE...`
 *
 * Method: coordinate search on the mean log posterior that the aligner gives to the beads of the gold (averaged over documents,
 * so that a long one counts no more than a short one), which is smooth where F1 jumps. Cross-validation by document: the files
 * are dealt into K folds, constants are searched on K − 1 of them and F1 is measured on the one left out. The constants to keep
 * are then searched on all files; the cross-validated F1 is what to expect of them elsewhere.
 */
import { alignWith, weighedLadders } from '../../lib/bitext/align/align'
import { CONSTANTS, type Constants } from '../../lib/bitext/align/constants'
import { loadLexicon } from '../../lib/lexicon'
import { type Gold, readGold } from './gold-file'
import { added, type Link, measure, tally } from './score-alignment'

type Path = readonly string[]

/** What is searched, in the order of its worth in the ablation, and the first step (a factor). */
const SEARCHED: { path: Path; step: number }[] = [
  { path: ['sideWeight', 'zh'], step: 1.25 },
  { path: ['sideWeight', 'en'], step: 1.25 },
  { path: ['background', 'zh'], step: 1.15 },
  { path: ['background', 'en'], step: 1.15 },
  { path: ['orderShare'], step: 1.15 },
  { path: ['orderSpread'], step: 1.25 },
  { path: ['characterPart'], step: 1.4 },
  { path: ['lengthWeight'], step: 1.3 },
  { path: ['lengthOffset'], step: 1.15 },
  { path: ['boundaryWeight', 'quotation'], step: 1.4 },
  { path: ['boundaryWeight', 'mark'], step: 1.6 },
  { path: ['lexicalWeight', 'punctuation'], step: 1.4 },
  { path: ['lexicalWeight', 'number'], step: 1.4 },
  { path: ['priorWeight'], step: 1.25 },
  { path: ['priorStrength'], step: 2 },
  { path: ['shapeFactors', 'both'], step: 1.6 },
  { path: ['shapeFactors', 'empty'], step: 1.6 },
  { path: ['tokenCap'], step: 1.2 },
]
/** A bead the aligner holds impossible costs no more than this: one odd annotation must not steer. */
const WORST = 5
/** Shares stay below one. */
const BOUNDED = new Set(['background', 'dictionaryTrust', 'orderShare'])

const lexicon = loadLexicon()

function read(constants: Constants, path: Path): number {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], constants) as number
}

function changed(constants: Constants, path: Path, value: number): Constants {
  const copy = structuredClone(constants)
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  ;(parent as Record<string, number>)[path.at(-1)!] = value
  return copy
}

const isCrossing = (gold: Link[], at: number): boolean => {
  const en = gold[at]![1]
  const before = gold
    .slice(Math.max(0, at - 2), at)
    .some((link) => (link[1].at(-1) ?? -1) > (en[0] ?? Number.MAX_VALUE))
  const after = gold.slice(at + 1, at + 3).some((link) => (link[1][0] ?? Number.MAX_VALUE) < (en.at(-1) ?? -1))
  return before || after
}

/** Mean log posterior of the gold beads (crossing ones aside, whose posterior is not that of one bead). */
function objective(constants: Constants, documents: readonly Gold[]): number {
  const means = documents.map(({ zh, en, gold }) => {
    const { ladders } = weighedLadders(constants, zh, en, { lexicon })
    let sum = 0
    let count = 0
    gold.forEach(([i, j], at) => {
      if (isCrossing(gold, at)) return
      const zhAt = i[0] ?? (gold[at - 1]?.[0].at(-1) ?? -1) + 1
      const enAt = j[0] ?? (gold[at - 1]?.[1].at(-1) ?? -1) + 1
      const found = ladders.find(
        ({ section: s }) => zhAt >= s.zhFrom && zhAt < s.zhTo && enAt >= s.enFrom && enAt < s.enTo,
      )
      const posterior =
        found?.posterior(zhAt - found.section.zhFrom, i.length, enAt - found.section.enFrom, j.length) ?? 0
      sum += Math.max(-WORST, Math.log(posterior))
      count++
    })
    return sum / count
  })
  return means.reduce((sum, mean) => sum + mean, 0) / means.length
}

function search(documents: readonly Gold[], rounds: number, say: (line: string) => void): Constants {
  let best = CONSTANTS
  let height = objective(best, documents)
  say(`start ${height.toFixed(4)}`)
  const steps = SEARCHED.map(({ step }) => step)
  for (let round = 0; round < rounds; round++) {
    SEARCHED.forEach(({ path }, at) => {
      const now = read(best, path)
      const step = steps[at]!
      const tried = [now * step, now / step].filter((value) => !BOUNDED.has(path[0]!) || value < 0.97)
      const heights = tried.map((value) => objective(changed(best, path, value), documents))
      const winner = heights.indexOf(Math.max(...heights))
      if (heights[winner]! > height) {
        height = heights[winner]!
        best = changed(best, path, tried[winner]!)
      } else steps[at] = Math.sqrt(step)
    })
    say(`round ${round + 1} ${height.toFixed(4)} ${JSON.stringify(best)}`)
  }
  return best
}

function scoreOf(constants: Constants, documents: readonly Gold[]): number {
  const tallies = documents.map(({ zh, en, gold }) =>
    tally(
      gold,
      alignWith(constants, zh, en, { lexicon }).map((bead): Link => [bead.zh, bead.en]),
    ),
  )
  return measure(added(tallies), 'strictRight').f1
}

/** The first sentences of a long document, up to a bead's end: enough to tune by, and quick. */
function head({ name, zh, en, gold }: Gold, most: number): Gold {
  const end = gold.findIndex(([i, j]) => (i.at(-1) ?? 0) >= most || (j.at(-1) ?? 0) >= most)
  const kept = end < 0 ? gold : gold.slice(0, end)
  const zhEnd = Math.max(...kept.flatMap(([i]) => i)) + 1
  const enEnd = Math.max(...kept.flatMap(([, j]) => j)) + 1
  return { name, zh: zh.slice(0, zhEnd), en: en.slice(0, enEnd), gold: kept }
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const folds = option('--folds', 3)
const rounds = option('--rounds', 4)
const most = option('--most', 400)
const documents = process.argv
  .slice(2)
  .filter((arg) => arg.endsWith('.json'))
  .map(readGold)
  .filter((gold): gold is Gold => gold !== null)
  .map((gold) => (gold.zh.length > most ? head(gold, most) : gold))

const tallies: { name: string; before: number; after: number }[] = []
for (let fold = 0; fold < folds; fold++) {
  const held = documents.filter((_, at) => at % folds === fold)
  const best = search(
    documents.filter((_, at) => at % folds !== fold),
    rounds,
    (line) => console.log(`fold ${fold}: ${line}`),
  )
  for (const gold of held)
    tallies.push({ name: gold.name, before: scoreOf(CONSTANTS, [gold]), after: scoreOf(best, [gold]) })
}
for (const { name, before, after } of tallies)
  console.log(`${name.padEnd(40)} now ${before.toFixed(4)}  cross-validated ${after.toFixed(4)}`)
const best = search(documents, rounds, (line) => console.log(`all: ${line}`))
console.log(JSON.stringify(best, null, 2))
