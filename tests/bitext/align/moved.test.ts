/** Text moved farther than a neighbour's place, on the sample with the real dictionary. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { align, type Bead } from '../../../lib/bitext/align'
import { markMoved } from '../../../lib/bitext/align/moved'
import { loadLexicon } from '../../../lib/lexicon'
import { readGold } from '../../gold/gold-file'

const SAMPLE = fileURLToPath(new URL('../../../prisma/sample/gold.json', import.meta.url))

const bead = (zh: number[], en: number[], moved?: true): Bead => ({
  zh,
  en,
  confidence: 1,
  ...(moved ? { moved } : {}),
})

describe('moved text', () => {
  const { zh, en, gold } = readGold(SAMPLE)!
  const single = gold.filter(([i, j]) => i.length === 1 && j.length === 1 && zh[i[0]!]!.length > 25)

  it.each([
    [2, 100],
    [30, 5],
    [12, 60],
  ])('long sentence %i of the sample is found at English place %i', (which, to) => {
    const [[i], [j]] = single[which]! as [number[], number[]]
    const order = en.map((_, at) => at)
    order.splice(order.indexOf(j!), 1)
    order.splice(to, 0, j!)
    const { beads } = align(
      zh,
      order.map((at) => en[at]!),
      { lexicon: loadLexicon() },
    )
    const found = beads.find((one) => one.zh.includes(i!))!
    expect(found.zh).toEqual([i])
    expect(found.en.map((at) => order[at])).toEqual([j])
    expect(found.moved).toBe(true)
    expect(beads.filter(({ moved }) => moved)).toHaveLength(1)
  })

  it('marks the lighter of two that cross, and nothing in a text in order', () => {
    const crossing = [bead([0], [0]), bead([1], [3]), bead([2, 3], [1, 2]), bead([4], []), bead([5], [4])]
    expect(markMoved(crossing).map(({ moved }) => moved ?? false)).toEqual([false, true, false, false, false])
    const inOrder = [bead([0], [0, 1]), bead([], [2]), bead([1], [3])]
    expect(markMoved(inOrder)).toEqual(inOrder)
  })
})
