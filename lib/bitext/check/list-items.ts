/** Items of a list counted on both sides: 一是…六是 against "First, … Sixth, …". A side that does not number its items is left in peace. */
import type { Span } from '../text'
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'list-items'

export const listItems: Check = { id: ID, says: 'Numbered lists have as many items on both sides.', run: report }

const DIGITS = '一二三四五六七八九十'
const EN_ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const ZH_MARKS = [
  /(?<![一二三四五六七八九十第])([一二三四五六七八九十])(?:是|要)/g,
  /(?:第([一二三四五六七八九十])[，,、：:])/g,
  /[（(]([一二三四五六七八九十])[）)]/g,
]
const EN_MARKS = [
  /(?:^|[.;:!?”"]\s+|\band\s+)(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?,/gi,
  /(?:^|\s)\((\d{1,2}|i{1,3}|iv|v|vi{0,3})\)\s/gi,
]
// 一是 alone, or "First," alone, opens many a sentence.
const LIST = 2

type Items = { count: number; last: Span & { text: string } }

// Without a second item there is no list, and most rows have none.
const SECOND_ZH = /二(?:是|要)|第二[，,、：:]|[（(]二[）)]/
const SECOND_EN = /second(?:ly)?,|\((?:2|ii)\)/i

function report({ zh, en }: CheckedSegment): Finding[] {
  if (!SECOND_ZH.test(zh) || !SECOND_EN.test(en)) return []
  const left = longest(zh, ZH_MARKS, (mark) => DIGITS.indexOf(mark) + 1)
  const right = longest(en, EN_MARKS, englishOrder)
  if (!left || !right || left.count < LIST || right.count < LIST || left.count === right.count) return []
  const values = { zhCount: left.count, zhText: left.last.text, enCount: right.count }
  return [finding(ID, 'warning', 'list-items', values, { zh: left.last, en: right.last })]
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']

function englishOrder(mark: string): number {
  const word = mark.toLowerCase()
  return EN_ORDINALS.indexOf(word) + 1 || ROMAN.indexOf(word) + 1 || Number(word) || 0
}

/** The longest run 1, 2, 3 … that one kind of mark makes. */
function longest(text: string, marks: readonly RegExp[], order: (mark: string) => number): Items | null {
  let best: Items | null = null
  for (const pattern of marks) {
    let count = 0
    for (const { 0: all, 1: mark, index } of text.matchAll(pattern)) {
      if (order(mark!) !== count + 1) continue
      count += 1
      if (count > (best?.count ?? 0)) best = { count, last: { from: index, to: index + all.length, text: all.trim() } }
    }
  }
  return best
}
