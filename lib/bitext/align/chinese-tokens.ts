/** Tokens of a Chinese sentence: longest-match words of the lexicon (as good as a trained segmenter here), numbers, Latin words, punctuation. */
import type { Lexicon } from './bead'
import { chineseNumbers } from './numbers'
import { halfWidth, latinToken, numberToken, type PlacedToken, punctuationTokens } from './tokens'

const HAN_RUN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[A-Za-zÀ-ÿ]+/g
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/
const NUMERAL = /^[〇零一二两三四五六七八九十百千万亿]+$/
/** Longer dictionary words are names of institutions: their parts match as well, and looking for them costs time. */
const LONGEST_WORD = 7

export function chineseTokens(sentence: string, lexicon: Lexicon | undefined): PlacedToken[] {
  const text = halfWidth(sentence)
  const tokens = chineseNumbers(text).map(({ at, length, value }) => ({ at, length, token: numberToken(value) }))
  for (const match of text.matchAll(HAN_RUN)) {
    if (!HAN.test(match[0]))
      tokens.push({ at: match.index, length: match[0].length, token: latinToken(match[0].toLowerCase()) })
    else {
      let at = match.index
      for (const word of segment(match[0], lexicon)) {
        if (!NUMERAL.test(word)) tokens.push({ at, length: word.length, token: word })
        at += word.length
      }
    }
  }
  // Three points become one mark and keep their room.
  tokens.push(...punctuationTokens(text.replaceAll('...', '…  ')))
  return tokens
}

/** Longest match from the left; what is no word falls into single characters. */
export function segment(run: string, lexicon: Lexicon | undefined): string[] {
  if (!lexicon) return [...run]
  const words: string[] = []
  const longest = Math.min(LONGEST_WORD, lexicon.maxLength)
  for (let from = 0; from < run.length; ) {
    let length = Math.min(longest, run.length - from)
    while (length > 1 && !lexicon.isWord(run.slice(from, from + length))) length--
    words.push(run.slice(from, from + length))
    from += length
  }
  return words
}
