/**
 * What bringing a file in would do to a termbase. A concept of the file is one of the termbase when it has the id
 * we gave it, when it has the id of the file it came with and a term in common (files number their rows alike), or when it
 * has the same words; it then takes the file's place. Nothing is taken out.
 */
import type { Concept } from '../bitext/terms'
import { SIDES } from '../bitext/text'

export type Known = Concept & { fileId: string }

export type ImportPlan = { fresh: Concept[]; changed: { id: string; concept: Concept }[]; same: number }

export function planImport(known: readonly Known[], read: readonly Concept[]): ImportPlan {
  const byId = new Map(known.map((one) => [one.id, one]))
  const byFileId = new Map(known.filter(({ fileId }) => fileId !== '').map((one) => [one.fileId, one]))
  const byWords = new Map(known.map((one) => [wordsOf(one), one]))
  const plan: ImportPlan = { fresh: [], changed: [], same: 0 }
  const taken = new Set<string>()
  for (const concept of read) {
    const numbered = byFileId.get(concept.id)
    const before =
      byId.get(concept.id) ?? (numbered && sharesTerm(numbered, concept) ? numbered : byWords.get(wordsOf(concept)))
    // Two entries of the file with one id, or the same words twice: the second is one of its own, or nothing new.
    if (!before || taken.has(before.id)) {
      if (before && wordsOf(before) === wordsOf(concept)) plan.same += 1
      else plan.fresh.push(concept)
      continue
    }
    taken.add(before.id)
    if (saidOf(before) === saidOf(concept)) plan.same += 1
    else plan.changed.push({ id: before.id, concept })
  }
  return plan
}

function sharesTerm(one: Concept, other: Concept): boolean {
  return one.terms.some(({ side, text }) => other.terms.some((term) => term.side === side && term.text === text))
}

function wordsOf({ terms }: Concept): string {
  return JSON.stringify(terms.map(({ side, text }) => `${side} ${text}`).sort())
}

/** Files keep the order of the terms of one language, not that between the languages. */
function saidOf({ definition, subject, terms }: Concept): string {
  const said = SIDES.flatMap((side) => terms.filter((term) => term.side === side)).map(
    ({ side, text, status, partOfSpeech, note, source }) =>
      JSON.stringify([side, text, status, partOfSpeech ?? '', note, source]),
  )
  return JSON.stringify([definition, subject, ...said])
}
