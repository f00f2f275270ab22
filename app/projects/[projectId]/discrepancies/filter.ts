/** The ledger's filters as they stand in the address, and what they leave of the list. */
import { z } from 'zod'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DISCREPANCY_STATES, DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'

export const STATES = DISCREPANCY_STATES
export const GROUPINGS = ['none', 'document', 'type'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What an address gets wrong is left out, not refused: old links stay good for what they still mean. */
const Filter = z.object({
  document: z.uuid().optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  type: z.enum(DISCREPANCY_TYPES).optional().catch(undefined),
  severity: z.enum(SEVERITIES).optional().catch(undefined),
  group: z.enum(GROUPINGS).optional().catch(undefined),
  page: z.coerce.number().int().positive().optional().catch(undefined),
})
export type Filter = z.infer<typeof Filter>

export function readFilter(query: Record<string, string | string[] | undefined>): Filter {
  return Filter.parse(query)
}

/** The address of the ledger with some filters changed. Any change but that of the page leads to the first page. */
export function filterAddress(projectId: string, filter: Filter, change: Partial<Filter> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change })) {
    if (value !== undefined) query.set(name, String(value))
  }
  const search = query.toString()
  return `/projects/${projectId}/discrepancies${search && `?${search}`}`
}

export function isFiltered({ document, state, type, severity }: Filter): boolean {
  return [document, state, type, severity].some((value) => value !== undefined)
}

type Facet = 'document' | 'state' | 'type' | 'severity'

const VALUE: Record<Facet, (entry: LedgerEntry) => string> = {
  document: (entry) => entry.documentId,
  state: (entry) => entry.state,
  type: (entry) => entry.type,
  severity: (entry) => entry.severity,
}

/** Entries that pass every filter, or every one but `except`. */
export function matching(entries: LedgerEntry[], filter: Filter, except?: Facet): LedgerEntry[] {
  const facets = (Object.keys(VALUE) as Facet[]).filter((facet) => facet !== except && filter[facet] !== undefined)
  return entries.filter((entry) => facets.every((facet) => VALUE[facet](entry) === filter[facet]))
}

/** How many there would be with each value of a filter, the others staying as they are. */
export function countsOf(entries: LedgerEntry[], filter: Filter, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of matching(entries, filter, facet)) {
    const value = VALUE[facet](entry)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** So that a group stays together over the pages of a long list. The list itself comes document by document. */
export function orderedFor(grouping: Grouping, entries: LedgerEntry[]): LedgerEntry[] {
  if (grouping !== 'type') return entries
  const rank = new Map(DISCREPANCY_TYPES.map((type, index) => [type, index]))
  return entries.toSorted((one, other) => (rank.get(one.type) ?? 0) - (rank.get(other.type) ?? 0))
}

export type Group = { key: string; entries: LedgerEntry[] }

/** In the order of the list; without a grouping everything is one group with an empty key. */
export function groupsOf(entries: LedgerEntry[], grouping: Grouping): Group[] {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const key = grouping === 'none' ? '' : VALUE[grouping](entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return Array.from(groups, ([key, entries]) => ({ key, entries }))
}
