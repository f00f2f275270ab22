/**
 * People of the document in both languages: a name whose English spells another one, an office or a body that the English title changes, an outlet that is
 * another one, one person with two titles in the Chinese. Who speaks is known from the document itself: its lists of speakers, labels and introductions.
 */
import { isChineseName } from '../../intake/names'
import { englishNames, englishTitle, isClose } from '../../register/english-people'
import { peopleNamed, type RegisterIndex } from '../../register/index-register'
import { titleDifference } from '../../register/offices'
import { outletDifference } from '../../register/outlets'
import { type Person, peopleOfRow } from '../../register/people'
import { isSameTitle } from '../../register/same-title'
import { standardSpellings } from '../../register/sounds'
import { findTerms } from '../../terms'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import type { DocumentCheck, DocumentFinding, DocumentSettings } from './variants'

const ID = 'people'

export const people: DocumentCheck = {
  id: ID,
  says: 'People, titles and outlets are the same in both languages.',
  run: report,
}

type Mentioned = { segment: CheckedSegment; person: Person }

/** Whom and what the project's register knows, the check of the register judges. */
function report(segments: readonly CheckedSegment[], { register }: DocumentSettings): DocumentFinding[] {
  const mentioned = segments.flatMap((segment) => peopleOfRow(segment).map((person) => ({ segment, person })))
  const untitled = mentioned.filter(
    ({ person }) => !registered(register, person.name).some((one) => one.titles.length > 0),
  )
  const names = new Set(mentioned.map(({ person }) => person.name))
  const unspelled = [...names].filter((name) => !registered(register, name).some(({ en }) => en.length > 0))
  return [
    ...segments.flatMap((segment) => [...outletFindings(segment, register), ...nameFindings(segment, unspelled)]),
    ...untitled.flatMap(titleFindings),
    ...twoTitles(untitled),
  ]
}

function registered(register: RegisterIndex | undefined, name: string) {
  return register ? peopleNamed(register, name, 'zh') : []
}

// --- names by sound

function nameFindings(segment: CheckedSegment, names: readonly string[]): DocumentFinding[] {
  const { zh, en } = segment
  if (en === '' || zh === '') return []
  const here = names.filter((name) => zh.includes(name) && isChineseName(name))
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

// --- outlets

const OUTLET_LINE = /(?:记者)?\s*[：:]\s*$/u

function outletFindings(segment: CheckedSegment, register?: RegisterIndex): DocumentFinding[] {
  const { zh, en, label } = segment
  if (en === '' || !(label || (zh.length < 40 && OUTLET_LINE.test(zh)))) return []
  const found = outletDifference(zh, en)
  if (!found || (register && findTerms(register.things, zh, 'zh').length > 0)) return []
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
    if (!before || isSameTitle('zh', before.person.title, person.title)) return []
    const values = { person: person.name, words: person.title, other: before.person.title }
    return [{ segmentId: segment.id, ...finding(ID, 'warning', 'person-titles', values, { zh: person.titleAt }) }]
  })
}
