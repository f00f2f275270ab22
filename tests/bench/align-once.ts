/**
 * `node --import tsx tests/bench/align-once.ts SENTENCES [GOLD...]`: aligns one text of about so many sentences a side, made of
 * the gold files (of the sample, where none is named) over and over, every bead with a number of its own, and prints what it took.
 */
import { align } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { longText, SAMPLE } from './long-text'

const [size = '1000', ...files] = process.argv.slice(2)
const text = longText(files.length > 0 ? files : [SAMPLE], Number(size))
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
