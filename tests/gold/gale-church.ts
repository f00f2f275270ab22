/**
 * Gale & Church (1993), "A program for aligning sentences in bilingual corpora": length in characters and nothing else, their six
 * shapes and shares, with the texts' own ratio instead of 1. The yardstick that `npm run accuracy` prints beside ours.
 */
import type { Link } from './score-alignment'

/** Shapes with the shares of their table 5; one-sided and 2:2 halves as in their program. */
const SHAPES = [
  { zh: 1, en: 1, cost: -Math.log(0.89) },
  { zh: 1, en: 0, cost: -Math.log(0.0099 / 2) },
  { zh: 0, en: 1, cost: -Math.log(0.0099 / 2) },
  { zh: 2, en: 1, cost: -Math.log(0.089 / 2) },
  { zh: 1, en: 2, cost: -Math.log(0.089 / 2) },
  { zh: 2, en: 2, cost: -Math.log(0.011) },
] as const
/** Variance of the length per character. */
const VARIANCE = 6.8
/** Cells off the diagonal that are searched: their program searches all, which no long text allows. */
const BAND = 300

export function galeChurch(zh: readonly string[], en: readonly string[]): Link[] {
  const zhReach = reach(zh)
  const enReach = reach(en)
  const ratio = enReach[en.length]! / Math.max(1, zhReach[zh.length]!)
  const width = 2 * BAND + 1
  const low = (i: number) => Math.round((i * en.length) / Math.max(1, zh.length)) - BAND
  const costs = Array.from({ length: zh.length + 1 }, () => new Float64Array(width).fill(Number.POSITIVE_INFINITY))
  const back = Array.from({ length: zh.length + 1 }, () => new Int8Array(width).fill(-1))
  costs[0]![-low(0)] = 0
  for (let i = 0; i <= zh.length; i++)
    for (let j = Math.max(0, low(i)); j <= Math.min(en.length, low(i) + width - 1); j++)
      SHAPES.forEach((shape, at) => {
        const before = costs[i - shape.zh]?.[j - shape.en - low(i - shape.zh)] ?? Number.POSITIVE_INFINITY
        if (j < shape.en || before === Number.POSITIVE_INFINITY) return
        const x = zhReach[i]! - zhReach[i - shape.zh]!
        const y = enReach[j]! - enReach[j - shape.en]!
        const cost = before + shape.cost + lengthCost(x * ratio, y)
        if (cost < costs[i]![j - low(i)]!) {
          costs[i]![j - low(i)] = cost
          back[i]![j - low(i)] = at
        }
      })
  return walk(zh.length, en.length, (i, j) => SHAPES[back[i]![j - low(i)]!]!)
}

function reach(sentences: readonly string[]): number[] {
  let sum = 0
  return [0, ...sentences.map((sentence) => (sum += sentence.replace(/\s/g, '').length))]
}

/** −log of twice the normal tail beyond the standardised difference of lengths. */
function lengthCost(x: number, y: number): number {
  if (x === 0 && y === 0) return 0
  const delta = Math.abs(y - x) / Math.sqrt((VARIANCE * (x + y)) / 2)
  return -Math.log(Math.max(1e-12, 2 * normalTail(delta)))
}

/** Abramowitz & Stegun 26.2.17. */
function normalTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series
}

function walk(zh: number, en: number, shapeAt: (i: number, j: number) => (typeof SHAPES)[number]): Link[] {
  const links: Link[] = []
  for (let i = zh, j = en; i > 0 || j > 0; ) {
    const shape = shapeAt(i, j)
    i -= shape.zh
    j -= shape.en
    links.push([range(i, shape.zh), range(j, shape.en)])
  }
  return links.reverse()
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, k) => from + k)
