import { compileQuery, type Query, type Search } from '../bitext/search'
import type { Side } from '../bitext/text'
import { AppError } from '../errors'
import type { FIND_IN } from './filter'

/** The search a person asked for; a pattern that is none is their mistake, and is said. */
export function searchOf({ text, matchCase, wholeWord, regex }: Query): Search {
  const compiled = compileQuery({ text, matchCase, wholeWord, regex })
  if (compiled.ok) return compiled.search
  throw new AppError('invalid', compiled.problem === 'too-large' ? 'pattern-too-large' : 'not-a-pattern')
}

export function sidesIn(where: (typeof FIND_IN)[number]): Side[] {
  return where === 'both' ? ['zh', 'en'] : [where]
}
