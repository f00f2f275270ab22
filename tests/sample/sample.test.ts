import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../lib/bitext/sentences'
import { DISCREPANCY_TYPES, SEVERITIES } from '../../lib/discrepancy/rules'
import { loadSample } from '../../prisma/sample'
import { type GoldRow, goldSample } from './gold'

const sample = loadSample()
const gold = goldSample()

const occurrences = (text: string, quote: string) => text.split(quote).length - 1

describe('the texts', () => {
  it.each([
    ['zh', '样例：', '虚构'],
    ['en', 'Sample:', 'invented'],
  ] as const)('say in their first line that they are a sample: %s', (side, mark, word) => {
    const [first = ''] = sample[side].split('\n')
    expect(first.startsWith(mark)).toBe(true)
    expect(first).toContain(word)
  })

  it('hold no line ends but LF and end with one', () => {
    for (const text of [sample.zh, sample.en]) {
      expect(text).not.toMatch(/\r/)
      expect(text).toMatch(/[^\n]\n$/)
    }
  })
})

describe('the planted discrepancies', () => {
  it('are of every type and every severity', () => {
    expect(new Set(sample.planted.map(({ type }) => type))).toEqual(new Set(DISCREPANCY_TYPES))
    expect(new Set(sample.planted.map(({ severity }) => severity))).toEqual(new Set(SEVERITIES))
  })

  it('have each an id of their own', () => {
    expect(new Set(sample.planted.map(({ id }) => id)).size).toBe(sample.planted.length)
  })

  it.each(sample.planted)('$id: its words stand once, in sentences that belong together', ({ zh, en }) => {
    if (zh !== null) expect(occurrences(sample.zh, zh)).toBe(1)
    if (en !== null) expect(occurrences(sample.en, en)).toBe(1)
    const holds = (sentences: string[], quote: string | null) =>
      quote === null ? sentences.length === 0 : sentences.some((sentence) => sentence.includes(quote))
    expect(gold.rows.filter((row) => holds(row.zh, zh) && holds(row.en, en))).toHaveLength(1)
  })
})

describe('the gold alignment', () => {
  it('has about 120 sentences a side, and not only one to one', () => {
    for (const side of [gold.zh, gold.en]) {
      expect(side.length).toBeGreaterThan(110)
      expect(side.length).toBeLessThan(155)
    }
    const shape = ({ zh, en }: GoldRow) => `${zh.length}:${en.length}`
    expect(new Set(gold.rows.map(shape))).toEqual(new Set(['1:1', '1:2', '2:1', '1:0', '0:1']))
  })

  it.each(['zh', 'en'] as const)('has every sentence of the %s text in one bead, in order', (side) => {
    expect(gold.beads.flatMap((bead) => bead[side])).toEqual(gold[side].map((_, index) => index))
    const squeeze = (text: string) => text.replaceAll(/\s/gu, '')
    expect(squeeze(gold[side].join(''))).toBe(squeeze(sample[side]))
  })

  it.each(['zh', 'en'] as const)('has the sentences the splitter finds in the %s text', (side) => {
    expect(splitSentences(sample[side], side).map(({ text }) => text)).toEqual(gold[side])
  })
})
