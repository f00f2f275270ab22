/** A termbase as values: concepts, each with the terms that name it in either language (ISO 30042, ISO 704: concept first). */
import type { Problem, Reading, Side } from '../text'

export const TERM_STATUSES = ['preferred', 'admitted', 'forbidden'] as const

export type TermStatus = (typeof TERM_STATUSES)[number]

/** TBX-Basic's list. */
export const PARTS_OF_SPEECH = ['noun', 'properNoun', 'verb', 'adjective', 'adverb', 'other'] as const

export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]

/** An absent field is '' or, for the part of speech, left out. */
export type Term = {
  side: Side
  text: string
  status: TermStatus
  partOfSpeech?: PartOfSpeech
  note: string
  source: string
}

/** Terms of one language stand in the order of the file; a concept has one term at least. */
export type Concept = { id: string; definition: string; subject: string; terms: Term[] }

/** `notices` say what was left out or changed on the way. */
export type ReadConcepts = Reading<{ concepts: Concept[]; notices: Problem[] }>

export function refusedTerms(id: string, message: string, line?: number): ReadConcepts {
  return { ok: false, problems: [{ id, message, values: {}, ...(line === undefined ? {} : { line }) }] }
}
