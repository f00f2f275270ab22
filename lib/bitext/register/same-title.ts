/** Whether two wordings of an office, in one language, are of one office, as far as both go. */
import type { Side } from '../text'

export function isSameTitle(side: Side, a: string, b: string): boolean {
  return side === 'zh' ? isSameChinese(a, b) : isSameEnglish(a, b)
}

/** 公安部副部长 is 副部长 in full, 国新办 is 国务院新闻办公室 in short: only offices that neither leave out nor add anything differ. */
function isSameChinese(a: string, b: string): boolean {
  const [one, other] = [a, b].map((title) => title.replace(/[\s\u3000、，,“”]/gu, '')) as [string, string]
  if (one === other) return true
  // 公安部部长 is not 公安部副部长 in short. Of 副部长兼局长 either office may be left out.
  if (![one, other].some((title) => /兼/.test(title)) && DEPUTY.test(one) !== DEPUTY.test(other)) return false
  return one.includes(other) || other.includes(one) || isSubsequence(one, other) || isSubsequence(other, one)
}

const DEPUTY = /副(?!本|产|业|刊|食)/

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** "vice minister" is "vice minister of public security" cut short, "the MPS" the Ministry of Public Security. */
function isSameEnglish(a: string, b: string): boolean {
  const [one, other] = [foldTitle(inFull(a, b)), foldTitle(inFull(b, a))]
  if (one === '' || other === '') return a === b
  return one.startsWith(other) || other.startsWith(one)
}

/** The title with its abbreviations written out as the other title has them, and without those that only explain (in brackets). */
function inFull(title: string, other: string): string {
  return title
    .replace(/\s*\(\p{Lu}{2,8}\)/gu, '')
    .replace(/(?<![\p{L}\p{N}])\p{Lu}{2,8}(?![\p{L}\p{N}])/gu, (short) => spelledOut(short, other) ?? short)
}

/** The words of a text whose capitals spell the abbreviation. */
function spelledOut(short: string, text: string): string | null {
  const words = text.match(/[\p{L}\p{N}’'&-]+/gu) ?? []
  for (let from = 0; from < words.length; from += 1) {
    let letters = 0
    let to = from
    while (to < words.length && letters < short.length) {
      const initial = words[to]![0]!
      if (/\p{Lu}/u.test(initial)) {
        if (initial !== short[letters] || words[to] === short) break
        letters += 1
      } else if (letters === 0) break
      to += 1
    }
    if (letters === short.length) return words.slice(from, to).join(' ')
  }
  return null
}

/** Articles, joining words, capitals and signs make no other office. */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:the|of|for|and|on)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
