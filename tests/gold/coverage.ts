/**
 * `node --import tsx tests/gold/coverage.ts FILE…`: how well the coverage check finds clauses that are gone. From gold JSON `{ zh, en, gold }` one clause
 * (at least eight Chinese characters or six English words) is taken out of a quarter of the rows, on one side, by chance with a fixed seed; the
 * check then sees the whole document. Printed are the share found by the clause's length, and what is reported in the untouched document.
 */
import { type CheckedSegment, checkDocument } from '../../lib/bitext/check'
import type { Side } from '../../lib/bitext/text'
import { loadLexicon } from '../../lib/lexicon'
import { rowsOf } from './checks'

type Pair = { zh: string; en: string }
export type Dropped = { row: number; side: Side; length: number }

const CLAUSES = { zh: /(?<=[，。；：！？、])/, en: /(?<=[,;:.!?]\s)/ } as const
const LEAST = { zh: 8, en: 6 } as const
const SHARE = 0.25

function lengthOf(text: string, side: Side): number {
  return side === 'zh' ? text.replace(/[^\p{L}\p{N}]/gu, '').length : text.trim().split(/\s+/).length
}

/** The pairs with clauses taken out, and which. */
export function withDrops(pairs: readonly Pair[], seed: number): { pairs: Pair[]; dropped: Dropped[] } {
  const chance = chances(seed)
  const dropped: Dropped[] = []
  const altered = pairs.map((pair, row) => {
    if (chance() > SHARE || pair.zh === '' || pair.en === '') return pair
    const side: Side = chance() < 0.5 ? 'zh' : 'en'
    const clauses = pair[side].split(CLAUSES[side])
    const at = Math.floor(chance() * clauses.length)
    const length = lengthOf(clauses[at]!, side)
    if (clauses.length < 2 || length < LEAST[side]) return pair
    dropped.push({ row, side, length })
    return { ...pair, [side]: clauses.filter((_, place) => place !== at).join('') }
  })
  return { pairs: altered, dropped }
}

/** Park & Miller's generator. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Rows and sides on which the check reports something. */
export function reportedIn(pairs: readonly Pair[]): Set<string> {
  const segments = pairs.map((pair, at): CheckedSegment => ({ id: String(at), ...pair }))
  const found = checkDocument(segments, { lexicon: loadLexicon() }).filter(({ check }) => check === 'coverage')
  return new Set(found.map(({ segmentId, zh }) => `${segmentId} ${zh ? 'zh' : 'en'}`))
}

/** Whether the clause that is gone on one side is reported on the other. */
export function isFound(reported: ReadonlySet<string>, { row, side }: Dropped): boolean {
  return reported.has(`${row} ${side === 'zh' ? 'en' : 'zh'}`)
}

const ROUNDS = 4
const LENGTHS: Record<Side, number[]> = { zh: [8, 12, 16, 24, 1000], en: [6, 9, 13, 18, 1000] }

function measure(path: string): void {
  const pairs = rowsOf(path).map(({ zh, en }) => ({ zh, en }))
  const before = process.cpuUsage()
  const clean = reportedIn(pairs)
  const { user, system } = process.cpuUsage(before)
  const rows = new Set([...clean].map((place) => place.split(' ')[0])).size
  console.log(
    `${path}: ${pairs.length} rows, ${((user + system) / 1000 / pairs.length).toFixed(2)} ms CPU a row; untouched ${((rows / pairs.length) * 1000).toFixed(1)} rows in 1000 reported`,
  )
  const drops = Array.from({ length: ROUNDS }, (_, round) => {
    const { pairs: altered, dropped } = withDrops(pairs, round + 7)
    const reported = reportedIn(altered)
    return dropped.map((one) => ({ ...one, found: isFound(reported, one) }))
  }).flat()
  const share = (list: typeof drops) => `${list.filter(({ found }) => found).length}/${list.length}`
  console.log(`  found ${share(drops)} = ${(drops.filter(({ found }) => found).length / drops.length).toFixed(3)}`)
  for (const side of ['zh', 'en'] as const)
    console.log(
      `  ${side} gone: ${LENGTHS[side]
        .slice(0, -1)
        .map((least, at) => {
          const most = LENGTHS[side][at + 1]!
          return `${least}–${most === 1000 ? '' : most - 1} ${share(drops.filter((one) => one.side === side && one.length >= least && one.length < most))}`
        })
        .join(', ')}`,
    )
}

if (process.argv[1] === import.meta.filename) for (const path of process.argv.slice(2)) measure(path)
