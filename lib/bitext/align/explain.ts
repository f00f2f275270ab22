/**
 * Why the two sides of a pairing are thought to belong together, for a person to see: which words, numbers, names and Latin words
 * go with each other, those the document itself taught among them, and how length, shape, word order and bead ends speak.
 */
import { matchNumerals, readNumerals } from '../numerals'
import { SIDES, type Side, type Span } from '../text'
import type { Lexicon, Tie } from './bead'
import { type Evidence, evidenceOf } from './evidence'
import { type RowLayout, type RowText, rowLayout } from './row-layout'
import { type PlacedToken, tokenKind } from './tokens'

/** Ties weaker than this are guesses by single characters. */
const LEAST_WEIGHT = 0.25
/** What was learned has to hold both ways: each word is so likely a translation of the other. */
const LEAST_LEARNED = 0.15
/** A word that is tied already is tied once more only by something this strong. */
const AGAIN_WEIGHT = 0.5
/** English words that go with everything. */
const EMPTY_WORDS = new Set(
  'a an the of to in on at for with by and or as be it thi that he she they i you we not do have'.split(' '),
)

export type Explanation = { ties: Tie[]; evidence: Evidence | null }

/** The ties of two texts by themselves, strongest first. */
export function explain(zh: string, en: string, lexicon?: Lexicon): Tie[] {
  return explainAmong([{ zh, en }], 0, lexicon).ties
}

/** The reasons for row `at`; the rows around it, as they are paired now, teach words, lengths and shapes. */
export function explainAmong(rows: readonly RowText[], at: number, lexicon?: Lexicon): Explanation {
  const layout = rowLayout(rows, lexicon)
  const { zh, en } = rows[at]!
  const numbers = numberTies(zh, en)
  const words = tiesOf(linksOf(layout, at), layout.tokens(at)).filter(
    (tie) => tie.kind !== 'number' || !SIDES.some((side) => numbers.some((other) => overlap(other, tie, side))),
  )
  const ties = [...numbers, ...words].sort((one, other) => other.weight - one.weight)
  return { ties, evidence: evidenceOf(layout, at) }
}

function overlap(one: Tie, other: Tie, side: Side): boolean {
  return one.at[side].some((a) => other.at[side].some((b) => a.from < b.to && b.from < a.to))
}

/** By value, as the checks read them: 三分之二 and two thirds, 8月 and August, 68.9万 and 689,000. */
function numberTies(zh: string, en: string): Tie[] {
  return matchNumerals(readNumerals(zh, 'zh'), readNumerals(en, 'en')).flatMap((match) =>
    match.zh && match.en && match.differs.length === 0
      ? {
          kind: 'number' as const,
          zh: match.zh.text,
          en: match.en.text,
          weight: 1,
          at: { zh: [{ from: match.zh.from, to: match.zh.to }], en: [{ from: match.en.from, to: match.en.to }] },
        }
      : [],
  )
}

type Link = { zh: string; en: string; weight: number; learned: boolean }

/** What the dictionary says of the row's words, and what was learned of them. */
function linksOf({ model: { pair, table }, links, learns, range }: RowLayout, at: number): Link[] {
  const { zh, en } = range(at)
  const zhIds = new Set(pair.zh.tokens.subarray(pair.zh.starts[zh.from]!, pair.zh.starts[zh.to]!))
  const enIds = new Set(pair.en.tokens.subarray(pair.en.starts[en.from]!, pair.en.starts[en.to]!))
  return [...zhIds].flatMap((id) => {
    const token = pair.zh.vocabulary[id]!
    const known = [...links[id]!]
      .filter(([key]) => enIds.has(key))
      .map(([key, weight]) => ({ zh: token, en: pair.en.vocabulary[key]!, weight, learned: false }))
    const learned: Link[] = []
    for (let k = table.starts[id]!; learns && k < table.starts[id + 1]!; k++) {
      const [key, forth, back] = [table.en[k]!, table.enGivenZh[k]!, table.zhGivenEn[k]!]
      if (!enIds.has(key) || (links[id]!.get(key) ?? 0) >= LEAST_WEIGHT) continue
      if (Math.min(forth, back) >= LEAST_LEARNED)
        learned.push({ zh: token, en: pair.en.vocabulary[key]!, weight: Math.sqrt(forth * back), learned: true })
    }
    return [...known, ...learned]
  })
}

function tiesOf(links: readonly Link[], { zh, en, texts }: ReturnType<RowLayout['tokens']>): Tie[] {
  const tied = { zh: new Set<string>(), en: new Set<string>() }
  const ties: Tie[] = []
  for (const link of [...links].sort((a, b) => b.weight - a.weight)) {
    const kind = tokenKind(link.zh)
    const least = link.learned ? LEAST_LEARNED : LEAST_WEIGHT
    if (kind === 'punctuation' || link.weight < least || EMPTY_WORDS.has(link.en)) continue
    const again = Number(tied.zh.has(link.zh)) + Number(tied.en.has(link.en))
    if (again === 2 || (again === 1 && (link.learned || link.weight < AGAIN_WEIGHT))) continue
    tied.zh.add(link.zh)
    tied.en.add(link.en)
    const at = { zh: spansOf(zh, link.zh), en: spansOf(en, link.en) }
    const surface = (side: Side) => texts[side].slice(at[side][0]!.from, at[side][0]!.to)
    ties.push({
      kind,
      zh: surface('zh'),
      en: surface('en'),
      weight: Math.min(1, link.weight),
      at,
      ...(link.learned && { learned: true }),
    })
  }
  return ties
}

/** Everywhere the word stands. */
function spansOf(tokens: readonly PlacedToken[], token: string): Span[] {
  return tokens.filter((each) => each.token === token).map(({ at, length }) => ({ from: at, to: at + length }))
}
