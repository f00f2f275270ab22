/** What one entry adds to another of the same person, office, outlet or place. Nothing that was there is taken out or loses its place. */
import { SIDES, type Side } from '../text'
import { type EntryKind, type Forms, MOST_FORMS, MOST_TITLES, type RegisterEntry } from './entry'
import { isSameTitle } from './same-title'
import { lettersOf } from './sounds'

type Named = Forms & { kind: EntryKind }

/** The entry that is of the same thing: of its kind, with a form in common; none when both languages speak against it. */
export function findSame<Entry extends Named>(entries: readonly Entry[], one: Named): Entry | undefined {
  const same = entries.filter((entry) => entry.kind === one.kind)
  const both = same.find((entry) => SIDES.every((side) => sharesForm(entry, one, side)))
  return both ?? same.find((entry) => sharesForm(entry, one, 'zh')) ?? same.find((entry) => isSameInEnglish(entry, one))
}

/** Two people may be spelled alike in English; two names in Chinese are two people. */
function isSameInEnglish(entry: Named, one: Named): boolean {
  return sharesForm(entry, one, 'en') && (entry.zh.length === 0 || one.zh.length === 0)
}

function sharesForm(entry: Named, one: Named, side: Side): boolean {
  const known = new Set(entry[side].map((form) => formKey(entry.kind, form)))
  return one[side].some((form) => known.has(formKey(one.kind, form)))
}

/** Case, spaces and hyphens make no other name. */
export function formKey(kind: EntryKind, form: string): string {
  if (/\p{Script=Han}/u.test(form)) return form.replace(/[\s\u3000]/g, '')
  return kind === 'person'
    ? lettersOf(form) || form
    : form
        .toLowerCase()
        .replace(/[\s’'-]+/g, ' ')
        .trim()
}

export function joinEntries(entry: RegisterEntry, more: Omit<RegisterEntry, 'id'>): RegisterEntry {
  const titles = more.titles.reduce(withTitle, entry.titles)
  return { ...entry, ...withForms(entry, more), titles: titles.slice(0, MOST_TITLES), note: entry.note || more.note }
}

function withForms(forms: Forms, more: Forms): Forms {
  const join = (side: Side) => {
    const known = new Set(forms[side].map((form) => form.replace(/\s+/g, ' ')))
    return [...forms[side], ...more[side].filter((form) => !known.has(form.replace(/\s+/g, ' ')))].slice(0, MOST_FORMS)
  }
  return { zh: join('zh'), en: join('en') }
}

/** An office the person has already takes in its other wording; the shorter or longer wording of a form is nothing new. */
function withTitle(titles: readonly Forms[], one: Forms): Forms[] {
  const at = placeOf(titles, one)
  if (at < 0) return [...titles, one]
  const known = titles[at]!
  const news = (side: Side) => one[side].filter((form) => !known[side].some((had) => isSameTitle(side, had, form)))
  return titles.with(at, withForms(known, { zh: news('zh'), en: news('en') }))
}

/** Where the same office stands: with the most of its wordings, or else with one that is as good. */
function placeOf(titles: readonly Forms[], one: Forms): number {
  const shared = titles.map((title) =>
    SIDES.reduce((sum, side) => sum + one[side].filter((form) => title[side].includes(form)).length, 0),
  )
  const most = Math.max(0, ...shared)
  if (most > 0) return shared.indexOf(most)
  return titles.findIndex((title) =>
    SIDES.some((side) => title[side].some((had) => one[side].some((form) => isSameTitle(side, had, form)))),
  )
}

export function sameEntry(a: Omit<RegisterEntry, 'id'>, b: Omit<RegisterEntry, 'id'>): boolean {
  const said = ({ kind, zh, en, titles, note }: Omit<RegisterEntry, 'id'>) =>
    JSON.stringify([kind, zh, en, titles.map((title) => [title.zh, title.en]), note])
  return said(a) === said(b)
}
