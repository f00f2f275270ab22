/** `node --import tsx tests/bench/align-once.ts SENTENCES [GOLD...]`: aligns one text of about so many sentences a side (or the gold files in turn) and prints what it took. */
import { fileURLToPath } from 'node:url'
import { align } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { type Gold, readGold } from '../gold/gold-file'
import type { Link } from '../gold/score-alignment'

const SAMPLE = fileURLToPath(new URL('../../prisma/sample/gold.json', import.meta.url))

/** The gold over and over until `size` Chinese sentences are reached; each bead opens with its number on both sides. */
function repeated({ zh, en, gold }: Gold, size: number): Omit<Gold, 'name'> {
  const long = { zh: [] as string[], en: [] as string[], gold: [] as Link[] }
  for (let row = 0; long.zh.length < size; row++) {
    const [zhBead, enBead] = gold[row % gold.length]!
    const add = (own: string[], texts: string[], bead: readonly number[]) =>
      bead.map((at, k) => own.push(k === 0 ? `（${row + 1}）${texts[at]}` : texts[at]!) - 1)
    long.gold.push([add(long.zh, zh, zhBead), add(long.en, en, enBead)])
  }
  return long
}

const text = repeated(readGold(SAMPLE)!, Number(process.argv[2] ?? 1000))
const lexicon = loadLexicon()
const cpu = process.cpuUsage()
const start = performance.now()
const { beads } = align(text.zh, text.en, { lexicon })
const wall = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(cpu)
const seconds = (user + system) / 1e6
const right = new Set(text.gold.map(([zh, en]) => `${zh}|${en}`))
const share = beads.filter(({ zh, en }) => right.has(`${zh}|${en}`)).length / beads.length
console.log(
  [
    String(text.zh.length).padStart(16),
    seconds.toFixed(1).padStart(7),
    ((text.zh.length + text.en.length) / seconds).toFixed(0).padStart(30),
    wall.toFixed(1).padStart(8),
    (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(9),
    `${(100 * share).toFixed(1)} %`.padStart(12),
  ].join(' '),
)
