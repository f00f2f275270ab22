/**
 * Parts a file that holds both languages, line by line after their script: alternating paragraphs, the cells of a table, or one
 * language after the other. A Chinese text with English words in it (or the reverse) is not a file of both languages.
 */
import { countHan, countLetters, hanShare, otherSide, type Side, sideOf } from '../text'
import type { ExtractedLine } from './extracted'

/** Which language a text is in; English where nothing tells. */
export function detectSide(text: string): Side {
  return sideOf(text.slice(0, SAMPLE)) ?? 'en'
}

const SAMPLE = 200_000

/** The lines of each side, in their order; one side alone where the file holds one language. */
export function partSides(lines: readonly ExtractedLine[]): { side: Side; lines: ExtractedLine[] }[] {
  const content = lines.filter(({ kind }) => kind !== 'furniture')
  const scripts = content.map(({ text }) => scriptOf(text))
  if (!holdsBoth(content, scripts)) {
    const side = detectSide(lines.map(({ text }) => text).join('\n'))
    return [{ side, lines: [...lines] }]
  }
  const sides = keepQuoted(lines, assign(lines))
  return (['zh', 'en'] as const).map((side) => ({ side, lines: lines.filter((_, index) => sides[index] === side) }))
}

const ADDRESS = /https?:\/\/\S+|www\.\S+|\S+@\S+/g

/** A line of one script: its side; a mixed line or one without letters: null. */
function scriptOf(text: string): Side | null {
  const share = hanShare(text.replace(ADDRESS, ''))
  if (share === null) return null
  if (share >= 0.45) return 'zh'
  return share <= 0.12 ? 'en' : null
}

// A translation has about as many paragraphs as its original and says as much.
const FEWEST_OF_OTHER = 0.4
const LEAST_WEIGHT = 0.25
// English words of a page that only names things are short lines; a translation has sentences.
const WORDS_OF_A_SENTENCE = 4
const LETTERS_PER_HAN = 3.3

function holdsBoth(lines: readonly ExtractedLine[], scripts: (Side | null)[]): boolean {
  const count = { zh: 0, en: 0 }
  const weight = { zh: 0, en: 0 }
  for (const [index, { text }] of lines.entries()) {
    const script = scripts[index]
    if (!script || !isSaying(text, script)) continue
    count[script]++
    weight[script] += script === 'zh' ? countHan(text) : countLetters(text) / LETTERS_PER_HAN
  }
  const fewer = Math.min(count.zh, count.en)
  const lighter = Math.min(weight.zh, weight.en)
  return (
    fewer > 0 &&
    fewer >= FEWEST_OF_OTHER * Math.max(count.zh, count.en) &&
    lighter >= LEAST_WEIGHT * Math.max(weight.zh, weight.en)
  )
}

function isSaying(text: string, script: Side): boolean {
  if (script === 'zh') return countHan(text) >= 2
  return (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= WORDS_OF_A_SENTENCE || /^[A-Z][\w .,'’&()-]{1,60}:?$/.test(text)
}

/** Lines that tell no script go with their column, or with the line before them. */
function assign(lines: readonly ExtractedLine[]): Side[] {
  const columns = columnSides(lines)
  let last: Side = lines.map(({ text }) => scriptOf(text)).find((side) => side !== null) ?? 'en'
  return lines.map(({ text, cell }) => {
    last = scriptOf(text) ?? (cell ? columns.get(columnKey(cell)) : undefined) ?? sideOf(text) ?? last
    return last
  })
}

function columnKey({ table, column }: NonNullable<ExtractedLine['cell']>): string {
  return `${table}:${column}`
}

function columnSides(lines: readonly ExtractedLine[]): Map<string, Side> {
  const votes = new Map<string, { zh: number; en: number }>()
  for (const { text, cell } of lines) {
    const script = cell ? scriptOf(text) : null
    if (!cell || !script) continue
    const vote = votes.get(columnKey(cell)) ?? { zh: 0, en: 0 }
    vote[script]++
    votes.set(columnKey(cell), vote)
  }
  return new Map([...votes].map(([key, { zh, en }]) => [key, zh >= en ? 'zh' : otherSide('zh')]))
}

/**
 * One language after the other: a passage the first half quotes in the other language (a notice to be copied, say) stands where the
 * second half begins, and again within it. It stays with the half that quotes it.
 */
function keepQuoted(lines: readonly ExtractedLine[], sides: Side[]): Side[] {
  const cut = sides.findIndex((side) => side !== sides[0])
  if (cut < 0 || sides.lastIndexOf(sides[0]!) > cut) return sides
  const words = lines.map(({ text }) => text.trim())
  const times = new Map<string, number>()
  for (const text of words.slice(cut)) times.set(text, (times.get(text) ?? 0) + 1)
  let end = cut
  while (end < lines.length && times.get(words[end]!)! > 1) end++
  // A title may well be repeated; a quoted passage is longer.
  if (words.slice(cut, end).filter((text) => text !== '').length < FEWEST_QUOTED) return sides
  return sides.map((side, index) => (index >= cut && index < end ? sides[0]! : side))
}

const FEWEST_QUOTED = 3
