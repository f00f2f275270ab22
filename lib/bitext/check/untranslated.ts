/** Text left in the language it came in: Chinese in the English, Latin alone on the Chinese side, the same words on both. */
import type { Check, CheckedSegment, Finding } from './finding'
import { finding, quote } from './messages'

const ID = 'untranslated'

export const untranslated: Check = {
  id: ID,
  says: 'Nothing was left untranslated.',
  run: (segment) =>
    segment.zh.trim() === '' || segment.en.trim() === '' ? chineseLeft(segment.en, segment.zh) : report(segment),
}

const HAN = /\p{Script=Han}/u
const HAN_RUN = /\p{Script=Han}(?:[\p{Script=Han}，、。：；！？《》“”（）·\d]*\p{Script=Han})?/gu
// A word of two letters or more that is not all capitals, not a name of one word, not part of an address.
const LOWER_WORDS = /(?:^|\s)[a-z]{2,}(?=\s|[.,;:!?]|$)/g
// With fewer words in lower case a line without Chinese may be a name, a title, a command or a formula.
const FEW_WORDS = 3

function report({ zh, en }: CheckedSegment): Finding[] {
  const plain = en.trim()
  if (HAN.test(zh)) return zh.trim() === plain ? same(zh, en) : chineseLeft(en, zh)
  if ((zh.match(LOWER_WORDS)?.length ?? 0) < FEW_WORDS) return chineseLeft(en, zh)
  return zh.trim() === plain ? same(zh, en) : [finding(ID, 'warning', 'untranslated-latin', {}, { zh: whole(zh) })]
}

function whole(text: string): { from: number; to: number } {
  return { from: 0, to: text.length }
}

function same(zh: string, en: string): Finding[] {
  return [finding(ID, 'warning', 'untranslated-same', {}, { zh: whole(zh), en: whole(en) })]
}

/** Chinese in brackets or quotation marks is a gloss (岚浦) or a character spoken of, and stays. */
function chineseLeft(en: string, zh: string): Finding[] {
  const runs = Array.from(en.matchAll(HAN_RUN)).filter(
    ({ 0: words, index }) => !isGloss(en, index, index + words.length),
  )
  const [first] = runs
  if (!first) return []
  const span = { from: first.index, to: first.index + first[0].length }
  const at = zh.indexOf(first[0])
  return [
    finding(
      ID,
      'error',
      'untranslated-chinese',
      { words: quote(first[0]) },
      { en: span, zh: at < 0 ? null : { from: at, to: at + first[0].length } },
    ),
  ]
}

// How far a bracket may stand from the Chinese it holds: "(in Chinese: 岚浦经验, literally …)".
const GLOSS_REACH = 40

function isGloss(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - GLOSS_REACH), from)
  const after = text.slice(to, to + GLOSS_REACH)
  return /[(（[“"‘'「][^)）\]”"」]*$/.test(before) && /^[^(（[“「]*[)）\]”"’'」]/.test(after)
}
