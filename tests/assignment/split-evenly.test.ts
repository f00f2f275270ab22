import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitEvenly, type WeighedRow } from '../../lib/assignment/split-evenly'

/** `'5 *5 5'`: weights, with a star where a turn opens. */
const rows = (drawn: string): WeighedRow[] =>
  drawn.split(' ').map((row) => ({ weight: Number(row.replace('*', '')), opens: row.startsWith('*') }))

test.each([
  ['evenly', '5 5 5 5', 2, ['0-2', '2-4']],
  ['by weight, not by rows', '30 10 10 10', 2, ['0-1', '1-4']],
  ['at a turn where one is near', '10 10 10 10 *10 10 10 10 10', 2, ['0-4', '4-9']],
  ['not at a turn that is far', '*10 *10 10 10 10 10 10 10', 2, ['0-4', '4-8']],
  ['among more people than rows', '5 5', 3, ['0-1', '1-2']],
  ['rows without a text too', '0 0 0 0', 2, ['0-2', '2-4']],
  ['to one person', '1 2 3', 1, ['0-3']],
])('%s', (_, drawn, parts, wanted) => {
  expect(splitEvenly(rows(drawn), Array(parts).fill(0.5)).map(({ from, to }) => `${from}-${to}`)).toEqual(wanted)
})

test.each([
  ['half the days, half the work', '10 10 10 10 10 10', [1, 0.5], ['0-4', '4-6']],
  ['a tenth of the days', '10 10 10 10 10 10 10 10 10 10 10', [1, 0.1], ['0-10', '10-11']],
  ['three, the middle one least', '10 10 10 10 10', [1, 0.5, 1], ['0-2', '2-3', '3-5']],
  ['a border moves only what the smaller part can bear', '10 10 10 10 10 *10 10 10 10 10', [0.9, 0.1], ['0-9', '9-10']],
])('by shares: %s', (_, drawn, shares, wanted) => {
  expect(splitEvenly(rows(drawn), shares).map(({ from, to }) => `${from}-${to}`)).toEqual(wanted)
})

test('every row is in exactly one part, and no part is empty', () => {
  const row = fc.record({ weight: fc.integer({ min: 0, max: 200 }), opens: fc.boolean() })
  const shares = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), shares, (given, parts) => {
      const cuts = splitEvenly(given, parts)
      expect(cuts).toHaveLength(Math.min(parts.length, given.length))
      expect(cuts.flatMap(({ from, to }) => given.slice(from, to))).toEqual(given)
      expect(cuts.every(({ from, to }) => from < to)).toBe(true)
    }),
  )
})
