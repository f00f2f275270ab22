/** A project's register as values: people with their titles, offices, outlets and places, each with its forms in both languages. */
import type { Problem, Reading, Side } from '../text'

export const ENTRY_KINDS = ['person', 'title', 'outlet', 'place'] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Of each language the first form is the one to use; the others are admitted. */
export type Forms = Record<Side, string[]>

/** `titles` are a person's: one who holds two offices has two. An entry has one form at least. */
export type RegisterEntry = Forms & { id: string; kind: EntryKind; titles: Forms[]; note: string }

export type ReadRegister = Reading<{ entries: RegisterEntry[]; notices: Problem[] }>

/** No form is longer, and nothing has more of them. */
export const LONGEST_FORM = 200
export const MOST_FORMS = 20
export const MOST_TITLES = 10
