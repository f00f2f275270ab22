/** The words of one pair of texts, and which of them the dictionary holds for the same: what the aligner starts from, for whoever else wants it. */
import type { Lexicon } from './bead'
import { CONSTANTS } from './constants'
import { englishKey } from './english-key'
import { tokenise } from './prepared'
import { type PlacedToken, tokenKind, tokenText } from './tokens'
import { glossesOf } from './translation-table'

/** In the order of the text; `text.slice(at, at + length)` is the word. Names by sound stand beside the words they are in. */
export type Words = { zh: PlacedToken[]; en: PlacedToken[] }

export function wordsOf(zh: string, en: string, lexicon: Lexicon): Words {
  const tokens = tokenise([zh], [en], lexicon)
  return { zh: inOrder(tokens.zh[0]!), en: inOrder(tokens.en[0]!) }
}

function inOrder(tokens: readonly PlacedToken[]): PlacedToken[] {
  return [...tokens].sort((a, b) => a.at - b.at)
}

/** What a Chinese word means, kept for the words met so far: most of a document's words come again. */
const KEPT = new WeakMap<Lexicon, Map<string, ReadonlyMap<string, number>>>()
/** Past this many words the memo starts anew. */
const MEMO = 8000
/** Meanings that weigh less are chance. */
const LEAST = 0.05

/** For a Chinese token: the English tokens it may stand for, weight 0 to 1. */
export function meaningsOfToken(token: string, lexicon: Lexicon): ReadonlyMap<string, number> {
  const memo = KEPT.get(lexicon) ?? new Map<string, ReadonlyMap<string, number>>()
  KEPT.set(lexicon, memo)
  const known = memo.get(token)
  if (known) return known
  if (memo.size > MEMO) memo.clear()
  const meanings = freshMeanings(token, lexicon)
  memo.set(token, meanings)
  return meanings
}

function freshMeanings(token: string, lexicon: Lexicon): ReadonlyMap<string, number> {
  const kind = tokenKind(token)
  if (kind === 'number' || kind === 'punctuation') return new Map([[token, 1]])
  if (kind !== 'word') return new Map([[englishKey(tokenText(token)), 1]])
  return new Map([...glossesOf(token, lexicon, CONSTANTS)].filter(([, weight]) => weight >= LEAST))
}
