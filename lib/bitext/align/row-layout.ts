/** Rows that are paired already, laid out for the aligner's models: their sentences one after the other, each row a bead. */
import { splitSentences } from '../sentences'
import type { Side } from '../text'
import type { Lexicon } from './bead'
import type { Model } from './bead-score'
import { shapeIndex } from './bead-types'
import { boundaryTraits } from './boundary-evidence'
import { CONSTANTS } from './constants'
import { firstModel, secondModel } from './model'
import { prepare, tokenise } from './prepared'
import type { PlacedToken } from './tokens'
import { type DictionaryLinks, dictionaryLinks } from './translation-table'

export type RowText = { zh: string; en: string }

/** Sentences from … to − 1 of the layout. */
type Range = { from: number; to: number }

export type RowLayout = {
  model: Model
  links: DictionaryLinks
  /** Whether the rows were enough to learn anything from. */
  learns: boolean
  range(row: number): Record<Side, Range>
  /** The tokens of a row, placed in its own texts, as they are written there. */
  tokens(row: number): { zh: PlacedToken[]; en: PlacedToken[]; texts: RowText }
}

/** Fewer rows than this say more about chance than about words. */
const ENOUGH_ROWS = 20

export function rowLayout(rows: readonly RowText[], lexicon: Lexicon | undefined): RowLayout {
  const zh = sentencesOf(rows, 'zh')
  const en = sentencesOf(rows, 'en')
  const pair = prepare(zh.texts, en.texts, lexicon)
  const links = dictionaryLinks(pair, lexicon, CONSTANTS)
  const traits = boundaryTraits(zh.texts, en.texts, undefined)
  const first = firstModel(pair, links, CONSTANTS, traits, { seams: null, context: [] })
  const range = (row: number) => ({
    zh: { from: zh.starts[row]!, to: zh.starts[row + 1]! },
    en: { from: en.starts[row]!, to: en.starts[row + 1]! },
  })
  const rungs = rows
    .map((_, row) => range(row))
    .map((at) => ({
      zh: at.zh.from,
      a: at.zh.to - at.zh.from,
      en: at.en.from,
      b: at.en.to - at.en.from,
      posterior: 1,
      swapped: false,
    }))
    .filter(({ a, b }) => a + b > 0 && shapeIndex(first.types, a, b) >= 0)
  const learns = rows.length >= ENOUGH_ROWS
  const whole = { zhFrom: 0, zhTo: zh.texts.length, enFrom: 0, enTo: en.texts.length }
  return {
    model: learns ? secondModel(first, links, [whole], [rungs]) : first,
    links,
    learns,
    range,
    tokens(row) {
      const at = range(row)
      const { zh: zhTokens, en: enTokens } = tokenise(
        zh.texts.slice(at.zh.from, at.zh.to),
        en.texts.slice(at.en.from, at.en.to),
        lexicon,
      )
      return {
        zh: placed(zhTokens, zh.offsets, at.zh),
        en: placed(enTokens, en.offsets, at.en),
        texts: rows[row]!,
      }
    },
  }
}

function sentencesOf(rows: readonly RowText[], side: Side) {
  const texts: string[] = []
  const offsets: number[] = []
  const starts = [0]
  for (const row of rows) {
    for (const { text, from } of splitSentences(row[side], side)) {
      texts.push(text)
      offsets.push(from)
    }
    starts.push(texts.length)
  }
  return { texts, offsets, starts }
}

function placed(sentences: readonly PlacedToken[][], offsets: readonly number[], { from }: Range): PlacedToken[] {
  return sentences.flatMap((tokens, k) => tokens.map((token) => ({ ...token, at: token.at + offsets[from + k]! })))
}
