/** Random texts for laws: words, numbers, Chinese, signs, surrogate pairs, marks and joined emoji, and edits of them. */
import fc from 'fast-check'

const EN = [
  'the',
  'police',
  'U.S.',
  '1,313',
  "people's",
  ' ',
  ' ',
  ' ',
  '\n',
  '\r\n',
  ', ',
  '.',
  '-',
  'a',
  'é',
  'ï',
  '😀',
  '"',
]
const ZH = [
  '公',
  '安',
  '机',
  '关',
  '的',
  '的',
  '，',
  '。',
  '68.9',
  '万',
  'CPU',
  ' ',
  '\n',
  '𠮷',
  '𠮷󠄀',
  '👨‍👩‍👧',
  '🇨🇳',
  '”',
  '２０２３',
]

const pieces = fc.oneof(
  fc.array(fc.constantFrom(...EN), { maxLength: 40 }),
  fc.array(fc.constantFrom(...ZH), { maxLength: 40 }),
  fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 8 }),
)

export const text = pieces.map((list) => list.join(''))

/** A text and the same text after a few cuts, insertions and moves. */
export const edited = fc
  .tuple(pieces, fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.constantFrom('', ...EN, ...ZH)), { maxLength: 5 }))
  .map(([list, edits]): [string, string] => {
    const after = [...list]
    for (const [at, gone, put] of edits) after.splice(at, gone, put)
    return [list.join(''), after.join('')]
  })

export const pair = fc.oneof({ weight: 3, arbitrary: edited }, { weight: 1, arbitrary: fc.tuple(text, text) })

export const side = fc.constantFrom('zh' as const, 'en' as const)

/** Laws run on this many cases; LAW_RUNS raises it for a long check. */
export const RUNS = Number(process.env.LAW_RUNS ?? 2_000)
