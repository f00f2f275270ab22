/** What the checks are called, apart from what they do: a screen that only names them needs none of their code. */

export const SEGMENT_CHECK_IDS = [
  'empty-side',
  'numerals',
  'degree-words',
  'untranslated',
  'weekday-date',
  'list-items',
  'parts-of-sum',
  'preserved',
  'brackets',
  'quoted-speech',
  'repeated-words',
  'typography',
  'usage',
  'terms',
] as const

export const DOCUMENT_CHECK_IDS = [
  'coverage',
  'parentheses',
  'consistency',
  'quoted-terms',
  'term-variants',
  'name-variants',
  'register',
  'people',
  'name-slips',
  'person-titles',
  'quotations',
  'quote-style',
  'enumerations',
  'spelled-variants',
  'manner',
  'spelling',
] as const
