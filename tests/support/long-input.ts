/** Pieces that, repeated, once made some pattern look back over all it had read, or are of the kind that could. */

/** The piece over and over, at least so many UTF-16 units. */
export function ofLength(units: number, piece: string): string {
  return piece.repeat(Math.ceil(units / piece.length))
}

export const CHECKED = ['一是（“', '( ', '1,', '的的', 'to to ', 'First, ', 'a@', '。”', 'A', '12/', '2023年', ' ']

export const CHECKED_TOGETHER = ['Aa ', 'Lanpu model ', '"Heron" x ', 'A, director ', '“岚浦”', 'the CPC of ']

export const TAKEN_IN = ['<', '<p id="a">', '</p>', '<!--', '<script>', 'Wang Wei:\n', 'A, ', '<div id="bcd">x', '1 ']

export const COUNTED = [
  ['10', 'zh'],
  ['一', 'zh'],
  ['1,234', 'en'],
  ['one hundred and ', 'en'],
  ['至少', 'zh'],
  ['第', 'zh'],
  ['.5', 'en'],
] as const

/** Dots, initials, abbreviations, speech, openers, nesting, quotes, closers, spaces, cries, citations, ellipses, decimals. */
export const SPLIT = [
  '.',
  'J. ',
  'U.S. A. ',
  '他说：“去？”的',
  '（',
  '“（《',
  '"',
  '。”',
  '。 ',
  '!" A',
  'a.[1] ',
  '…',
  '1.',
]
