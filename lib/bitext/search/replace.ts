import type { Place, Search } from './query'

export type Replacing = {
  /** For a pattern `$1`, `$<name>`, `$&` and `$$` stand for what was found; otherwise it is put in as it is. */
  replacement: string
  /** CHINA → FRANCE, China → France, china → france. */
  keepCase: boolean
}

/** The text with its places replaced; `isKept` names places (counted from 0) to leave as they are. */
export function replacePlaces(
  search: Search,
  text: string,
  replacing: Replacing,
  isKept: (place: number) => boolean = () => false,
): string {
  let after = ''
  let done = 0
  search.placesIn(text).forEach((place, index) => {
    if (isKept(index)) return
    after += text.slice(done, place.from) + wordsFor(search, place, replacing)
    done = place.to
  })
  return after + text.slice(done)
}

function wordsFor({ query }: Search, place: Place, { replacement, keepCase }: Replacing): string {
  const words = query.regex ? expand(replacement, place) : replacement
  return keepCase ? caseOf(place.groups[0] ?? '', words) : words
}

function expand(replacement: string, { groups, named }: Place): string {
  return replacement.replace(/\$(?:(\$|&)|(\d{1,2})|<(\w+)>)/g, (all, sign, number, name) => {
    if (sign) return sign === '$' ? '$' : (groups[0] ?? '')
    if (name !== undefined) return named[name] ?? all
    return groups[Number(number)] ?? all
  })
}

function caseOf(found: string, words: string): string {
  const letters = found.replace(/[^\p{Lu}\p{Ll}]/gu, '')
  if (letters === '') return words
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase()
  const [first = ''] = letters
  if (first !== first.toUpperCase()) return words
  return words.replace(/\p{Ll}/u, (letter, at: number) =>
    /\p{L}/u.test(words.slice(0, at)) ? letter : letter.toUpperCase(),
  )
}
