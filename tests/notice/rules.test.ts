import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDigestDue, isZone } from '../../lib/notice/rules'

const SHANGHAI = { zone: 'Asia/Shanghai', hour: 8 }

test.each<[string, { zone: string; hour: number }, string | null, string, boolean]>([
  ['before the hour', SHANGHAI, null, '2026-11-23T23:59:00Z', false],
  ['at the hour', SHANGHAI, null, '2026-11-24T00:00:00Z', true],
  ['a second time that day', SHANGHAI, '2026-11-24T00:00:10Z', '2026-11-24T15:00:00Z', false],
  ['after midnight there, before the hour', SHANGHAI, '2026-11-24T00:00:10Z', '2026-11-24T17:00:00Z', false],
  ['the next morning there', SHANGHAI, '2026-11-24T00:00:10Z', '2026-11-25T00:00:00Z', true],
  ['late, because nothing ran at the hour', SHANGHAI, '2026-11-22T00:00:10Z', '2026-11-24T09:00:00Z', true],
  ['at midnight', { zone: 'UTC', hour: 0 }, '2026-11-23T23:59:00Z', '2026-11-24T00:00:00Z', true],
  ['on the day the clocks go forward', { zone: 'Europe/Berlin', hour: 8 }, null, '2026-03-29T06:00:00Z', true],
])('the daily letter, %s', (_, setting, last, now, due) => {
  expect(isDigestDue(setting, last ? new Date(last) : null, new Date(now))).toBe(due)
})

test('in every zone one letter goes a day, whenever one looks', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati')
  fc.assert(
    fc.property(zones, fc.nat(23), fc.integer({ min: 1, max: 50 }), (zone, hour, minutes) => {
      const from = Date.parse('2026-06-01T00:00:00Z')
      const sent: Date[] = []
      for (let at = from; at < from + 5 * 86_400_000; at += minutes * 60_000)
        if (isDigestDue({ zone, hour }, sent.at(-1) ?? null, new Date(at))) sent.push(new Date(at))
      expect(sent.length).toBeGreaterThanOrEqual(5)
      expect(sent.length).toBeLessThanOrEqual(6)
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['Asia/Shanghai', true],
  ['UTC', true],
  ['', false],
  ['Mars/Olympus', false],
  ["'; DROP", false],
])('%s is a zone: %s', (zone, is) => {
  expect(isZone(zone)).toBe(is)
})
