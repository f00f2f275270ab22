/** What sentence vectors do for the aligner: good ones help where words are missing, useless ones hurt hardly. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { align, type Similarity } from '../../../lib/bitext/align'
import { readGold } from '../../gold/gold-file'
import { type Link, measure, tally } from '../../gold/score-alignment'

const { zh, en, gold } = readGold(fileURLToPath(new URL('../../gold/ferry.gold.json', import.meta.url)))!
const SIZE = 32

/** Normal deviates of a fixed seed (Box & Muller over Park & Miller). */
function deviates(seed: number): () => number {
  let state = seed
  const chance = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance())
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

/** Vectors in which the sentences of one gold bead share a direction, under so much noise; all of it noise without one. */
function synthetic(noise: number | null): Similarity {
  const next = deviates(noise === null ? 11 : 7)
  const draw = () => Float32Array.from({ length: SIZE }, next)
  const vectors = { zh: zh.map(draw), en: en.map(draw) }
  if (noise !== null)
    for (const [i, j] of gold) {
      const shared = draw()
      for (const at of i) vectors.zh[at] = vectors.zh[at]!.map((value, k) => shared[k]! + noise * value)
      for (const at of j) vectors.en[at] = vectors.en[at]!.map((value, k) => shared[k]! + noise * value)
    }
  return { zh: vectors.zh.map(unit), en: vectors.en.map(unit) }
}

function f1(similarity?: Similarity): number {
  const links = align(zh, en, { similarity }).beads.map((bead): Link => [bead.zh, bead.en])
  return measure(tally(gold, links), 'strictRight').f1
}

describe('vectors, where there is no dictionary', () => {
  const without = f1()

  it('help when they tell something', () => {
    expect(f1(synthetic(0.7))).toBeGreaterThan(without + 0.1)
  })

  it('hurt hardly when they tell nothing', () => {
    expect(f1(synthetic(null))).toBeGreaterThan(without - 0.06)
  })

  it('may be missing for some sentences', () => {
    const { zh: chinese, en: english } = synthetic(0.7)
    const holes = { zh: chinese.map((vector, at) => (at % 3 ? vector : new Float32Array(0))), en: english }
    expect(f1(holes)).toBeGreaterThan(without)
  })
})

it.each<[string, Similarity]>([
  ['too few vectors', { zh: [], en: [] }],
  ['vectors of two sizes', { zh: zh.map(() => new Float32Array(2)), en: en.map(() => new Float32Array(3)) }],
])('refuses %s', (_, similarity) => {
  expect(() => align(zh, en, { similarity })).toThrow(RangeError)
})
