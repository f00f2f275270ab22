/**
 * Whether two English words are forms of one: regular endings, and irregular forms by the aligner's table.
 * Stricter than a stemmer, which takes "university" and "universe" for one word: a term must not be found where it is not.
 */
import { englishKey } from '../align/english-key'
import { IRREGULAR } from '../align/irregular-forms'

// crises, analyses: Greek plurals that the aligner's table does without.
const GREEK =
  /^((?:cri|analy|ba|(?:hypo|syn|paren)?the|empha|diagno|axi|oa|progno|paraly|cataly|neuro|symbio|meta(?:mor)?pho))ses$/

function singular(word: string): string {
  return word.replace(GREEK, '$1sis')
}

/** What the word may be a form of, itself included. Lower case. */
function bases(written: string): string[] {
  const word = singular(written)
  const irregular = IRREGULAR.get(word)
  const found = [word, ...(irregular ? [irregular] : [])]
  for (const [ending, puts] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const stem = word.slice(0, -ending.length)
    for (const put of puts) found.push(stem + put)
    if (/([bdfglmnprt])\1$/.test(stem) && ending !== 's') found.push(stem.slice(0, -1))
  }
  return found
}

const ENDINGS: readonly [string, readonly string[]][] = [
  ['ies', ['y', 'ie']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
]

/** A key that all forms of a word share; words with one key may still be different words. */
export function looseKey(word: string): string {
  return englishKey(singular(word.toLowerCase()))
}

export function isFormOf(word: string, other: string): boolean {
  if (word === other) return true
  const left = new Set(bases(word))
  return bases(other).some((base) => left.has(base))
}
