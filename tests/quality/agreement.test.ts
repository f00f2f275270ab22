import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Annotation, agreementOf, kappaOf, type Mark } from '../../lib/quality/agreement'

const mark = (from: number, to: number, more: Partial<Mark> = {}): Mark => ({
  ...{ type: 'number', severity: 'major', zh: null, en: { from, to } },
  ...more,
})
const pairs = (table: number[][]) =>
  table.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, () => [one, other] as const)))

describe('kappa', () => {
  test.each([
    // Cohen's own layout: 20 and 15 agreed, 5 and 10 not: 0.7 observed, 0.5 expected.
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      [
        [10, 0],
        [0, 10],
      ],
      1,
    ],
    [
      [
        [0, 10],
        [10, 0],
      ],
      -1,
    ],
    // Three grades with linear weights: observed 0.5; expected 0.82 = (0.5·0.4 + 0.5·2·0.2 + 0.3·0.4 + 0.3·0.2 + 0.2·2·0.4 + 0.2·0.4).
    [
      [
        [3, 1, 1],
        [1, 2, 0],
        [0, 1, 1],
      ],
      1 - 0.5 / 0.82,
    ],
  ])('%#', (table, kappa) => expect(kappaOf(pairs(table), table.length)).toBeCloseTo(kappa, 10))

  test('says nothing where chance alone agrees', () => {
    expect(
      kappaOf(
        [
          [0, 0],
          [0, 0],
        ],
        2,
      ),
    ).toBeNull()
    expect(kappaOf([], 2)).toBeNull()
  })
})

describe('two people', () => {
  test('only rows both have read are compared; marks pair by overlap', () => {
    const annotations: Annotation[] = [
      { rater: 'B', item: '1', marks: [mark(4, 8, { severity: 'minor' }), mark(20, 24)] },
      { rater: 'A', item: '1', marks: [mark(0, 6), mark(30, 31)] },
      { rater: 'A', item: '2', marks: [] },
      { rater: 'B', item: '2', marks: [] },
      { rater: 'A', item: '3', marks: [mark(0, 1)] },
    ]
    expect(agreementOf(annotations)).toEqual([
      {
        ...{ raters: ['A', 'B'], items: 2, observed: 1, kappa: 1, severityKappa: 1 },
        ...{ marks: [2, 2], overlapping: 1, markF1: 0.5, sameType: 1, sameSeverity: 0 },
      },
    ])
  })

  test('nobody in common, nobody compared', () => {
    expect(
      agreementOf([
        { rater: 'A', item: '1', marks: [] },
        { rater: 'B', item: '2', marks: [] },
      ]),
    ).toEqual([])
  })
})

test('whoever is named first, they agree alike; with oneself all agrees', () => {
  const marks = fc.array(
    fc.record({
      type: fc.constantFrom('number', 'omission'),
      severity: fc.constantFrom('minor', 'major', 'critical'),
      zh: fc.constant(null),
      en: fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([from, length]) => ({ from, to: from + length })),
    }) as fc.Arbitrary<Mark>,
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(marks, marks), { minLength: 1, maxLength: 8 }), (items) => {
      const asked = (mine: string, theirs: string) =>
        agreementOf(
          items.flatMap(([one, other], at) => [
            { rater: mine, item: String(at), marks: one },
            { rater: theirs, item: String(at), marks: other },
          ]),
        )[0]
      const [there, back] = [asked('A', 'B'), asked('B', 'A')]
      expect(there.observed).toBe(back.observed)
      expect(there.kappa ?? 0).toBeCloseTo(back.kappa ?? 0, 9)
      expect(there.severityKappa ?? 0).toBeCloseTo(back.severityKappa ?? 0, 9)
      const [same] = agreementOf(
        items.flatMap(([one], at) => ['A', 'B'].map((rater) => ({ rater, item: String(at), marks: one }))),
      )
      expect([same.observed, same.kappa ?? 1, same.severityKappa ?? 1, same.markF1 ?? 1]).toEqual([1, 1, 1, 1])
    }),
  )
})
