import type { Lexicon } from '../bitext/align'
import { glossPhrases } from './gloss-keys'

export type Term = { zh: string; en: string }

/** The lexicon with terms of one's own, which are words of the text and translate first as said. */
export function withTerms(lexicon: Lexicon, terms: readonly Term[]): Lexicon {
  const own = new Map<string, Map<string, number>>()
  for (const { zh, en } of terms) {
    const keys = own.get(zh) ?? new Map<string, number>()
    for (const phrase of glossPhrases([en])) for (const key of phrase) keys.set(key, 1)
    own.set(zh, keys)
  }
  if (own.size === 0) return lexicon
  return {
    ...lexicon,
    id: `${lexicon.id}+${own.size} terms`,
    maxLength: [...own.keys()].reduce((most, { length }) => Math.max(most, length), lexicon.maxLength),
    isWord: (zh) => own.has(zh) || lexicon.isWord(zh),
    lookup: (zh) => {
      const keys = own.get(zh)
      if (!keys) return lexicon.lookup(zh)
      const others = lexicon.lookup(zh).filter(({ key }) => !keys.has(key))
      return [...[...keys].map(([key, weight]) => ({ key, weight })), ...others]
    },
    lookupPart: lexicon.lookupPart && ((character) => lexicon.lookupPart?.(character) ?? []),
  }
}
