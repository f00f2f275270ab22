import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AddAbsenceInput } from '../../lib/absence/input'
import { type DaysAway, isAbsent, MOST_ABSENCES, partsBy, presenceOf, problemOf } from '../../lib/absence/rules'

/** `'12-03 12-10'`, in December 2026 unless a year is said. */
const days = (drawn: string, zone = 'UTC'): DaysAway => {
  const [from, to = from] = drawn.split(' ').map((day) => (day.length > 5 ? day : `2026-${day}`))
  return { from, to, zone }
}

/** A Tuesday. */
const NOW = new Date('2026-12-01T09:00Z')

test.each([
  ['nothing speaks against it', '12-03 12-10', [], null],
  ['one day', '12-03', [], null],
  ['today', '12-01', [], null],
  ['begun, and not over', '11-20 12-02', [], null],
  ['the last day before the first', '12-10 12-03', [], 'absence-backwards'],
  ['over', '11-20 11-30', [], 'absence-past'],
  ['a leap year of 366 days', '2028-01-01 2028-12-31', [], null],
  ['a day more than a year', '12-01 2027-12-02', [], 'absence-too-long'],
  ['a day in common', '12-03 12-10', ['12-10 12-12'], 'absence-overlaps'],
  ['within another', '12-04', ['12-01 12-20'], 'absence-overlaps'],
  ['around another', '12-01 12-20', ['12-04'], 'absence-overlaps'],
  ['next to another', '12-03 12-10', ['12-11 12-12', '12-01 12-02'], null],
] as const)('%s', (_, drawn, others, problem) => {
  expect(
    problemOf(
      days(drawn),
      others.map((other) => days(other)),
      NOW,
    ),
  ).toBe(problem)
})

test('the list comes to an end', () => {
  const others = Array.from({ length: MOST_ABSENCES }, () => days('12-20'))
  expect(problemOf(days('12-03'), others, NOW)).toBe('absence-too-many')
})

test('what is over is said on their own clock', () => {
  const late = new Date('2026-12-03T17:00Z')
  expect(problemOf(days('12-03', 'Asia/Shanghai'), [], late)).toBe('absence-past')
  expect(problemOf(days('12-03', 'UTC'), [], late)).toBe(null)
  expect(presenceOf([days('12-03', 'Asia/Shanghai')], late, null).away).toEqual([])
  expect(presenceOf([days('12-03', 'America/New_York')], late, null).away).toHaveLength(1)
})

// Work is due on the clock of UTC; 1 December is a Tuesday, so that 1–4 and 7–11 are working days.
test.each([
  ['always there', [], '12-11T18:00', 1, false],
  ['away afterwards', ['12-14 12-18'], '12-11T18:00', 1, false],
  ['away the whole time', ['11-20 12-20'], '12-11T18:00', 0, true],
  ['away on all working days, back on the Sunday it is due', ['12-01 12-04'], '12-06T18:00', 0, false],
  ['half of the days', ['12-03 12-04'], '12-04T18:00', 1 / 2, true],
  ['weekends do not count', ['12-05 12-06'], '12-08T18:00', 1, false],
  ['a weekend within', ['12-04 12-07'], '12-08T18:00', 4 / 6, false],
  ['two absences', ['12-08 12-09', '12-02 12-02'], '12-09T18:00', 4 / 7, true],
  ['due today, away today', ['12-01'], '12-01T18:00', 0, true],
  ['due on a weekend from a weekend', ['12-05'], '12-06T18:00', 1 / 2, false, '2026-12-05T09:00Z'],
  ['overdue: today counts', ['12-01'], '11-20T18:00', 0, true],
  ['overdue, and back tomorrow', ['12-02'], '11-20T18:00', 1, false],
  ['no date: nothing counts', ['12-01 12-20'], null, 1, false],
] as const)('%s', (_, drawn, due, share, awayWhenDue, now: string = NOW.toISOString()) => {
  const dueAt = due === null ? null : new Date(`2026-${due}Z`)
  const presence = presenceOf(
    drawn.map((one) => days(one)),
    new Date(now),
    dueAt,
  )
  expect(presence).toMatchObject({ awayWhenDue })
  expect(presence.share).toBeCloseTo(share)
})

test('the days told are those before the date, soonest first; without a date the next', () => {
  const absences = ['12-20', '12-08', '12-03', '11-03'].map((day) => days(day))
  const told = (dueAt: Date | null) => presenceOf(absences, NOW, dueAt).away.map(({ from }) => from.slice(5))
  expect(told(new Date('2026-12-10T18:00Z'))).toEqual(['12-03', '12-08'])
  expect(told(null)).toEqual(['12-03'])
})

test('the day it is due is the one on their clock', () => {
  const due = new Date('2026-12-03T18:00Z')
  expect(presenceOf([days('12-04', 'Asia/Shanghai')], NOW, due).awayWhenDue).toBe(true)
  expect(presenceOf([days('12-04', 'UTC')], NOW, due).awayWhenDue).toBe(false)
})

test('a share is between nought and one, and more days away never make it larger', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 11, 1 + n)).toISOString().slice(0, 10))
  const absence = fc.tuple(day, day).map(([one, other]) => {
    const [from, to] = [one, other].sort()
    return { from, to, zone: 'UTC' }
  })
  fc.assert(
    fc.property(fc.array(absence, { maxLength: 4 }), absence, day, (some, one, due) => {
      const dueAt = new Date(`${due}T18:00Z`)
      const [less, more] = [presenceOf(some, NOW, dueAt), presenceOf([...some, one], NOW, dueAt)]
      expect(more.share).toBeLessThanOrEqual(less.share)
      expect(more.share).toBeGreaterThanOrEqual(0)
      expect(less.share).toBeLessThanOrEqual(1)
      if (isAbsent(less)) expect(isAbsent(more)).toBe(true)
    }),
  )
})

test('a date in a far year is answered at once', () => {
  expect(presenceOf([days('12-03')], NOW, new Date('9999-12-31T00:00Z')).share).toBeGreaterThan(0.99)
})

test.each([
  ['as they are there', [1, 0.5], [1, 0.5]],
  ['whoever is not there at all gets none', [1, 0], [1, 0]],
  ['unless that is all of them', [0, 0], [1, 1]],
  ['nobody', [], []],
])('parts: %s', (_, shares, parts) => {
  expect(partsBy(shares.map((share) => ({ share })))).toEqual(parts)
})

test.each([
  ['no such day', { from: '2026-02-30' }],
  ['no day at all', { to: '' }],
  ['no zone', { zone: 'Asia/Nowhere' }],
  ['a reason as long as a letter', { reason: 'x'.repeat(201) }],
])('is no input: %s', (_, wrong) => {
  const right = { from: '2026-12-03', to: '2026-12-10', zone: 'Asia/Shanghai', reason: '探亲' }
  expect(AddAbsenceInput.safeParse(right).success).toBe(true)
  expect(AddAbsenceInput.safeParse({ ...right, ...wrong }).success).toBe(false)
})
