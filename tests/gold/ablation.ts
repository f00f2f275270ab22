/**
 * `node --import tsx tests/gold/ablation.ts FILE...`: strict F1 with each part of the aligner switched off in turn, one column
 * for each folder of gold files. The table of `lib/bitext/align/README.md` is made by it.
 */

import type { AlignOptions } from '../../lib/bitext/align'
import { alignWith } from '../../lib/bitext/align/align'
import { CONSTANTS, type Constants, LARGEST_BEAD, LARGEST_SIDE } from '../../lib/bitext/align/constants'
import { loadLexicon } from '../../lib/lexicon'
import { type Gold, readGold } from './gold-file'
import { added, type Link, measure, tally } from './score-alignment'

const words = CONSTANTS.lexicalWeight
const sides = CONSTANTS.sideWeight
const ends = CONSTANTS.boundaryWeight

type Change = Partial<Constants> & {
  without?: 'dictionary' | 'paragraphs'
  /** Beads of at most so many sentences in all. */
  largest?: number
}

const VARIANTS: [name: string, change: Change][] = [
  ['everything', {}],
  ['no dictionary (learned words only)', { without: 'dictionary' }],
  ['no words learned from the document', { learnIterations: 0 }],
  ['no word order (no second look)', { orderShare: 0 }],
  ['no learned meanings of characters', { characterPart: 0 }],
  ['no meanings of characters at all', { characterPart: 0, characterGloss: 0 }],
  ['English given Chinese only', { sideWeight: { ...sides, zh: 0 } }],
  ['Chinese given English only', { sideWeight: { ...sides, en: 0 } }],
  ['no numbers', { lexicalWeight: { ...words, number: 0 } }],
  ['no names by sound', { lexicalWeight: { ...words, name: 0 } }],
  ['no Latin words', { lexicalWeight: { ...words, latin: 0 } }],
  ['no punctuation', { lexicalWeight: { ...words, punctuation: 0 } }],
  ['no quotation state at bead ends', { boundaryWeight: { ...ends, quotation: 0 } }],
  ['no closing marks at bead ends', { boundaryWeight: { ...ends, mark: 0 } }],
  ['no length', { lengthWeight: 0 }],
  ['no shape prior', { priorWeight: 0 }],
  ['shape prior not re-estimated', { priorStrength: 1e9 }],
  ['no swapped neighbours', { swapShare: 1e-12 }],
  ['no text moved far', { moveCost: 1e9 }],
  ['no sub-words of unknown words', { subwordGloss: 0 }],
  ['no paragraph ends', { without: 'paragraphs' }],
  ['1 iteration of learning (EM) for 2', { learnIterations: 1 }],
  ['4 iterations of learning (EM)', { learnIterations: 4 }],
  ['beads of 4 sentences at most', { largest: 4 }],
  ['beads of 6 sentences at most', { largest: 6 }],
  ['beads of 8 sentences at most', { largest: 8 }],
]

const lexicon = loadLexicon()

/** Shapes that are too large are priced out of the way. */
function withoutLarger(constants: Constants, largest: number): Constants {
  const shapeShares: Record<string, number> = { ...constants.shapeShares }
  for (let zh = 1; zh <= LARGEST_SIDE; zh++)
    for (let en = 1; zh + en <= LARGEST_BEAD; en++) if (zh + en > largest) shapeShares[`${zh}:${en}`] = 1e-30
  return { ...constants, shapeShares }
}

function strictF1(golds: readonly Gold[], { without, largest, ...change }: Change): number {
  const constants = largest ? withoutLarger({ ...CONSTANTS, ...change }, largest) : { ...CONSTANTS, ...change }
  const tallies = golds.map(({ zh, en, gold, paragraphs }) => {
    const options: AlignOptions = {
      ...(without !== 'dictionary' && { lexicon }),
      ...(without !== 'paragraphs' && paragraphs && { paragraphs }),
    }
    return tally(
      gold,
      alignWith(constants, zh, en, options).map((bead): Link => [bead.zh, bead.en]),
    )
  })
  return measure(added(tallies), 'strictRight').f1
}

const golds = process.argv
  .slice(2)
  .map(readGold)
  .filter((gold): gold is Gold => gold !== null)
const folders = [...new Set(golds.map(({ name }) => name.split('/')[0]!))]
console.log(`| variant | ${folders.join(' | ')} |\n|---|${folders.map(() => '---|').join('')}`)
for (const [name, change] of VARIANTS) {
  const cells = folders.map((folder) =>
    strictF1(
      golds.filter((gold) => gold.name.startsWith(`${folder}/`)),
      change,
    ).toFixed(4),
  )
  console.log(`| ${name} | ${cells.join(' | ')} |`)
}
