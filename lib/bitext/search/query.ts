import type { Span } from '../text'

export type Query = { text: string; matchCase: boolean; wholeWord: boolean; regex: boolean }

/** In UTF-16 code units. */
export const LONGEST_QUERY = 500

/** A place with what its groups caught: `groups[0]` is all of it. */
export type Place = Span & { groups: readonly string[]; named: Readonly<Record<string, string>> }

export type Search = {
  query: Query
  placesIn(text: string): Place[]
  /** Stands, case aside, in every text that has a place; null where nothing can be said. Lets a database look first. */
  literal: string | null
}
