/**
 * Splits a text into sentences with rules (SRX's model: the first rule that fits a place decides). A line break ends a sentence.
 * Sentences come in the order of the text, never overlap, and with the white space between them they are the text.
 * Linear: rules see a bounded window before a place.
 */
import { type Line, listLines, type Side, trimSpan } from '../text'
import { CHINESE_RULES } from './chinese'
import { EnclosureSweep, listEnclosures } from './enclosures'
import { ENGLISH_RULES } from './english'
import { type SentenceRules, WINDOW } from './rules'
import type { Sentence } from './sentence'

export const SENTENCE_RULES: Record<Side, SentenceRules> = { zh: CHINESE_RULES, en: ENGLISH_RULES }

/** The sentences of a text, with their places in it. */
export function splitSentences(text: string, side: Side, rules: SentenceRules = SENTENCE_RULES[side]): Sentence[] {
  return listLines(text).flatMap((line) => splitLine(line, rules))
}

function splitLine(line: Line, rules: SentenceRules): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const to of [...listEnds(line.text, rules), line.text.length]) {
    const span = trimSpan(line.text, { from, to })
    if (span) sentences.push(place(line, span.from, span.to))
    from = to
  }
  return sentences
}

function place(line: Line, from: number, to: number): Sentence {
  return { from: line.from + from, to: line.from + to, text: line.text.slice(from, to) }
}

function listEnds(text: string, rules: SentenceRules): number[] {
  const sweep = new EnclosureSweep(rules.enclosures ? listEnclosures(text, rules.enclosures) : [])
  const ends: number[] = []
  let from = 0
  for (const found of text.matchAll(rules.ends)) {
    const stop = found.index + found[0].length
    const end = closeAfter(text, stop, rules, sweep)
    if (end <= from || end >= text.length) continue
    if (!staysOpen(text, found[0], stop, end, rules, sweep) && decide(text, from, end, rules)) {
      ends.push(end)
      from = skipSpace(text, end)
    }
  }
  return ends
}

function closeAfter(text: string, stop: number, rules: SentenceRules, sweep: EnclosureSweep): number {
  rules.closing.lastIndex = stop
  const length = rules.closing.exec(text)?.[0].length ?? 0
  let end = stop
  while (end < stop + length && !sweep.opensAt(end)) end++
  return end > stop && text[end - 1] === ' ' ? end - 1 : end
}

/** What the stop stands in, or what closes after it, is part of a sentence that goes on. */
function staysOpen(
  text: string,
  stops: string,
  stop: number,
  end: number,
  { enclosures }: SentenceRules,
  sweep: EnclosureSweep,
): boolean {
  if (!enclosures) return false
  const around = sweep.around(end)
  if (around === 'aside') return true
  if (around === 'speech' && !enclosures.stops.test(stops)) return true
  const closed = end === stop ? undefined : sweep.closingAt(end - 1)
  if (!closed?.partOfPhrase || !(closed.aside || enclosures.weak.test(stops))) return false
  return /^\s?[\p{L}\p{N}《（]/u.test(text.slice(end, end + 2))
}

function decide(text: string, from: number, end: number, { rules, otherwise }: SentenceRules): boolean {
  const before = text.slice(Math.max(from, end - WINDOW), end)
  for (const rule of rules) {
    if (rule.after) {
      rule.after.lastIndex = end
      if (!rule.after.test(text)) continue
    }
    if (!rule.before || rule.before.test(before)) return rule.breaks
  }
  return otherwise
}

function skipSpace(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end]!.trim() === '') end++
  return end
}
