/**
 * `node --import tsx tests/gold/by-shape.ts [--seeds N] [--traditional] FILE...`: strict F1 by the shape of the bead, over the files as they
 * are, or (with seeds) over N perturbed forms of each; `--traditional` turns the Chinese into traditional characters first.
 */
import { Converter } from 'opencc-js/cn2t'
import { align } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { type Gold, readGold } from './gold-file'
import { perturbed } from './perturb'
import { added, type Link, measure, type Tally, tally } from './score-alignment'

export const SHAPES = ['1:1', '1:n', 'n:1', 'n:m', 'zh only', 'en only'] as const
export type Shape = (typeof SHAPES)[number]

export function shapeOf([zh, en]: Link): Shape {
  if (en.length === 0) return 'zh only'
  if (zh.length === 0) return 'en only'
  if (zh.length > 1) return en.length > 1 ? 'n:m' : 'n:1'
  return en.length > 1 ? '1:n' : '1:1'
}

/** Right, found and wanted beads of one shape. */
export type ShapeCount = { right: number; found: number; gold: number }

export function countShapes(gold: readonly Link[], found: readonly Link[]): Map<Shape, ShapeCount> {
  const names = new Set(gold.map(String))
  const counts = new Map(SHAPES.map((shape) => [shape, { right: 0, found: 0, gold: 0 }]))
  for (const link of gold) counts.get(shapeOf(link))!.gold++
  for (const link of found) {
    const count = counts.get(shapeOf(link))!
    count.found++
    if (names.has(String(link))) count.right++
  }
  return counts
}

function main(args: readonly string[]): void {
  const at = args.indexOf('--seeds')
  const seeds = at < 0 ? 0 : Number(args[at + 1])
  const convert = args.includes('--traditional') ? Converter({ from: 'cn', to: 'tw' }) : (text: string) => text
  const golds = args
    .filter((arg) => arg.endsWith('.json'))
    .map(readGold)
    .filter((gold): gold is Gold => gold !== null)
    .flatMap((gold) => (seeds === 0 ? [gold] : Array.from({ length: seeds }, (_, seed) => perturbed(gold, seed + 1))))
  const lexicon = loadLexicon()
  const tallies: Tally[] = []
  const totals = countShapes([], [])
  for (const { name, zh, en, gold } of golds) {
    const beads = align(zh.map(convert), en, { lexicon }).beads.map((bead): Link => [bead.zh, bead.en])
    tallies.push(tally(gold, beads))
    console.log(`${name.padEnd(44)} ${measure(tallies.at(-1)!, 'strictRight').f1.toFixed(4)}`)
    for (const [shape, count] of countShapes(gold, beads)) {
      const total = totals.get(shape)!
      total.right += count.right
      total.found += count.found
      total.gold += count.gold
    }
  }
  console.log(`together ${measure(added(tallies), 'strictRight').f1.toFixed(4)}`)
  for (const [shape, { right, found, gold }] of totals)
    console.log(
      `${shape.padEnd(8)} ${String(gold).padStart(6)}  F1 ${((2 * right) / Math.max(1, found + gold)).toFixed(4)}  P ${(right / Math.max(1, found)).toFixed(3)}  R ${(right / Math.max(1, gold)).toFixed(3)}`,
    )
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
