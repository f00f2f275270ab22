/**
 * How the time of the language library grows with the length of inputs made to be slow: each ten times as long, in times the shorter one took.
 * Linear is 10, quadratic 100; above 30 something looks back over what it has read.
 */
import { checkDocument, runChecks } from '../../lib/bitext/check'
import { intakeText } from '../../lib/bitext/intake'
import { readNumerals } from '../../lib/bitext/numerals'
import { splitSentences } from '../../lib/bitext/sentences'
import { CHECKED, CHECKED_TOGETHER, COUNTED, ofLength, SPLIT, TAKEN_IN } from '../support/long-input'

type Work = { name: string; pieces: readonly string[]; longest: number; run(text: string, piece: string): unknown }

const sideOf = new Map<string, 'zh' | 'en'>(COUNTED)

const WORKS: Work[] = [
  { name: 'sentences', pieces: SPLIT, longest: 500_000, run: (text) => splitSentences(text, 'en') },
  { name: 'intake', pieces: TAKEN_IN, longest: 500_000, run: (text) => intakeText(text, 'en') },
  {
    name: 'numerals',
    pieces: COUNTED.map(([piece]) => piece),
    longest: 100_000,
    run: (text, piece) => readNumerals(text, sideOf.get(piece) ?? 'en'),
  },
  {
    name: 'checks of a row',
    pieces: CHECKED,
    longest: 100_000,
    run: (text) => runChecks({ id: '1', zh: `好${text}`, en: `${text}y` }),
  },
  {
    name: 'checks of a document',
    pieces: CHECKED_TOGETHER,
    longest: 100_000,
    run: (text) => checkDocument(['1', '2'].map((id) => ({ id, zh: text, en: text }))),
  },
]

export function bench(): void {
  console.log('                       piece                 ms   times a tenth of it')
  for (const work of WORKS) for (const piece of work.pieces) console.log(line(work, piece))
}

function line({ name, longest, run }: Work, piece: string): string {
  const time = (length: number) => {
    const text = ofLength(length, piece)
    const start = process.cpuUsage()
    run(text, piece)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  time(longest / 10)
  const [short, long] = [time(longest / 10), time(longest)]
  return `${name.padEnd(22)} ${JSON.stringify(piece).padEnd(18)} ${long.toFixed(0).padStart(6)} ${(long / Math.max(short, 1)).toFixed(0).padStart(20)}`
}
