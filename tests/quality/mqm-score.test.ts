import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DECISIONS, DISCREPANCY_TYPES, SEVERITIES } from '../../lib/discrepancy/rules'
import { isFault, type MqmSettings, type ScoredNote, scoreMqm } from '../../lib/quality/mqm-score'

const SETTINGS: MqmSettings = { unit: 'en', threshold: 95, acceptable: 5, failOnCritical: true }
const note = (severity: ScoredNote['severity'], more: Partial<ScoredNote> = {}): ScoredNote => ({
  type: 'mistranslation',
  severity,
  decision: null,
  ...more,
})

describe('the score by hand', () => {
  test.each([
    // notes, units, points, per thousand, raw, calibrated, verdict
    [[], 2000, 0, 0, 100, 100, 'pass'],
    [[note('minor'), note('major'), note('neutral')], 2000, 6, 3, 99.7, 97, 'pass'],
    [[note('major'), note('major')], 2000, 10, 5, 99.5, 95, 'pass'],
    [[note('major'), note('major'), note('minor')], 2000, 11, 5.5, 99.45, 94.5, 'fail'],
    [[note('critical')], 25_000, 25, 1, 99.9, 99, 'fail'],
  ] as const)('%#', (notes, units, points, perThousand, raw, calibrated, verdict) => {
    const score = scoreMqm(notes, units, SETTINGS)
    expect(score).toMatchObject({ points, verdict, unit: 'en', units })
    expect([score.perThousand, score.raw, score.calibrated].map((n) => Number(n?.toFixed(6)))).toEqual([
      perThousand,
      raw,
      calibrated,
    ])
  })

  test('a critical error fails only where the project wants it so', () => {
    expect(scoreMqm([note('critical')], 25_000, { ...SETTINGS, failOnCritical: false }).verdict).toBe('pass')
  })

  test('below a thousand units there are counts and no score', () => {
    expect(scoreMqm([note('minor')], 999, SETTINGS)).toMatchObject({
      counts: { neutral: 0, minor: 1, major: 0, critical: 0 },
      perThousand: null,
      raw: null,
      calibrated: null,
      verdict: 'too-small',
    })
    expect(scoreMqm([note('minor')], 1000, SETTINGS).verdict).toBe('pass')
  })

  test.each([
    [note('critical', { type: 'governing-text-error' }), false],
    [note('minor', { type: 'editorial-latitude' }), false],
    [note('major', { decision: 'query-issuer' }), false],
    [note('major', { decision: 'keep-both' }), false],
    [note('major', { decision: 'editorial-latitude' }), false],
    [note('major', { decision: 'mend-translation' }), true],
    [note('major'), true],
  ])('whose fault it is: %o', (one, fault) => expect(isFault(one)).toBe(fault))
})

test('more errors never make a better score, and passing is reaching the threshold', () => {
  const notes = fc.array(
    fc.record({
      type: fc.constantFrom(...DISCREPANCY_TYPES),
      severity: fc.constantFrom(...SEVERITIES),
      decision: fc.constantFrom(null, ...DECISIONS),
    }),
  )
  fc.assert(
    fc.property(notes, notes, fc.integer({ min: 1000, max: 1e6 }), (some, more, units) => {
      const settings = { ...SETTINGS, failOnCritical: false }
      const [less, all] = [scoreMqm(some, units, settings), scoreMqm([...some, ...more], units, settings)]
      expect(all.calibrated ?? 0).toBeLessThanOrEqual(less.calibrated ?? 0)
      expect(all.raw ?? 0).toBeLessThanOrEqual(less.raw ?? 0)
      if (Math.abs((all.calibrated ?? 0) - settings.threshold) > 1e-9)
        expect(all.verdict === 'pass').toBe((all.calibrated ?? 0) > settings.threshold)
    }),
  )
})
