/**
 * Terms of the termbase: a term of the governing side needs one of its preferred or admitted forms on the other side,
 * where a forbidden form is reported. Where neither governs, neither is presumed right, and both are asked for both. Words
 * that name several concepts are content with a form of any of them.
 */
import { findTerms, type Term, type TermHit, type TermIndex } from '../terms'
import { otherSide, SIDES, type Side } from '../text'
import type { Check, CheckedSegment, CheckSettings, Finding } from './finding'
import { finding } from './messages'

const ID = 'terms'

export const terms: Check = {
  id: ID,
  says: 'Terms stand in the forms the termbase prefers or admits.',
  run: (segment, { terms: index, governing = 'zh', neighbours }: CheckSettings) =>
    index ? (governing ? [governing] : SIDES).flatMap((side) => report(segment, index, side, neighbours)) : [],
}

/** What the side that follows says otherwise than `governing` asks for. */
function report(
  segment: CheckedSegment,
  index: TermIndex,
  governing: Side,
  neighbours: CheckSettings['neighbours'],
): Finding[] {
  const side = otherSide(governing)
  const [given, said] = [findTerms(index, segment[governing], governing), findTerms(index, segment[side], side)]
  const found = said.filter((hit) => isForbidden(hit, said)).map((hit) => reportForbidden(hit, side))
  if (segment[side].trim() === '') return found
  // What alignment left in the next row is not missing.
  const around = [neighbours?.before, neighbours?.after].flatMap((row) =>
    row ? findTerms(index, row[side], side) : [],
  )
  const concepts = new Set([...said, ...around].map(({ concept }) => concept.id))
  const missing = firstOfEach(given).filter((hits) => hits.every(({ concept }) => !concepts.has(concept.id)))
  return [...found, ...missing.flatMap(([hit]) => reportMissing(hit!, governing))]
}

/** Hits of the same words together, each words once. */
function firstOfEach(hits: readonly TermHit[]): TermHit[][] {
  const byWords = new Map<string, TermHit[]>()
  for (const hit of hits) {
    const key = hit.term.text
    const list = byWords.get(key)
    if (!list) byWords.set(key, [hit])
    else if (list[0]!.from === hit.from) list.push(hit)
  }
  return [...byWords.values()]
}

/** The words may be forbidden for one concept and the right ones for another. */
function isForbidden({ term, from, to }: TermHit, all: readonly TermHit[]): boolean {
  return (
    term.status === 'forbidden' &&
    !all.some((hit) => hit.from === from && hit.to === to && hit.term.status !== 'forbidden')
  )
}

function usable(all: readonly Term[], side: Side): string {
  return all
    .filter((term) => term.side === side && term.status !== 'forbidden')
    .sort((a, b) => Number(b.status === 'preferred') - Number(a.status === 'preferred'))
    .slice(0, 3)
    .map(({ text }) => text)
    .join(', ')
}

function reportForbidden({ concept, term, from, to }: TermHit, side: Side): Finding {
  const better = usable(concept.terms, side)
  const values = { words: term.text, better }
  return finding(ID, 'warning', better === '' ? 'term-forbidden-bare' : 'term-forbidden', values, {
    [side]: { from, to },
  })
}

function reportMissing({ concept, term, from, to }: TermHit, governing: Side): Finding[] {
  const better = usable(concept.terms, otherSide(governing))
  if (better === '' || term.status === 'forbidden') return []
  return [finding(ID, 'warning', 'term-missing', { term: term.text, better }, { [governing]: { from, to } })]
}
