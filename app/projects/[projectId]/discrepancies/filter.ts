/** The ledger as it stands in the address: what is asked, how it is shown; and the figures beside the filters. */
import type { Tally } from '@/lib/discrepancy/ledger'
import {
  LEDGER_GROUPS,
  LEDGER_SORTS,
  type LedgerFilter,
  type LedgerGroup,
  type LedgerSort,
  narrows,
  readLedgerFilter,
} from '@/lib/discrepancy/ledger-filter'
import type { LedgerEntry } from '@/lib/discrepancy/queries'

/** list: one below the other; board: by state; heat: where they cluster. */
export const VIEWS = ['list', 'board', 'heat'] as const
export type View = (typeof VIEWS)[number]

export type Filter = LedgerFilter & { view?: View; sort?: LedgerSort; group?: LedgerGroup; page?: number }

export function readFilter(query: Record<string, string | string[] | undefined>): Filter {
  const page = Number(query.page)
  const shown = {
    view: oneOf(VIEWS, query.view),
    sort: oneOf(LEDGER_SORTS, query.sort),
    group: oneOf(LEDGER_GROUPS, query.group),
    page: Number.isInteger(page) && page > 0 && page < 1e6 ? page : undefined,
  }
  return { ...readLedgerFilter(query), ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value)) }
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((one) => one === value)
}

/** The address of the ledger with some filters changed. Any change but that of the page leads to the first page. */
export function filterAddress(projectId: string, filter: Filter, change: Partial<Filter> = {}): string {
  const search = filterQuery({ ...filter, page: undefined, ...change })
  return `/projects/${projectId}/discrepancies${search && `?${search}`}`
}

export function filterQuery(filter: Filter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) query.set(name, String(value))
  }
  return query.toString()
}

/** Without what says how the list is shown. */
export function asked({ view: _, sort: __, group: ___, page: ____, ...filter }: Filter): LedgerFilter {
  return filter
}

export function isFiltered(filter: Filter): boolean {
  return narrows(asked(filter))
}

export const FACETS = ['state', 'severity', 'type', 'document'] as const
export type Facet = (typeof FACETS)[number]

const facetOf = (tally: Tally, facet: Facet): string => (facet === 'document' ? tally.documentId : tally[facet])

/** How many there would be with each value of a filter, the others staying as they are. */
export function countsOf(tallies: readonly Tally[], filter: Filter, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const tally of tallies) {
    if (!passes(tally, filter, facet)) continue
    const value = facetOf(tally, facet)
    counts.set(value, (counts.get(value) ?? 0) + tally.count)
  }
  return counts
}

/** How many pass every filter. */
export function totalOf(tallies: readonly Tally[], filter: Filter): number {
  return tallies.reduce((sum, tally) => (passes(tally, filter) ? sum + tally.count : sum), 0)
}

export function passes(tally: Tally, filter: Filter, except?: Facet): boolean {
  return FACETS.every(
    (facet) => facet === except || filter[facet] === undefined || facetOf(tally, facet) === filter[facet],
  )
}

const GROUP_OF: Record<LedgerGroup, (entry: LedgerEntry) => string> = {
  none: () => '',
  document: (entry) => entry.documentId,
  type: (entry) => entry.type,
  severity: (entry) => entry.severity,
  state: (entry) => entry.state,
  person: (entry) => entry.raisedById,
}

export type Group = { key: string; entries: LedgerEntry[] }

/** In the order of the list; without a grouping everything is one group with an empty key. */
export function groupsOf(entries: LedgerEntry[], grouping: LedgerGroup): Group[] {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const key = GROUP_OF[grouping](entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return Array.from(groups, ([key, entries]) => ({ key, entries }))
}
