import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueGroup, isWholeDate, localIn, momentIn } from '../../lib/assignment/due'

test.each([
  ['Asia/Shanghai', '2026-12-01T18:00', '2026-12-01T10:00:00.000Z'],
  ['UTC', '2026-12-01T18:00', '2026-12-01T18:00:00.000Z'],
  ['America/New_York', '2026-12-01T00:00', '2026-12-01T05:00:00.000Z'],
  ['Asia/Kolkata', '2026-12-01T06:15', '2026-12-01T00:45:00.000Z'],
  // Clocks go from 2:00 to 3:00: half past two is not there.
  ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
  // … and back from 2:00 to 1:00: half past one comes twice.
  ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
])('in %s the clock shows %s at %s', (zone, local, moment) => {
  expect(momentIn(zone, local).toISOString()).toBe(moment)
})

test('a moment said in a zone and read there is the same moment, but where clocks show a time twice', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/London', 'America/St_Johns', 'Pacific/Chatham')
  const minutes = fc.integer({ min: 0, max: 40 * 365 * 24 * 60 })
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const local = localIn(zone, new Date(minute * 60_000))
      expect(localIn(zone, momentIn(zone, local))).toBe(local)
    }),
  )
})

// A Wednesday evening in London is Thursday morning in Shanghai.
const NOW = new Date('2026-12-02T20:00:00Z')

test.each([
  [null, 'Europe/London', 'none'],
  ['2026-12-02T19:59:00Z', 'Europe/London', 'overdue'],
  ['2026-12-02T23:00:00Z', 'Europe/London', 'today'],
  ['2026-12-03T01:00:00Z', 'Europe/London', 'week'],
  ['2026-12-03T01:00:00Z', 'Asia/Shanghai', 'today'],
  ['2026-12-06T23:59:00Z', 'Europe/London', 'week'],
  ['2026-12-06T23:59:00Z', 'Asia/Shanghai', 'later'],
  ['2026-12-07T00:00:00Z', 'Europe/London', 'later'],
] as const)('%s is, seen from %s, %s', (due, zone, group) => {
  expect(dueGroup(due && new Date(due), NOW, zone)).toBe(group)
})

test.each([
  ['', false],
  ['0002-12-11T18:00', false],
  ['0202-12-11T18:00', false],
  ['2026-12-11T18:00', true],
  ['12026-12-11T18:00', false],
])('while a year is typed: %s', (local, whole) => {
  expect(isWholeDate(local)).toBe(whole)
  if (whole) expect(momentIn('Asia/Shanghai', local).getTime()).not.toBeNaN()
})
