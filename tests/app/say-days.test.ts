import { expect, test } from 'vitest'
import { sayDays } from '../../app/_ui/say-days'

test.each([
  ['2026-12-03 2026-12-03', 'Dec 3', '12月3日'],
  ['2026-12-03 2026-12-10', 'Dec 3–10', '12月3日至10日'],
  ['2026-11-30 2026-12-02', 'Nov 30 – Dec 2', '11月30日至12月2日'],
  ['2026-12-28 2027-01-03', 'Dec 28, 2026 – Jan 3, 2027', '2026年12月28日至2027年1月3日'],
  ['2027-01-03 2027-01-08', 'Jan 3–8, 2027', '2027年1月3日至8日'],
  ['2027-01-30 2027-02-03', 'Jan 30 – Feb 3, 2027', '2027年1月30日至2月3日'],
])('%s', (drawn, en, zh) => {
  const [from, to] = drawn.split(' ')
  const now = new Date('2026-12-01T09:00Z')
  expect([sayDays('en', { from, to }, now), sayDays('zh-CN', { from, to }, now)]).toEqual([en, zh])
})
