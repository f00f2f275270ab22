import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { burnDown, byGoal, dayIn, daysUpTo, paceOf } from '../../lib/progress/burn-down'
import { forecast } from '../../lib/progress/forecast'
import { NOTHING } from '../../lib/progress/rules'

describe('forecast', () => {
  const cases: [says: string, remaining: number, done: number[], expected: ReturnType<typeof forecast>][] = [
    ['nothing remains', 0, [], { likely: 0, safe: 0 }],
    ['a steady pace', 50, [10, 10, 10], { likely: 5, safe: 5 }],
    ['the last day need not be full', 51, [10, 10, 10], { likely: 6, safe: 6 }],
    ['too little is known', 50, [10, 0, 10], null],
    ['nothing was ever done', 50, [], null],
    ['never at this pace', 1_000_000, [1, 1, 1], null],
    ['as much falls back as is done', 50, [5, 5, 5, -5, -5, -5], null],
  ]
  test.each(cases)('%s', (_, remaining, done, expected) => expect(forecast(remaining, done)).toEqual(expected))

  test('days off count', () => {
    const week = [10, 10, 10, 10, 10, 0, 0]
    const { likely, safe } = forecast(500, week)!
    expect(likely).toBeGreaterThan(60)
    expect(likely).toBeLessThan(80)
    expect(safe).toBeGreaterThan(likely)
  })

  test('law: the same figures give the same answer; more work takes no less time; the safe day is not before the likely one', () => {
    const past = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 28 })
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 5_000 }), (done, remaining) => {
        const one = forecast(remaining, done)
        expect(forecast(remaining, done)).toEqual(one)
        if (!one) return
        expect(one.safe).toBeGreaterThanOrEqual(one.likely)
        const less = forecast(Math.ceil(remaining / 2), done)
        expect(less?.safe).toBeLessThanOrEqual(one.safe)
      }),
      { numRuns: 60 },
    )
  })
})

describe('days', () => {
  test('end with the day it is in the zone', () => {
    const now = new Date('2026-11-30T20:00:00Z')
    expect(daysUpTo(now, 'Asia/Shanghai', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
    expect(dayIn(now, 'America/New_York')).toBe('2026-11-30')
  })

  test('are consecutive where the clock is put back', () => {
    expect(daysUpTo(new Date('2026-10-26T12:00:00Z'), 'Europe/Berlin', 3)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ])
  })
})

test('law: what remained, less what was done on each day since, is what remains', () => {
  const days = daysUpTo(new Date('2026-11-30T12:00:00Z'), 'UTC', 6)
  const volume = fc.integer({ min: -20, max: 50 }).map((rows) => ({ rows, zh: rows * 8, en: rows * 5 }))
  const passed = fc.array(
    fc.record({
      documentId: fc.constantFrom('one', 'two'),
      day: fc.constantFrom(...days),
      goal: fc.constant('revised' as const),
      volume,
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(passed, (events) => {
      const standing = ['one', 'two'].map((documentId) => ({
        documentId,
        since: '2026-01-01',
        remaining: byGoal(() => ({ rows: 100, zh: 800, en: 500 })),
      }))
      const burn = burnDown(
        days,
        standing,
        events.map(({ volume: v, ...event }) => ({ ...event, ...v })),
      )
      expect(burn.at(-1)?.remaining.revised.rows).toBe(200)
      for (const [index, day] of burn.slice(1).entries())
        expect(day.remaining.revised.rows).toBe(burn[index].remaining.revised.rows - day.done.revised.rows)
      expect(burn.map(({ done }) => done.reviewed)).toEqual(days.map(() => NOTHING))
      expect(paceOf(burn, 'reviewed', 'rows')).toEqual([])
    }),
  )
})
