/**
 * The project's register against the document: a person of the register spelled otherwise, a title they do not have there, an outlet, office or place without
 * one of its English forms. Admitted forms are as good as the standing one; what stands not in the register is not judged.
 */
import { englishNames, isClose, titleAfter } from '../../register/english-people'
import type { RegisterEntry } from '../../register/entry'
import { findPeople, type PersonHit, peopleNamed, type RegisterIndex } from '../../register/index-register'
import { type Person, peopleOfRow } from '../../register/people'
import { isSameTitle } from '../../register/same-title'
import { lettersOf, standardSpellings } from '../../register/sounds'
import { findTerms, type TermHit } from '../../terms'
import type { Side, Span } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding, quote } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'register'

export const register: DocumentCheck = {
  id: ID,
  says: 'People, titles, outlets and places are as the project’s register has them.',
  run: (segments, { register: index }) =>
    index
      ? segments.flatMap((segment, at) => [
          ...nameFindings(segment, index),
          ...titleFindings(segment, index),
          ...thingFindings(segment, index, [segments[at - 1], segments[at + 1]]),
        ])
      : [],
}

// --- people by name

/** The Chinese names somebody of the register whose English form is missing, and one English name is close to it. */
function nameFindings(segment: CheckedSegment, index: RegisterIndex): DocumentFinding[] {
  const { zh, en } = segment
  if (zh === '' || en === '') return []
  const here = onceEach(findPeople(index, zh, 'zh')).filter(({ entries }) => entries.every((one) => one.en.length > 0))
  if (here.length === 0) return []
  const said = findPeople(index, en, 'en')
  const free = englishNames(en).filter(({ from, to }) => !said.some((hit) => hit.from < to && from < hit.to))
  return here
    .filter(({ entries }) => !said.some((hit) => hit.entries.some((one) => entries.includes(one))))
    .flatMap(({ entries, form, from, to }) => {
      const close = free.filter(({ letters }) => entries.some((entry) => isNear(letters, entry, form)))
      if (close.length !== 1) return []
      const values = { person: form, better: betterOf(entries[0]!.en), words: close[0]!.words }
      return [say(segment, 'error', 'register-name', values, { zh: { from, to }, en: close[0]! })]
    })
}

function onceEach(hits: readonly PersonHit[]): PersonHit[] {
  return hits.filter((hit, at) => hits.findIndex(({ form }) => form === hit.form) === at)
}

/** Close to a form of the register, or to how the Chinese sounds. */
function isNear(letters: string, entry: RegisterEntry, name: string): boolean {
  const { families, all } = standardSpellings(name)
  const forms = new Set([...all, ...entry.en.map(lettersOf)])
  return isClose(letters, families, forms)
}

// --- people by title

function titleFindings(segment: CheckedSegment, index: RegisterIndex): DocumentFinding[] {
  const chinese = peopleOfRow(segment).flatMap((person) => heldIn(person, index))
  const english = findPeople(index, segment.en, 'en').flatMap((hit) => heldAfter(segment.en, hit))
  const other = chinese.flatMap((zh) => {
    const en = english.find(({ entries }) => entries.some((one) => zh.entries.includes(one)))
    return en && zh.held.length > 0 && en.held.length > 0 && !zh.held.some((one) => en.held.includes(one))
      ? [{ zh, en }]
      : []
  })
  return [
    ...chinese.filter(({ held }) => held.length === 0).map((one) => sayTitle(segment, 'zh', one)),
    ...english
      .filter(({ held }) => held.length === 0)
      .map((en) => {
        const zh = chinese.find(
          ({ held, entries }) => held.length > 0 && entries.some((one) => en.entries.includes(one)),
        )
        return zh ? sayOther(segment, zh, en) : sayTitle(segment, 'en', en)
      }),
    ...other.map(({ zh, en }) => sayOther(segment, zh, en)),
  ]
}

type Title = RegisterEntry['titles'][number]

/** `held`: the titles of the register that this may be. */
type Titled = { person: string; words: string; at: Span; entries: readonly RegisterEntry[]; held: Title[] }

