import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCREPANCY_TYPES, SEVERITIES } from '../../lib/discrepancy/rules'
import { gbtClassOf, scoreGbt } from '../../lib/quality/gbt-19682'

const SETTINGS = { difficulty: 1, purpose: 1 } as const
const note = (type: (typeof DISCREPANCY_TYPES)[number], severity: (typeof SEVERITIES)[number], zhQuote = '') => ({
  ...{ type, severity, decision: null },
  ...{ zhQuote, enQuote: '' },
})

describe('classes', () => {
  test.each([
    ['number', 'major', 'I'],
    ['omission', 'major', 'I'],
    ['typography', 'critical', 'I'],
    ['entity-or-title', 'major', 'I'],
    ['number', 'minor', 'II'],
    ['grammar', 'major', 'II'],
    ['style-register', 'minor', 'II'],
    ['terminology', 'major', 'III'],
    ['entity-or-title', 'minor', 'III'],
    ['typography', 'minor', 'IV'],
    ['mistranslation', 'neutral', null],
  ] as const)('%s, %s', (type, severity, grade) => expect(gbtClassOf(type, severity)).toBe(grade))
})

describe('the rate', () => {
  test.each([
    // 3 + 1 + 0.5 + 0.25 over 4,000 characters
    [
      [note('number', 'major'), note('grammar', 'minor'), note('terminology', 'minor'), note('typography', 'minor')],
      4000,
      0.0011875,
      'pass',
    ],
    [[note('number', 'major')], 2000, 0.0015, 'pass'],
    [[note('number', 'major'), note('typography', 'minor')], 2000, 0.001625, 'fail'],
    // Shorter than a thousand counts as a thousand.
    [[note('grammar', 'minor')], 10, 0.001, 'pass'],
    // The same error again is one error; elsewhere another.
    [[note('terminology', 'minor', '人民法院'), note('terminology', 'minor', ' 人民法院')], 1000, 0.0005, 'pass'],
    [[note('terminology', 'minor', '人民法院'), note('terminology', 'minor', '检察院')], 1000, 0.001, 'pass'],
    [[note('governing-text-error', 'critical')], 1000, 0, 'pass'],
  ] as const)('%#', (notes, characters, rate, verdict) => {
    const score = scoreGbt(notes, characters, SETTINGS)
    expect(score.rate).toBeCloseTo(rate, 10)
    expect(score.verdict).toBe(verdict)
  })

  test('difficulty and purpose only ever lower it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom(...DISCREPANCY_TYPES), severity: fc.constantFrom(...SEVERITIES) })),
        fc.constantFrom(1, 2, 3, 4),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (notes, purpose, difficulty) => {
          const worded = notes.map(({ type, severity }, at) => note(type, severity, String(at)))
          const full = scoreGbt(worded, 5000, SETTINGS).rate
          expect(scoreGbt(worded, 5000, { difficulty, purpose }).rate).toBeLessThanOrEqual(full)
        },
      ),
    )
  })
})
