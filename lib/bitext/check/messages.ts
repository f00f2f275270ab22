/**
 * Everything the checks can say, in English, as ICU messages with plain {placeholders}.
 * A screen translates this table; ids never change, for dismissals and translations are kept under them.
 */
import type { Span } from '../text'
import type { Finding, FindingSeverity } from './finding'

export const MESSAGES = {
  'numeral-value': '{zhText} is {zhValue}; the English has {enText}.',
  'numeral-rounded': '{zhText} is {zhValue}; the English has {enText}, with more or fewer digits.',
  'numeral-unit': '{zhText} and {enText} have the same number, but not the same unit.',
  'numeral-visits': '{zhText} counts visits, {enText} the visitors.',
  'numeral-points': '{zhText} and {enText}: one is a percentage, the other percentage points.',
  'numeral-percent-sign': '{zhText} and {enText}: only one of them is a percentage.',
  'numeral-change': '{zhText} and {enText}: one is what it came to, the other by how much it changed.',
  'numeral-hedge-dropped': '{zhText} is hedged (“{hedge}”); {enText} is not.',
  'numeral-hedge-added': '{enText} is hedged (“{hedge}”); {zhText} is not.',
  'numeral-hedge-differs': '{zhText} says “{zhHedge}”, {enText} says “{enHedge}”.',
  'numeral-missing-en': '{zhText} ({zhValue}) has no number to match in the English.',
  'numeral-missing-zh': '{enText} has no number to match in the Chinese.',
  'numeral-broken': '{zhText} breaks off: a share without its number.',
  'weekday-differs': '{zhText} is {zhValue}; the English has {enText}.',
  'weekday-date': '{date} is a {actual}; the text says {said}.',
  'parts-exceed-whole': 'The parts add up to {sum, number}, more than the whole ({whole}).',
  'side-empty-en': 'This Chinese has no English.',
  'side-empty-zh': 'This English has no Chinese.',
  'untranslated-chinese': 'Chinese left in the English: {words}.',
  'untranslated-same': 'Both sides are the same text.',
  'untranslated-latin': 'The Chinese side holds no Chinese.',
  'typography-double-space': 'Two spaces in a row.',
  'typography-unit-space': 'A space is missing between number and unit: {words}.',
  'typography-mixed-quotes': 'Straight and curly quotation marks are mixed: {words}.',
  'typography-full-width': 'Full-width {words} in English.',
  'typography-half-width': 'Half-width {words} between Chinese characters.',
  'typography-space-before': 'A space before {words}.',
  'typography-space-after': 'No space after {words}.',
  'bracket-unbalanced': '{words} has no counterpart.',
  'quote-unbalanced': 'The quotation mark {words} has no counterpart.',
  'speech-bare-en': '{words} is quoted in the Chinese and bears no quotation marks in the English.',
  'speech-bare-zh': '{words} is quoted in the English and bears no quotation marks in the Chinese.',
  'speech-count':
    'Speeches between quotation marks: {zhCount, number} in the Chinese, {enCount, number} in the English.',
  'parenthesis-missing-en': '{words} stands between brackets in the Chinese; the English does not seem to say it.',
  'parenthesis-missing-zh': '{words} stands between brackets in the English; the Chinese does not seem to say it.',
  'repeated-word': '“{words}” stands twice in a row.',
  'repeated-characters': '“{words}” stands twice in a row.',
  'list-items': 'The Chinese list has {zhCount, number} items (to {zhText}), the English {enCount, number}.',
  'latin-missing-en': '{words} stands in the Chinese and not in the English.',
  'latin-missing-zh': '{words} stands in the English and not in the Chinese.',
  'address-missing-en': 'The address {words} is missing in the English.',
  'address-missing-zh': 'The address {words} is missing in the Chinese.',
  'uncovered-zh': 'Nothing in the English seems to say “{words}”.',
  'uncovered-en': 'Nothing in the Chinese seems to say “{words}”.',
  'same-zh-other-en': 'The same Chinese is rendered otherwise in row {row, number}: “{words}”.',
  'same-en-other-zh': 'The same English stands for other Chinese in row {row, number}: “{words}”.',
  'term-variant': '“{term}” is “{words}” here and “{other}” elsewhere ({count, number} times).',
  'variant-name': '“{words}” here, “{other}” elsewhere in this document ({count, number} times): one name or two?',
  'quote-style': '{words} here, {other} elsewhere in this document.',
  'article-sound': '“{words}”: read aloud it is “{better}”.',
  'article-missing': 'An article is missing in “{words}”: “{better}”.',
  'usage-better': '“{words}” is not good English; perhaps “{better}”.',
  'usage-wrong': '“{words}” is not good English.',
  'usage-confused': '“{words}” may be meant as “{better}”.',
  'object-missing': 'The verb in “{words}” has no object.',
  'not-parallel': '“{words}” is not in the form of the verbs it is joined to.',
  'indirect-question': 'The word order of a direct question inside an indirect one: “{words}”.',
  'tense-perfect': '“{time}” is over; “{words}” is the present perfect.',
  'list-without-and': 'The list has no “and”: “{words}”.',
  'typography-hyphen-dash': 'A hyphen stands for a dash; elsewhere in this document it is {other}.',
  'enumeration-style': '“{words}” here, “{other}” in the same list.',
  'enumeration-gap': 'The list goes from “{before}” to “{words}”.',
  'enumeration-announced': '“{words}” are announced; the list that follows counts to {count, number}.',
  'spelled-variant': '“{words}” here, “{other}” elsewhere in this document ({count, number} times).',
  spelling: '“{words}” is not in the dictionary; perhaps “{better}”.',
  'spelling-british': '“{words}” is British; this document otherwise writes American English (“{better}”).',
  'spelling-american': '“{words}” is American; this document otherwise writes British English (“{better}”).',
  'term-missing': '“{term}” goes with “{better}”; the other side has none of its forms.',
  'term-forbidden': 'The termbase forbids “{words}”; it has “{better}”.',
  'term-forbidden-bare': 'The termbase forbids “{words}”.',
  'name-slip': '“{words}” here, “{other}” elsewhere in this document ({count, number} times): one person?',
  'degree-differs': '{zhText} says “more than”; the English says “{enText}”.',
  'name-sound': '{person} is {better}; the English has {words}.',
  'title-body': '{person} is {zhText}; “{words}” is of another body.',
  'title-rank': '{person} is {zhText}; “{words}” is another office.',
  'title-deputy': '{person} is {zhText}; “{words}”: only one of them is a deputy.',
  'outlet-differs': '{zhText} is {better}; the English has {words}.',
  'person-titles': '{person} is “{words}” here and “{other}” elsewhere.',
  'register-name': '{person} is {better} in the register; the English has {words}.',
  'register-title': '{person} is “{words}” here; the register has “{better}”.',
  'register-outlet': '{zhText} is {better} in the register; the English has {words}.',
  'register-missing': 'The register has {better} for “{term}”; the English has none of its forms.',
} as const

export type MessageId = keyof typeof MESSAGES

const PLACEHOLDER = /\{(\w+)(?:, number)?\}/g

export function sayMessage(id: MessageId, values: Record<string, string | number>): string {
  // Quoted words may bring their own full stop ("p.m.").
  return MESSAGES[id].replace(PLACEHOLDER, (_, name: string) => String(values[name] ?? '')).replace(/\.\.$/, '.')
}

type Where = { zh?: Span | null; en?: Span | null }

/** Puts a finding together; the spans are copied bare. */
export function finding(
  check: string,
  severity: FindingSeverity,
  id: MessageId,
  values: Record<string, string | number>,
  { zh = null, en = null }: Where,
): Finding {
  return { check, severity, id, message: sayMessage(id, values), values, zh: bare(zh), en: bare(en) }
}

function bare(span: Span | null): Span | null {
  return span && { from: span.from, to: span.to }
}

/** Long words are quoted by their beginning. */
export function quote(words: string, most = 60): string {
  const characters = Array.from(words)
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`
}
