/** The ledger's filters: what an address says, what it leaves of the list, and that no figure contradicts the list. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countsOf,
  type Filter,
  filterAddress,
  groupsOf,
  isFiltered,
  readFilter,
  totalOf,
} from '@/app/projects/[projectId]/discrepancies/filter'
import { bandsOf, WARMEST, warmth } from '@/app/projects/[projectId]/discrepancies/heat-bands'
import type { Tally } from '@/lib/discrepancy/ledger'
import { LedgerFilter } from '@/lib/discrepancy/ledger-filter'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'

const DOCUMENT = '0190a6c1-0000-7000-8000-000000000001'
const OTHER = '0190a6c1-0000-7000-8000-000000000002'

describe('reading an address', () => {
  test.each<[Record<string, string | string[]>, Filter]>([
    [{}, {}],
    [
      { state: 'open', severity: 'major' },
      { state: 'open', severity: 'major' },
    ],
    [{ state: 'lost', type: 'number' }, { type: 'number' }],
    [{ document: 'not-an-id', page: '2' }, { page: 2 }],
    [{ page: '-1', group: 'type' }, { group: 'type' }],
    [{ severity: ['minor', 'major'] }, {}],
    [
      { view: 'board', sort: 'oldest', find: ' 万 ' },
      { view: 'board', sort: 'oldest', find: '万' },
    ],
    [{ person: 'mine' }, { person: 'mine' }],
    [{ person: `raised-${DOCUMENT.toUpperCase()}` }, { person: `raised-${DOCUMENT}` }],
    [{ person: 'raised-me', rows: '0-3', find: '' }, {}],
    [{ rows: '1-20' }, { rows: '1-20' }],
  ])('%j', (query, filter) => {
    expect(readFilter(query)).toEqual(filter)
  })
})

describe('writing an address', () => {
  test.each<[Filter, Partial<Filter>, string]>([
    [{}, {}, '/projects/p/discrepancies'],
    [{ state: 'open' }, { severity: 'minor' }, '/projects/p/discrepancies?state=open&severity=minor'],
    [{ state: 'open', page: 3 }, { state: undefined }, '/projects/p/discrepancies'],
    [{ type: 'number' }, { page: 2 }, '/projects/p/discrepancies?type=number&page=2'],
  ])('%j with %j', (filter, change, address) => {
    expect(filterAddress('p', filter, change)).toBe(address)
  })
})

test.each<[Filter, boolean]>([
  [{}, false],
  [{ group: 'type', page: 2 }, false],
  [{ state: 'open' }, true],
  [{ document: DOCUMENT }, true],
])('%j narrows the list: %s', (filter, narrowed) => {
  expect(isFiltered(filter)).toBe(narrowed)
})

test('an act on all that a filter shows refuses a filter that means something else', () => {
  expect(LedgerFilter.safeParse({ state: 'lost' }).success).toBe(false)
  expect(LedgerFilter.safeParse({ state: 'open' }).success).toBe(true)
})

const Facets = {
  document: fc.constantFrom(DOCUMENT, OTHER),
  state: fc.constantFrom('open' as const, 'decided' as const),
  type: fc.constantFrom(...DISCREPANCY_TYPES),
  severity: fc.constantFrom(...SEVERITIES),
}
const Tallies: fc.Arbitrary<Tally[]> = fc.array(
  fc
    .record({ ...Facets, count: fc.integer({ min: 1, max: 9 }) })
    .map(({ document, ...tally }) => ({ documentId: document, ...tally })),
)
const Filters: fc.Arbitrary<Filter> = fc.record(Facets, { requiredKeys: [] })

test('the figure beside a filter is the length of the list it leads to', () => {
  fc.assert(
    fc.property(Tallies, Filters, (tallies, filter) => {
      const counts = countsOf(tallies, filter, 'severity')
      for (const severity of SEVERITIES) {
        expect(counts.get(severity) ?? 0).toBe(totalOf(tallies, { ...filter, severity }))
      }
    }),
  )
})

test('groups hold every entry once, in its order', () => {
  const entries = DISCREPANCY_TYPES.flatMap((type) => [{ type }, { type }] as LedgerEntry[])
  const groups = groupsOf(entries, 'type')
  expect(groups.map(({ key }) => key)).toEqual([...DISCREPANCY_TYPES])
  expect(groups.flatMap((group) => group.entries)).toEqual(entries)
})

test('the bands of a document hold each of its rows once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (rows) => {
      const bands = bandsOf(rows)
      expect(bands.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))).toEqual(
        Array.from({ length: rows }, (_, i) => i + 1),
      )
      // The query's own cut: whole numbers, rounded down.
      for (const [band, { from, to }] of bands.entries()) {
        for (const row of [from, to]) expect(Math.floor(((row - 1) * bands.length) / rows)).toBe(band)
      }
    }),
  )
})

test.each([
  [0, 9, 0],
  [1, 100, 1],
  [100, 100, WARMEST],
  [1, 1, WARMEST],
])('%i of at most %i is warm by %i', (count, most, step) => {
  expect(warmth(count, most)).toBe(step)
})
