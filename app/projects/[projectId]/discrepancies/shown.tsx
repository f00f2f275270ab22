/** What the filter shows: a page of the list, the board, or the picture. Each asks the database for no more than it shows. */
import type { Actor } from '@/lib/auth/actor'
import { getBoard, getHeat, getLedgerPage, ROWS_A_PAGE, type Tally } from '@/lib/discrepancy/ledger'
import { mayAct } from '@/lib/discrepancy/refuse-act'
import { DISCREPANCY_STATES, type DiscrepancyState } from '@/lib/discrepancy/rules'
import type { DocumentRow } from '@/lib/document/queries'
import type { ProjectView } from '@/lib/project/queries'
import { Board } from './board'
import { BulkBar } from './bulk-bar'
import { asked, countsOf, type Filter, filterAddress, filterQuery, groupsOf } from './filter'
import { Heat } from './heat'
import { LedgerTable } from './ledger-table'
import { Pager } from './pager'
import { SelectionProvider } from './selection'

type ShownProps = {
  actor: Actor
  project: ProjectView
  filter: Filter & { group: NonNullable<Filter['group']> }
  tallies: readonly Tally[]
  documents: DocumentRow[]
  /** How many notes the filter shows; never none. */
  total: number
}

export async function ListOf({ actor, project, filter, documents, total }: ShownProps) {
  const { sort = 'place', group } = filter
  const pages = Math.ceil(total / ROWS_A_PAGE)
  const page = Math.min(filter.page ?? 1, pages)
  const entries = await getLedgerPage(actor, { projectId: project.id, filter: asked(filter), sort, group, page })
  return (
    <SelectionProvider key={filterQuery({ ...filter, page })} page={entries.map(({ id }) => id)}>
      <BulkBar filter={asked(filter)} total={total} rules={[...new Set(documents.map(({ governing }) => governing))]} />
      {groupsOf(entries, group).map(({ key, entries: rows }) => (
        <LedgerTable
          key={key}
          projectId={project.id}
          entries={rows}
          grouping={group}
          showDocument={group !== 'document' && documents.length > 1}
          choosing={mayAct(project.role, 'propose')}
        />
      ))}
      <Pager projectId={project.id} filter={filter} page={page} pages={pages} />
    </SelectionProvider>
  )
}

export async function BoardOf({ actor, project, filter, tallies, documents }: ShownProps) {
  const { sort = 'place', group } = filter
  const entries = await getBoard(actor, { projectId: project.id, filter: asked(filter), sort, group })
  const counts = countsOf(tallies, filter, 'state')
  const columns = Object.fromEntries(
    DISCREPANCY_STATES.map((state) => [
      state,
      { count: counts.get(state) ?? 0, href: filterAddress(project.id, filter, { view: undefined, state }) },
    ]),
  ) as Record<DiscrepancyState, { count: number; href: string }>
  return <Board entries={entries} columns={columns} showDocument={documents.length > 1 && !filter.document} />
}

export async function HeatOf({ actor, project, filter, tallies, documents }: ShownProps) {
  const spots = await getHeat(actor, { projectId: project.id, filter: asked(filter) })
  return <Heat projectId={project.id} filter={filter} spots={spots} tallies={tallies} documents={documents} />
}