function titled(side: Side, person: string, words: string, at: Span, all: readonly RegisterEntry[]): Titled[] {
  const entries = all.filter(({ titles }) => titles.some((title) => title[side].length > 0))
  if (words === '' || entries.length === 0) return []
  const held = entries.flatMap(({ titles }) =>
    titles.filter((title) => title[side].some((form) => isSameTitle(side, form, words))),
  )
  return [{ person, words, at, entries, held }]
}

function heldIn({ name, title, titleAt }: Person, index: RegisterIndex): Titled[] {
  return titleAt ? titled('zh', name, title, titleAt, peopleNamed(index, name, 'zh')) : []
}

function heldAfter(en: string, { form, to, entries }: PersonHit): Titled[] {
  const title = titleAfter(en, to)
  return title && OFFICE.test(title.words) ? titled('en', form, title.words, title, entries) : []
}

/** What follows a name and a comma may be anything; only an office is a title. */
const OFFICE =
  /\b(?:minister|director|chief|head|chair\w*|president|secretary|spokes\w+|commissioner|governor|mayor|officer|member|manager|professor|researcher|representative|ambassador|administrator|engineer|economist|editor|general|dean|inspector|leader|counsel\w*|deputy|vice|judge|justice|prosecutor|procurator|captain|curator|librarian)\b/i

function sayTitle(segment: CheckedSegment, side: Side, { person, words, at, entries }: Titled): DocumentFinding {
  const better = betterOf(entries.flatMap(({ titles }) => titles.flatMap((title) => title[side].slice(0, 1))))
  return say(segment, 'warning', 'register-title', { person, words: quote(words), better }, { [side]: at })
}

/** The Chinese has a title of this person, the English another one or none of theirs. */
function sayOther(segment: CheckedSegment, zh: Titled, en: Titled): DocumentFinding {
  const better = [...zh.held, ...en.entries.flatMap(({ titles }) => titles)].flatMap((title) => title.en)
  const values = { person: zh.person, words: quote(en.words), better: betterOf(better) }
  return say(segment, 'warning', 'register-title', values, { zh: zh.at, en: en.at })
}

// --- outlets, offices, places

function thingFindings(
  segment: CheckedSegment,
  { things }: RegisterIndex,
  around: readonly (CheckedSegment | undefined)[],
): DocumentFinding[] {
  const { zh, en } = segment
  if (zh === '' || en.trim() === '') return []
  const given = findTerms(things, zh, 'zh').filter(
    ({ term, concept }, at, all) =>
      concept.terms.some(({ side }) => side === 'en') && all.findIndex((hit) => hit.term.text === term.text) === at,
  )
  if (given.length === 0) return []
  // What alignment left in the next row is not missing.
  const said = [en, ...around.flatMap((row) => row?.en ?? [])].flatMap((text) => findTerms(things, text, 'en'))
  const known = new Set(said.map(({ concept }) => concept.id))
  return given.filter(({ concept }) => !known.has(concept.id)).map((hit) => sayThing(segment, hit))
}

function sayThing(segment: CheckedSegment, { concept, term, from, to }: TermHit): DocumentFinding {
  const better = betterOf(concept.terms.filter(({ side }) => side === 'en').map(({ text }) => text))
  const zh = { from, to }
  // A line that opens a turn has the outlet's name and nothing else.
  const name = segment.label && concept.subject === 'outlet' ? /^\s*(.+?)\s*:?\s*$/.exec(segment.en)?.[1] : undefined
  if (name === undefined) return say(segment, 'warning', 'register-missing', { term: term.text, better }, { zh })
  const at = segment.en.indexOf(name)
  const values = { zhText: term.text, better, words: name }
  return say(segment, 'warning', 'register-outlet', values, { zh, en: { from: at, to: at + name.length } })
}

/** Nobody reads more than three. */
function betterOf(forms: readonly string[]): string {
  return [...new Set(forms)]
    .slice(0, 3)
    .map((form) => quote(form))
    .join(', ')
}

type Says = Parameters<typeof finding>

function say(
  segment: CheckedSegment,
  severity: Says[1],
  id: Says[2],
  values: Says[3],
  where: Says[4],
): DocumentFinding {
  return { segmentId: segment.id, ...finding(ID, severity, id, values, where) }
}
