/** The aligner on the sample against the hand-made pairs (strict: a bead counts when both its sides are exactly right). */
import { describe, expect, it } from 'vitest'
import { align } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { goldSample } from './gold'

/** Measured 0.989: the added English sentence is taken into the bead before it. */
const FLOOR = 0.97

const gold = goldSample()

function strictF1(found: { zh: number[]; en: number[] }[]): number {
  const key = ({ zh, en }: { zh: number[]; en: number[] }) => `${zh}|${en}`
  const keys = new Set(gold.beads.map(key))
  const right = found.filter((bead) => keys.has(key(bead))).length
  return (2 * right) / (found.length + gold.beads.length)
}

describe('aligning the sample', () => {
  const { beads } = align(gold.zh, gold.en, { lexicon: loadLexicon() })

  it('finds the hand-made pairs', () => {
    expect(strictF1(beads)).toBeGreaterThanOrEqual(FLOOR)
  })

  it('leaves the missing sentence without English, so that the omission shows', () => {
    const missing = gold.zh.findIndex((sentence) => sentence.startsWith('同时，储备编织袋'))
    expect(beads).toContainEqual(expect.objectContaining({ zh: [missing], en: [] }))
  })
})
