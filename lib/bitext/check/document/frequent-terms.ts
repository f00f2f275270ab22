/**
 * Chinese terms by their frequency: the sequences of four to eight characters that stand in three rows or more, without words of
 * grammar in them, counted as in Agrawal & Srikant 1994: a longer one only where both its parts are frequent.
 */
import type { Lexicon } from '../../align'
import type { CheckedSegment } from '../finding'

// Two words of two characters; what is longer is a clause.
const SHORTEST = 4
const LONGEST = 8
// Twice may be chance.
const ROWS = 3

export type Term = { term: string; rows: readonly number[] }

const GRAMMAR = /[^\p{Script=Han}]|[的了在是和与及等对为把被将从以要我你他她它这那有不也都就并或向到于之其中各]/u

/** Those that divide into words, the most frequent first, and of equals the longest; rows by their index. */
export function frequentTerms(segments: readonly CheckedSegment[], lexicon: Lexicon): Term[] {
  const runs = segments.map(({ zh, en }) =>
    en === '' ? [] : zh.split(GRAMMAR).filter((run) => run.length >= SHORTEST),
  )
  let frequent = countGrams(runs, SHORTEST, null)
  const found = new Map<string, number[]>()
  for (let length = SHORTEST; length <= LONGEST && frequent.size > 0; length += 1) {
    for (const [gram, rows] of frequent) found.set(gram, rows)
    frequent = countGrams(runs, length + 1, frequent)
  }
  const whole = [...found].filter(([gram]) => isWords(gram, lexicon))
  return whole
    .map(([term, rows]) => ({ term, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || b.term.length - a.term.length)
}

function countGrams(runs: readonly string[][], length: number, parts: ReadonlyMap<string, unknown> | null) {
  const counts = new Map<string, number[]>()
  for (const [row, of] of runs.entries())
    for (const run of of)
      for (let at = 0; at + length <= run.length; at += 1) {
        const gram = run.slice(at, at + length)
        if (parts && !(parts.has(gram.slice(0, -1)) && parts.has(gram.slice(1)))) continue
        const rows = counts.get(gram)
        if (!rows) counts.set(gram, [row])
        else if (rows.at(-1) !== row) rows.push(row)
      }
  return new Map([...counts].filter(([, rows]) => rows.length >= ROWS))
}

/** Begins and ends with a word of the dictionary; a name it lacks may stand at one end. */
function isWords(gram: string, lexicon: Lexicon): boolean {
  return lexicon.isWord(gram.slice(-2)) && (lexicon.isWord(gram.slice(0, 2)) || !lexicon.isWord(gram.slice(1, 3)))
}
