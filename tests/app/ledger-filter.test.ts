/** The ledger's filters: what an address says, what it leaves of the list, and that no figure contradicts the list. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countsOf,
  type Filter,
  filterAddress,
  groupsOf,
  isFiltered,
  matching,
  orderedFor,
  readFilter,
} from '@/app/projects/[projectId]/discrepancies/filter'
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

const Entries: fc.Arbitrary<LedgerEntry[]> = fc.array(
  fc
    .record({
      documentId: fc.constantFrom(DOCUMENT, OTHER),
      state: fc.constantFrom('open', 'decided'),
      type: fc.constantFrom(...DISCREPANCY_TYPES),
      severity: fc.constantFrom(...SEVERITIES),
    })
    .map((facets) => facets as LedgerEntry),
)
const Filters: fc.Arbitrary<Filter> = fc.record(
  {
    document: fc.constantFrom(DOCUMENT, OTHER),
    state: fc.constantFrom('open', 'decided'),
    type: fc.constantFrom(...DISCREPANCY_TYPES),
    severity: fc.constantFrom(...SEVERITIES),
  },
  { requiredKeys: [] },
)

test('the figure beside a filter is the length of the list it leads to', () => {
  fc.assert(
    fc.property(Entries, Filters, (entries, filter) => {
      const counts = countsOf(entries, filter, 'severity')
      for (const severity of SEVERITIES) {
        expect(counts.get(severity) ?? 0).toBe(matching(entries, { ...filter, severity }).length)
      }
    }),
  )
})

test('groups hold every entry once, and a type never stands in two places', () => {
  fc.assert(
    fc.property(Entries, fc.constantFrom('none', 'document', 'type'), (entries, grouping) => {
      const ordered = orderedFor(grouping, entries)
      const groups = groupsOf(ordered, grouping)
      expect(groups.flatMap((group) => group.entries)).toHaveLength(entries.length)
      if (grouping === 'type') expect(groups.flatMap((group) => group.entries)).toEqual(ordered)
    }),
  )
})
