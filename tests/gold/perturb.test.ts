/** The perturber loses no sentence it does not mean to lose, and the gold it writes is gold. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countShapes } from './by-shape'
import { perturbed } from './perturb'
import type { Link } from './score-alignment'

const base = (count: number) => ({
  name: 'numbers',
  zh: Array.from({ length: count }, (_, at) => `第${at}。`),
  en: Array.from({ length: count }, (_, at) => `No. ${at}.`),
  gold: Array.from({ length: count }, (_, at): Link => [[at], [at]]),
})

it('every sentence is in one bead, what is paired says the same, Chinese keeps its order (law)', () => {
  const numbers = (texts: string[]) =>
    texts.flatMap((text) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(1e6), (count, seed) => {
      const { zh, en, gold } = perturbed(base(count), seed)
      expect(gold.flatMap(([i]) => i)).toEqual(zh.map((_, at) => at))
      expect(gold.flatMap(([, j]) => j).sort((a, b) => a - b)).toEqual(en.map((_, at) => at))
      for (const [i, j] of gold)
        if (i.length > 0 && j.length > 0)
          expect(numbers(i.map((at) => zh[at]!))).toEqual(numbers(j.map((at) => en[at]!)))
      expect(perturbed(base(count), seed)).toEqual(perturbed(base(count), seed))
    }),
  )
})

it('counts by shape', () => {
  const gold: Link[] = [[[0], [0]], [[1], []], [[2], [1, 2]]]
  const counts = countShapes(gold, [[[0], [0]], [[1, 2], [1, 2]]])
  expect(counts.get('1:1')).toEqual({ right: 1, found: 1, gold: 1 })
  expect(counts.get('n:m')).toEqual({ right: 0, found: 1, gold: 0 })
  expect(counts.get('zh only')).toEqual({ right: 0, found: 0, gold: 1 })
}) // biome-ignore format: tables
