import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, paragraphsOf, type ReadRow } from '../../lib/reading/blocks'

function row(zhParagraph: number | null, enParagraph: number | null, more: Partial<ReadRow> = {}): ReadRow {
  return { kind: 'speech', label: false, turn: 1, zhParagraph, enParagraph, ...more }
}

const BOTH = ['zh', 'en'] as const

test.each<[string, ReadRow[], string[]]>([
  ['one paragraph on both sides', [row(1, 1), row(1, 1), row(2, 2)], ['0-2', '2-3']],
  ['two English paragraphs in one Chinese', [row(1, 1), row(1, 2), row(2, 3)], ['0-2', '2-3']],
  ['a row without Chinese parts nothing', [row(1, 1), row(null, 1), row(1, 1)], ['0-3']],
  ['a line that opens a turn stands alone', [row(1, 1, { label: true }), row(1, 1), row(1, 1)], ['0-1', '1-3']],
  ['another kind begins anew', [row(1, 1), row(1, 1, { kind: 'caption' })], ['0-1', '1-2']],
  ['rows of which nothing is known stand alone', [row(null, null), row(null, null)], ['0-1', '1-2']],
])('%s', (_, rows, wanted) => {
  expect(blocksOf(rows, BOTH).map(({ from, to }) => `${from}-${to}`)).toEqual(wanted)
})

test('alone, a side has its own paragraphs', () => {
  expect(blocksOf([row(1, 1), row(1, 2)], ['en']).map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
  ])
})

const texts = fc.record({
  zh: fc.string(),
  en: fc.string(),
  zhTail: fc.constantFrom('', '\n', '\n\n'),
  enTail: fc.constantFrom('', ' ', '\n\n'),
  zhParagraph: fc.option(fc.nat(5)),
  enParagraph: fc.option(fc.nat(5)),
  kind: fc.constantFrom('speech' as const, 'caption' as const),
  label: fc.boolean(),
  turn: fc.option(fc.nat(3)),
})

test('blocks follow each other without a gap, and their sentences are all the words of each side in order', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 100 }), (rows) => {
      const blocks = blocksOf(rows, BOTH)
      expect(blocks.flatMap(({ from, to }) => rows.slice(from, to))).toEqual(rows)
      for (const side of BOTH) {
        const read = blocks.flatMap(({ from, to }) => paragraphsOf(rows.slice(from, to), side)).flat()
        expect(read.map(({ text }) => text).join('')).toBe(rows.map((one) => one[side]).join(''))
      }
    }),
  )
})
