import { RE2JS } from 're2js'
import { literalSearch } from './literal'
import { LONGEST_QUERY, type Place, type Query, type Search } from './query'
import { isWholeWord } from './whole-word'

export type Compiled = { ok: true; search: Search } | { ok: false; problem: 'empty' | 'pattern' | 'too-large' }

// The work is at most this times the length of a text: a row of 100,000 signs stays within a second or two.
const LARGEST_PROGRAM = 2000

export function compileQuery(query: Query): Compiled {
  if (query.text === '') return { ok: false, problem: 'empty' }
  if (query.text.length > LONGEST_QUERY) return { ok: false, problem: 'too-large' }
  return query.regex ? compilePattern(query) : { ok: true, search: literalSearch(query) }
}

function compilePattern(query: Query): Compiled {
  const pattern = parsePattern(query)
  if (!pattern) return { ok: false, problem: 'pattern' }
  if (pattern.programSize() > LARGEST_PROGRAM) return { ok: false, problem: 'too-large' }
  const names = Object.entries(pattern.namedGroups())
  const placesIn = (text: string) => {
    const places: Place[] = []
    const matcher = pattern.matcher(text)
    while (matcher.find()) {
      const span = { from: matcher.start(), to: matcher.end() }
      if (span.from === span.to || (query.wholeWord && !isWholeWord(text, span))) continue
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? '')
      places.push({ ...span, groups, named: Object.fromEntries(names.map(([name, i]) => [name, groups[i] ?? ''])) })
    }
    return places
  }
  return { ok: true, search: { query, literal: null, placesIn } }
}

function parsePattern({ text, matchCase }: Query): RE2JS | null {
  try {
    return RE2JS.compile(text, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch {
    // Every error of the compiler means the same to a person: this is no pattern.
    return null
  }
}
