/** The ledger's page: a stretch of the list, what is in it all by state, type, severity and document, and the board. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import type { LedgerFilter, LedgerGroup, LedgerSort } from './ledger-filter'
import { type Asked, NOTES, orderOf, whereOf } from './ledger-where'
import { entriesOf, type LedgerEntry } from './queries'
import type { DiscrepancyState, DiscrepancyType, Severity } from './rules'

export type LedgerQuery = { projectId: string; filter: LedgerFilter; sort: LedgerSort; group: LedgerGroup }

/** How many notes there are of one kind: the figures beside the filters are sums of these. */
export type Tally = {
  documentId: string
  state: DiscrepancyState
  type: DiscrepancyType
  severity: Severity
  count: number
}

export type Someone = { id: string; name: string }

// Most of the time a page takes goes into its rows; a person looks at a dozen at once.
export const ROWS_A_PAGE = 50

/** One page of the list; a page past the end is the last one. */
export async function getLedgerPage(
  actor: Actor,
  { projectId, filter, sort, group, page }: LedgerQuery & { page: number },
): Promise<LedgerEntry[]> {
  const asked = await ask(actor, projectId, filter)
  const order = orderOf(sort, group)
  return await db.$queryRaw<LedgerEntry[]>(
    entriesOf(Prisma.sql`
      SELECT o."id", row_number() OVER () AS nth FROM (
        SELECT d."id" FROM ${NOTES} WHERE ${whereOf(asked)}
        ORDER BY ${order} LIMIT ${ROWS_A_PAGE}::int OFFSET ${(page - 1) * ROWS_A_PAGE}::int) o`),
  )
}

/** Everything the filter shows, for a file. */
export async function listLedger(actor: Actor, { projectId, filter, sort, group }: LedgerQuery) {
  const asked = await ask(actor, projectId, filter)
  return await db.$queryRaw<LedgerEntry[]>(
    entriesOf(
      Prisma.sql`SELECT d."id", row_number() OVER (ORDER BY ${orderOf(sort, group)}) AS nth FROM ${NOTES} WHERE ${whereOf(asked)}`,
    ),
  )
}

/** More than a column shows at once is a list; the board leads there. */
export const CARDS_A_COLUMN = 40

/** The first notes of every state. */
export async function getBoard(actor: Actor, { projectId, filter, sort }: LedgerQuery): Promise<LedgerEntry[]> {
  const asked = await ask(actor, projectId, filter)
  const order = orderOf(sort, 'none')
  return await db.$queryRaw<LedgerEntry[]>(
    entriesOf(Prisma.sql`
      SELECT c."id", c.nth FROM (
        SELECT d."id", row_number() OVER (PARTITION BY d."state" ORDER BY ${order}) AS nth FROM ${NOTES} WHERE ${whereOf(asked)}
      ) c WHERE c.nth <= ${CARDS_A_COLUMN}`),
  )
}

/** What the figures beside the filters are sums of: everything but state, type, severity and document is asked. */
export async function getTallies(
  actor: Actor,
  { projectId, filter }: Pick<LedgerQuery, 'projectId' | 'filter'>,
): Promise<{ tallies: Tally[]; raisers: Someone[]; deciders: Someone[] }> {
  const { person, find, rows, document } = filter
  const asked = await ask(actor, projectId, { person, find, ...(rows && { rows, document }) })
  const [tallies, raisers, deciders] = await Promise.all([
    db.$queryRaw<Tally[]>`
      SELECT d."documentId", d."state", d."type", d."severity", count(*)::int AS count
      FROM ${NOTES} WHERE ${whereOf(asked)} GROUP BY 1, 2, 3, 4`,
    peopleOf(projectId, Prisma.sql`"raisedById"`),
    peopleOf(projectId, Prisma.sql`"decidedById"`),
  ])
  return { tallies, raisers, deciders }
}

/** Also those who have left: their notes have not. */
async function peopleOf(projectId: string, column: Prisma.Sql): Promise<Someone[]> {
  return await db.$queryRaw<Someone[]>`
    SELECT m."id", u."name" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."projectId" = ${projectId}::uuid
      AND m."id" IN (SELECT d.${column} FROM "Discrepancy" d WHERE d."projectId" = ${projectId}::uuid)
    ORDER BY lower(u."name"), m."id"`
}

/** How long a document's strip of the heat picture is. */
export const HEAT_BANDS = 20

/** Notes of one severity in one band of a document; `rows`: how long the document is. */
export type HeatSpot = { documentId: string; rows: number; band: number; severity: Severity; count: number }

/** Where the notes stand: each document cut into as many bands of equal length, or into its rows when it has fewer. */
export async function getHeat(
  actor: Actor,
  { projectId, filter }: Pick<LedgerQuery, 'projectId' | 'filter'>,
): Promise<HeatSpot[]> {
  const asked = await ask(actor, projectId, filter)
  return await db.$queryRaw<HeatSpot[]>`
    WITH note AS MATERIALIZED (SELECT d."documentId", d."segmentId", d."severity" FROM ${NOTES} WHERE ${whereOf(asked)}),
    concerned AS MATERIALIZED (SELECT DISTINCT "documentId" FROM note),
    place AS MATERIALIZED (
      SELECT b."id", row_number() OVER (PARTITION BY b."documentId" ORDER BY b."position")::int AS row,
        count(*) OVER (PARTITION BY b."documentId")::int AS rows
      FROM concerned c JOIN "Segment" b ON b."documentId" = c."documentId" AND b."position" IS NOT NULL)
    SELECT note."documentId", place.rows, ((place.row - 1) * least(${HEAT_BANDS}::int, place.rows) / place.rows)::int AS band,
      note."severity", count(*)::int AS count
    FROM note JOIN place ON place."id" = note."segmentId" GROUP BY 1, 2, 3, 4 ORDER BY 1, 3`
}

async function ask(actor: Actor, projectId: string, filter: LedgerFilter): Promise<Asked> {
  const member = await requireMember(actor, projectId, 'project.read')
  return { projectId, memberId: member.id, filter }
}
