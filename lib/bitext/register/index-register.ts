/** A register made ready to be sought in texts: people by their names, everything else as terms are. */
import { type Concept, indexTerms, type TermIndex } from '../terms'
import { SIDES, type Side, type Span } from '../text'
import type { RegisterEntry } from './entry'

type People = { byForm: Map<string, RegisterEntry[]>; pattern: RegExp | null }

export type RegisterIndex = { people: Record<Side, People>; things: TermIndex }

/** `entries`: two people may have one name. */
export type PersonHit = Span & { form: string; entries: readonly RegisterEntry[] }

export function indexRegister(entries: readonly RegisterEntry[]): RegisterIndex {
  const people = entries.filter(({ kind }) => kind === 'person')
  const things = entries.filter(({ kind }) => kind !== 'person')
  return {
    people: { zh: indexPeople(people, 'zh'), en: indexPeople(people, 'en') },
    things: indexTerms(things.map(conceptOf)),
  }
}

function indexPeople(people: readonly RegisterEntry[], side: Side): People {
  const byForm = new Map<string, RegisterEntry[]>()
  for (const entry of people) for (const form of entry[side]) byForm.set(form, [...(byForm.get(form) ?? []), entry])
  // Of two names that begin alike the longer is the one that stands there.
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(escaped)
  if (forms.length === 0) return { byForm, pattern: null }
  const whole = side === 'zh' ? forms.join('|') : `(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`
  return { byForm, pattern: new RegExp(whole, 'gu') }
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/['’]/g, "['’]")
}

function conceptOf({ id, note, ...entry }: RegisterEntry): Concept {
  const terms = SIDES.flatMap((side) =>
    entry[side].map((text, at) => ({
      side,
      text,
      status: at === 0 ? ('preferred' as const) : ('admitted' as const),
      note: '',
      source: '',
    })),
  )
  return { id, definition: note, subject: entry.kind, terms }
}

/** The people of the register whose names stand in a text. */
export function findPeople({ people }: RegisterIndex, text: string, side: Side): PersonHit[] {
  const { byForm, pattern } = people[side]
  if (!pattern) return []
  return Array.from(text.matchAll(pattern), ({ 0: form, index }) => ({
    form,
    from: index,
    to: index + form.length,
    entries: byForm.get(form) ?? byForm.get(form.replace(/’/g, "'")) ?? [],
  }))
}

/** The people who bear a name, spaces within it or not. */
export function peopleNamed({ people }: RegisterIndex, name: string, side: Side): readonly RegisterEntry[] {
  return people[side].byForm.get(name) ?? []
}
