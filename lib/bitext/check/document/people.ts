/**
 * People of the document in both languages: a name whose English spells another one, an office or a body that the English title changes, an outlet that is
 * another one, one person with two titles in the Chinese. Who speaks is known from the document itself: its lists of speakers, labels and introductions.
 */
import { isChineseName } from '../../intake/names'
import { titleDifference } from '../../register/offices'
import { outletDifference } from '../../register/outlets'
import { introducedPeople, labelledPerson, listedPerson, type Person } from '../../register/people'
import { lettersOf, standardSpellings } from '../../register/sounds'
import type { Span } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import { isPinyin } from '../spelling/pinyin'
import { titleOf } from './person-titles'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'people'

export const people: DocumentCheck = {
  id: ID,
  says: 'People, titles and outlets are the same in both languages.',
  run: report,
}

type Mentioned = { segment: CheckedSegment; row: number; person: Person; listed: boolean }

function report(segments: readonly CheckedSegment[]): DocumentFinding[] {
  const mentioned = segments.flatMap(peopleOf)
  const names = new Set(mentioned.map(({ person }) => person.name))
  return [
    ...segments.flatMap((segment) => [...outletFindings(segment), ...nameFindings(segment, names)]),
    ...mentioned.flatMap(titleFindings),
    ...twoTitles(mentioned),
  ]
}

function peopleOf(segment: CheckedSegment, at: number): Mentioned[] {
  const { zh, kind, label } = segment
  const listed = kind === 'speaker-list' || kind === 'caption' || /^.{4,60}$/u.test(zh) ? listedPerson(zh, 'zh') : null
  const labelled = label ? labelledPerson(zh) : null
  const found = listed ? [listed] : labelled ? [labelled] : introducedPeople(zh)
  return found.map((person) => ({ segment, row: at + 1, person, listed: listed !== null }))
}

// --- names by sound

/** Two or three capitalised words that could all be pinyin: "Wang Zhizhong", "Zhizhong Wang", "Ouyang Ming-hua". */
const ENGLISH_NAME =
  /(?<![A-Za-z’'-])\p{Lu}[\p{Ll}’']{1,12}(?:-[\p{L}]{1,8})?(?: \p{Lu}[\p{Ll}’']{0,12}(?:-[\p{L}]{1,8})?){1,2}(?![A-Za-z])/gu

type EnglishName = Span & { words: string; letters: string }

function englishNames(text: string): EnglishName[] {
  return Array.from(text.matchAll(ENGLISH_NAME), ({ 0: words, index }) => ({
    words,
    letters: lettersOf(words),
    from: index,
    to: index + words.length,
  })).filter(({ words }) => words.split(/[ -]/).every((word) => isPinyin(word.toLowerCase().replace(/[üǖǘǚǜ]/g, 'v'))))
}

function nameFindings(segment: CheckedSegment, names: ReadonlySet<string>): DocumentFinding[] {
  const { zh, en } = segment
  if (en === '' || zh === '') return []
  const here = [...names].filter((name) => zh.includes(name) && isChineseName(name))
  if (here.length === 0) return []
  const english = englishNames(en)
  const known = here.map((name) => ({ name, ...standardSpellings(name) }))
  const free = english.filter(({ letters }) => !known.some(({ all }) => all.has(letters)))
  return known
    .filter(({ all }) => !english.some(({ letters }) => all.has(letters)))
    .flatMap(({ name, said, families, all }) => {
      const close = free.filter((one) => isClose(one.letters, families, all))
      if (close.length !== 1) return []
      const from = zh.indexOf(name)
      const values = { person: name, better: said, words: close[0]!.words }
      const where = { zh: { from, to: from + name.length }, en: close[0]! }
      return [{ segmentId: segment.id, ...finding(ID, 'error', 'name-sound', values, where) }]
    })
}

/** The same family name and a given name that is not far, or one letter off in all. */
function isClose(letters: string, families: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  const family = [...families].some((one) => letters.startsWith(one) || letters.endsWith(one))
  const most = family ? 3 : 1
  return [...all].some((spelling) => distance(spelling, letters, most) <= most)
}

/** Edit distance (Levenshtein 1966), given up beyond `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    before = row
  }
  return before[b.length]!
}

// --- titles

const TITLE_MESSAGES = { body: 'title-body', rank: 'title-rank', deputy: 'title-deputy' } as const

function titleFindings({ segment, person }: Mentioned): DocumentFinding[] {
  const { en } = segment
  if (person.title === '' || !person.titleAt) return []
  const english = englishTitle(en, person.name)
  const difference = english && titleDifference(person.title, english.words)
  if (!english || !difference) return []
  const values = { person: person.name, zhText: person.title, words: quote(english.words) }
  return [
    {
      segmentId: segment.id,
      ...finding(ID, 'warning', TITLE_MESSAGES[difference], values, { zh: person.titleAt, en: english }),
    },
  ]
}

/** "Wang Zhizhong, vice minister of public security": what follows the name up to the next person, sentence or clause. */
function englishTitle(en: string, name: string): (Span & { words: string }) | null {
  const { all } = standardSpellings(name)
  const at = englishNames(en).find(({ letters }) => all.has(letters))
  const opening = at && /^, (?:the )?/.exec(en.slice(at.to))
  if (!at || !opening) return null
  const from = at.to + opening[0].length
  const words = titleOf(/^[^.;:()\n]*/.exec(en.slice(from))![0])
  return words === '' ? null : { from, to: from + words.length, words }
}

// --- outlets

const OUTLET_LINE = /(?:记者)?\s*[：:]\s*$/u

function outletFindings(segment: CheckedSegment): DocumentFinding[] {
  const { zh, en, label } = segment
  if (en === '' || !(label || (zh.length < 40 && OUTLET_LINE.test(zh)))) return []
  const found = outletDifference(zh, en)
  if (!found) return []
  const where = { zh: { from: 0, to: zh.length }, en: { from: 0, to: en.length } }
  const values = { zhText: zh.replace(OUTLET_LINE, ''), better: found.should, words: en.replace(/\s*:\s*$/, '') }
  return [{ segmentId: segment.id, ...finding(ID, 'warning', 'outlet-differs', values, where) }]
}

// --- one person with two titles in the Chinese

function twoTitles(mentioned: readonly Mentioned[]): DocumentFinding[] {
  const first = new Map<string, Mentioned>()
  return mentioned.flatMap((one) => {
    const { person, segment } = one
    if (person.title === '' || !person.titleAt) return []
    const before = first.get(person.name)
    if (!before) first.set(person.name, one)
    if (!before || !differs(before.person.title, person.title)) return []
    const values = { person: person.name, words: person.title, other: before.person.title }
    return [{ segmentId: segment.id, ...finding(ID, 'warning', 'person-titles', values, { zh: person.titleAt }) }]
  })
}

/** 公安部副部长 is 副部长 in full: only offices that neither leave out nor add anything may differ. */
function differs(a: string, b: string): boolean {
  const [one, other] = [a, b].map((title) => title.replace(/[\s\u3000、，,“”]/gu, '')) as [string, string]
  return !one.includes(other) && !other.includes(one) && !isSubsequence(one, other) && !isSubsequence(other, one)
}

/** 国新办 stands for 国务院新闻办公室 by some of its characters, in their order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}
