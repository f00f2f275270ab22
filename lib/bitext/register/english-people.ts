/** People in English text: names that could be pinyin, and the title that follows a name. */
import type { Span } from '../text'
import { isPinyin } from '../text/pinyin'
import { lettersOf, standardSpellings } from './sounds'

/** Two or three capitalised words that could all be pinyin: "Wang Leshui", "Leshui Wang", "Ouyang Ming-hua". */
const ENGLISH_NAME =
  /(?<![A-Za-z’'-])\p{Lu}[\p{Ll}’']{1,12}(?:-[\p{L}]{1,8})?(?: \p{Lu}[\p{Ll}’']{0,12}(?:-[\p{L}]{1,8})?){1,2}(?![A-Za-z])/gu

export type EnglishName = Span & { words: string; letters: string }

export function englishNames(text: string): EnglishName[] {
  return Array.from(text.matchAll(ENGLISH_NAME), ({ 0: words, index }) => ({
    words,
    letters: lettersOf(words),
    from: index,
    to: index + words.length,
  })).filter(({ words }) => words.split(/[ -]/).every((word) => isPinyin(word.toLowerCase().replace(/[üǖǘǚǜ]/g, 'v'))))
}

/** The same family name and a given name that is not far, or one letter off in all. */
export function isClose(letters: string, families: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  const family = [...families].some((one) => letters.startsWith(one) || letters.endsWith(one))
  const most = family ? 3 : 1
  return [...all].some((spelling) => distance(spelling, letters, most) <= most)
}

/** Edit distance (Levenshtein 1966), given up beyond `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    before = row
  }
  return before[b.length]!
}

/** "Wang Leshui, vice minister of public security": what follows the name up to the next person, sentence or clause. */
export function englishTitle(en: string, name: string): (Span & { words: string }) | null {
  const { all } = standardSpellings(name)
  const at = englishNames(en).find(({ letters }) => all.has(letters))
  return at ? titleAfter(en, at.to) : null
}

/** The title that follows a name which ends at `to`. */
export function titleAfter(en: string, to: number): (Span & { words: string }) | null {
  const opening = /^, (?:the )?/.exec(en.slice(to, to + 6))
  if (!opening) return null
  const from = to + opening[0].length
  const words = titleOf(/^[^.;:()\n]*/.exec(en.slice(from))![0])
  return words === '' ? null : { from, to: from + words.length, words }
}

/** The title ends where a list goes on ("…, and Yang Xin, …") or the sentence has its verb. */
export function titleOf(rest: string): string {
  const end =
    /,? and [A-Z][a-z]+ [A-Z]|, [A-Z][a-z]+ [A-Z][a-z]+,|,? (?:will|said|attended|answered|introduced|was|is|were|has|have|who|speaks|takes|answers|briefs|spoke|told|attends?)\b|, (?=[a-z])(?!and\b)/.exec(
      rest,
    )
  return rest.slice(0, end?.index ?? rest.length).replace(/[\s,]+$/, '')
}
