/** The two texts as numbers: token ids of each sentence in flat arrays, lengths as running sums, frequencies. */
import type { Lexicon } from './bead'
import { chineseTokens } from './chinese-tokens'
import { englishTokens } from './english-tokens'
import { nameTokens, nameWords } from './names'
import { simplified } from './script'
import type { PlacedToken } from './tokens'

export type Prepared = {
  /** Sentences of this side. */
  count: number
  /** Token ids of sentence i: `tokens.subarray(starts[i], starts[i + 1])`. */
  tokens: Int32Array
  starts: Int32Array
  /** Where each token begins, on the scale of `reach`. */
  places: Float64Array
  /** Running sum of the sentences' lengths: sentence i is `reach[i + 1] - reach[i]` long. */
  reach: Float64Array
  vocabulary: string[]
  ids: Map<string, number>
  /** How often a token id occurs, as a share of all tokens (smoothed). */
  share: Float64Array
}

export type PreparedPair = { zh: Prepared; en: Prepared }

/** Narrow characters (digits, Latin) as a part of a wide one: both scripts then grow alike with what is said. */
const NARROW = 0.4

export function prepare(zh: readonly string[], en: readonly string[], lexicon: Lexicon | undefined): PreparedPair {
  const tokens = tokenise(zh, en, lexicon)
  return {
    zh: prepareSide(tokens.zh, zh, zh.map(chineseLength)),
    en: prepareSide(
      tokens.en,
      en,
      en.map((sentence) => Math.max(1, sentence.length)),
    ),
  }
}

/** The tokens of each sentence; which English words may be names is read off all of them. */
export function tokenise(
  zh: readonly string[],
  en: readonly string[],
  lexicon: Lexicon | undefined,
): { zh: PlacedToken[][]; en: PlacedToken[][] } {
  const english = en.map(englishTokens)
  const names = nameWords(en, english)
  const chinese = simplified(zh).map((sentence) => {
    const tokens = chineseTokens(sentence, lexicon)
    return [...tokens, ...nameTokens(sentence, names, new Set(tokens.map(({ token }) => token)))]
  })
  return { zh: chinese, en: english.map(({ tokens }) => tokens) }
}

function chineseLength(sentence: string): number {
  let length = 0
  for (let at = 0; at < sentence.length; at++) {
    const unit = sentence.charCodeAt(at)
    if (unit > 0x20 && unit !== 0x3000) length += unit < 0x2000 ? NARROW : 1
  }
  return Math.max(1, length)
}

function prepareSide(
  sentences: readonly (readonly PlacedToken[])[],
  texts: readonly string[],
  lengths: readonly number[],
): Prepared {
  const ids = new Map<string, number>()
  const starts = new Int32Array(sentences.length + 1)
  const reach = new Float64Array(sentences.length + 1)
  sentences.forEach((sentence, at) => {
    starts[at + 1] = starts[at]! + sentence.length
    reach[at + 1] = reach[at]! + lengths[at]!
  })
  const tokens = new Int32Array(starts[sentences.length]!)
  const places = new Float64Array(tokens.length)
  sentences.forEach((sentence, at) => {
    sentence.forEach(({ token, at: offset }, k) => {
      const id = ids.get(token) ?? ids.size
      ids.set(token, id)
      tokens[starts[at]! + k] = id
      places[starts[at]! + k] = reach[at]! + (lengths[at]! * offset) / Math.max(1, texts[at]!.length)
    })
  })
  return {
    count: sentences.length,
    tokens,
    places,
    starts,
    reach,
    vocabulary: [...ids.keys()],
    ids,
    share: shares(tokens, ids.size),
  }
}

/** In a text of fewer tokens than this the rest of the language stands in: else every word of a short text would seem frequent. */
const LEAST_TOKENS = 5000

/** Half a count is added to each word, so that a rare one is not taken for rarer than it may be. */
function shares(tokens: Int32Array, size: number): Float64Array {
  const share = new Float64Array(size).fill(0.5)
  for (const id of tokens) share[id]!++
  const total = Math.max(LEAST_TOKENS, tokens.length) + 0.5 * size
  return share.map((count) => count / total)
}
