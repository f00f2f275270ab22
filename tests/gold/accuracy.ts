/**
 * `npm run accuracy -- [FILE...]`: precision, recall and F1 of our alignment, strict and lax, beside Gale & Church's, with the
 * calibration of the confidences; and of a file of numbers, how many are read right and which pairs are reported. A FILE is gold JSON `{ zh, en, gold }`
 * or numbers as `numerals-accuracy.ts` tells; files of other kinds are passed over with a word. Without files the project's own gold is scored.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { align, type Bead } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { areaUnderCurve, calibrationError, type Judged } from './calibration'
import { galeChurch } from './gale-church'
import { type Gold, readGold } from './gold-file'
import { readNumbers, sayNumbers, scoreNumbers } from './numerals-accuracy'
import { added, type Link, measure, type Tally, tally } from './score-alignment'

export type Scored = {
  name: string
  ours: Tally
  lengthOnly: Tally
  judged: Judged[]
  sentences: number
  seconds: number
}

const key = ([zh, en]: Link): string => `${zh.join(',')}-${en.join(',')}`
const linkOf = ({ zh, en }: Bead): Link => [zh, en]

/** Aligns one gold file both ways and judges every bead of ours. */
export function scored({ name, zh, en, gold }: Gold): Scored {
  const lexicon = loadLexicon()
  const start = process.cpuUsage()
  const { beads } = align(zh, en, { lexicon })
  const { user, system } = process.cpuUsage(start)
  const right = new Set(gold.map(key))
  return {
    name,
    ours: tally(gold, beads.map(linkOf)),
    lengthOnly: tally(gold, galeChurch(zh, en)),
    judged: beads.map((bead) => ({ confidence: bead.confidence, right: right.has(key(linkOf(bead))) })),
    sentences: zh.length + en.length,
    seconds: (user + system) / 1e6,
  }
}

const OWN = import.meta.dirname

/** Paths of the project's own gold. */
export function ownGold(): string[] {
  return readdirSync(OWN)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => join(OWN, file))
}

const HEAD = `${'set'.padEnd(38)} beads | strict P     R     F1    | lax P  R     F1    | Gale–Church F1, lax | ECE   AUC   | sent/CPU-s`

function line({ name, ours, lengthOnly, judged, sentences, seconds }: Scored): string {
  const figures = (kind: 'strictRight' | 'laxRight') => {
    const { precision, recall, f1 } = measure(ours, kind)
    return `${precision.toFixed(3)} ${recall.toFixed(3)} ${f1.toFixed(4)}`
  }
  const other = (kind: 'strictRight' | 'laxRight') => measure(lengthOnly, kind).f1.toFixed(3)
  const area = areaUnderCurve(judged)
  const calibration = `${calibrationError(judged).toFixed(3)} ${Number.isNaN(area) ? '  –  ' : area.toFixed(3)}`
  return `${name.padEnd(38)} ${String(judged.length).padStart(5)} | strict ${figures('strictRight')} | ${figures('laxRight')} | ${other('strictRight').padStart(14)} ${other('laxRight')} | ${calibration} | ${(sentences / seconds).toFixed(0).padStart(6)}`
}

/** Files of one folder counted together. */
function pooled(name: string, parts: readonly Scored[]): Scored {
  return {
    name,
    ours: added(parts.map((part) => part.ours)),
    lengthOnly: added(parts.map((part) => part.lengthOnly)),
    judged: parts.flatMap((part) => part.judged),
    sentences: parts.reduce((sum, part) => sum + part.sentences, 0),
    seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
  }
}

const folderOf = ({ name }: Scored): string => name.split('/')[0]!

/** Files of alignment gold in one table; what is no such gold is left for the other scorers. */
function printAlignment(golds: readonly Gold[]): void {
  if (golds.length === 0) return
  console.log(HEAD)
  const all = golds.map((gold) => {
    const one = scored(gold)
    console.log(line(one))
    return one
  })
  for (const folder of new Set(all.map(folderOf))) {
    const parts = all.filter((one) => folderOf(one) === folder)
    if (parts.length > 1 && parts.length < all.length) console.log(line(pooled(`${folder}, together`, parts)))
  }
  if (all.length > 1) console.log(line(pooled('all, together', all)))
}

function main(paths: readonly string[]): number {
  const files = paths.map((path) => ({ path, gold: readGold(path) }))
  printAlignment(files.flatMap(({ gold }) => (gold ? [gold] : [])))
  let count = files.filter(({ gold }) => gold).length
  for (const { path } of files.filter(({ gold }) => !gold)) {
    const items = readNumbers(path)
    if (items) count += 1
    console.log(
      items
        ? `${path}: ${items.length} pairs with numbers`
        : `${path}: neither alignment gold nor numbers, passed over`,
    )
    if (items) for (const said of sayNumbers(scoreNumbers(items))) console.log(said)
  }
  return count > 0 ? 0 : 2
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = main(process.argv.length > 2 ? process.argv.slice(2) : ownGold())
