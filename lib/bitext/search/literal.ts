import type { Place, Query, Search } from './query'
import { isWholeWord } from './whole-word'

/** Words as they stand. The engine of patterns is not needed for them. */
export function literalSearch(query: Query): Search {
  const pattern = new RegExp(query.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), query.matchCase ? 'g' : 'gi')
  return {
    query,
    literal: query.text,
    placesIn(text) {
      const places: Place[] = []
      pattern.lastIndex = 0
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const span = { from: match.index, to: match.index + match[0].length }
        if (query.wholeWord && !isWholeWord(text, span)) pattern.lastIndex = span.from + 1
        else places.push({ ...span, groups: [match[0]], named: {} })
      }
      return places
    },
  }
}
