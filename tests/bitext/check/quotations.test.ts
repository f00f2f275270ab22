import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckedSegment, checkDocument } from '../../../lib/bitext/check'
import { quotations } from '../../../lib/bitext/check/document/quotations'

type Given = string | { en: string; label: true }

function rows(given: readonly Given[]): CheckedSegment[] {
  return given.map((one, i) => ({ id: String(i + 1), zh: '', ...(typeof one === 'string' ? { en: one } : one) }))
}

function places(given: readonly Given[]): string[] {
  return quotations.run(rows(given), {}).map(({ segmentId, en }) => `${segmentId}:${en?.from}`)
}

test.each<[Given[], ...string[]]>([
  [['He said “good.'], '1:8'],
  [['He said good.”'], '1:13'],
  [['He said “good.”']],
  // Over several rows, and with the mark again before each paragraph.
  [['He said, “We begin.', 'We go on.', 'We end.”']],
  [['He said, “We begin.', '“We go on.', '“We end.”']],
  [['“One.', 'Two.', 'She said, “three.”'], '1:0'],
  // Within each other, and with straight ones.
  [['“A “B” C”']],
  [['“yes" twice']],
  [['"yes” twice']],
  // The wrong way round is one slip.
  [['called “the poor“ then'], '1:7'],
  [['a ”b” c'], '1:2'],
  // Another speaker ends it.
  [['“One.', { en: 'Wang:', label: true }, 'Two.”'], '1:0', '3:4'],
])('%j', (given, ...expected) => {
  expect(places(given)).toEqual(expected)
})

test('a quotation nobody ends is given up after a while', () => {
  const given = ['“One.', ...Array.from({ length: 30 }, () => 'On.'), 'Last.”']
  expect(places(given)).toEqual(['1:0', '32:5'])
})

test('quotations in pairs, cut into rows anywhere, are in pairs', () => {
  const quoted = fc.array(fc.constantFrom('“a”', 'b', '“c d”', ' '), { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(quoted, fc.array(fc.nat(30), { maxLength: 4 }), (text, cuts) => {
      const edges = [0, ...new Set(cuts.map((cut) => Math.min(cut, text.length))), text.length].sort((a, b) => a - b)
      expect(places(edges.slice(1).map((to, i) => text.slice(edges[i], to)))).toEqual([])
    }),
  )
})

test('both sides are read', () => {
  const found = checkDocument([{ id: '1', zh: '他说“很好。', en: 'He said “good.' }])
  expect(found.filter(({ check }) => check === 'quotations').map(({ zh, en }) => [zh?.from, en?.from])).toEqual([
    [2, undefined],
    [undefined, 8],
  ])
})
