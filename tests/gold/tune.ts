/**
 * What constants chosen without a document would give it: `node --import tsx tests/gold/tune.ts [--rounds N] [--most SENTENCES] FILE...`
 *
 * Nested: each document in turn is left out; everything is chosen on the others alone, from neutral values (`search-constants.ts`):
 * the constants, the shares of the shapes, the stretch of the confidences. Strict F1 and calibration are those of the document
 * left out. At last the search on all of them, for whoever wants to keep its constants.
 */
import { alignWith } from '../../lib/bitext/align/align'
import { CONSTANTS, type Constants } from '../../lib/bitext/align/constants'
import { loadLexicon } from '../../lib/lexicon'
import { calibrationError, type Judged } from './calibration'
import { type Gold, readGold } from './gold-file'
import { added, type Link, measure, type Tally, tally } from './score-alignment'
import { searched } from './search-constants'

const lexicon = loadLexicon()

type Result = { tally: Tally; judged: Judged[] }

function resultOf(constants: Constants, { zh, en, gold }: Gold): Result {
  const beads = alignWith(constants, zh, en, { lexicon })
  const right = new Set(gold.map(String))
  return {
    tally: tally(
      gold,
      beads.map((bead): Link => [bead.zh, bead.en]),
    ),
    judged: beads.map((bead) => ({ confidence: bead.confidence, right: right.has(String([bead.zh, bead.en])) })),
  }
}

function say(name: string, results: readonly Result[]): void {
  const f1 = measure(added(results.map((result) => result.tally)), 'strictRight').f1
  const error = calibrationError(results.flatMap(({ judged }) => judged))
  console.log(`${name.padEnd(40)} strict F1 ${f1.toFixed(4)}  calibration error ${error.toFixed(4)}`)
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

const rounds = option('--rounds', 2)
const most = option('--most', Number.POSITIVE_INFINITY)
const documents = process.argv
  .slice(2)
  .filter((arg) => arg.endsWith('.json'))
  .map(readGold)
  .filter((gold): gold is Gold => gold !== null)
  .map((gold) => (gold.zh.length > most ? head(gold, most) : gold))

const now: Result[] = []
const nested: Result[] = []
for (const held of documents) {
  const others = documents.filter((document) => document !== held)
  const constants = searched(others, rounds, (line) => console.log(`without ${held.name}: ${line}`))
  now.push(resultOf(CONSTANTS, held))
  nested.push(resultOf(constants, held))
  say(`${held.name} as it is`, now.slice(-1))
  say(`${held.name} chosen without it`, nested.slice(-1))
}
say('together, as it is', now)
say('together, each chosen without it', nested)
const all = searched(documents, rounds, (line) => console.log(`all: ${line}`))
console.log(JSON.stringify(all, null, 2))
