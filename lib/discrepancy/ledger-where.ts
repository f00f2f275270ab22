/** The ledger's filter and order as SQL, over `d` (the note), `doc` (its document) and `s` (its row). */
import { Prisma } from '../db'
import { type LedgerFilter, type LedgerGroup, type LedgerSort, rowsOf } from './ledger-filter'
import { DISCREPANCY_TYPES } from './rules'

export type Asked = { projectId: string; memberId: string; filter: LedgerFilter }

export const NOTES = Prisma.sql`"Discrepancy" d
  JOIN "Document" doc ON doc."id" = d."documentId" AND doc."deletedAt" IS NULL
  JOIN "Segment" s ON s."id" = d."segmentId"`

/** Everything that is asked, or everything but one of the figures that stand beside the filters themselves. */
export function whereOf({ projectId, memberId, filter }: Asked): Prisma.Sql {
  const { document, state, type, severity, person, find } = filter
  const conditions = [Prisma.sql`d."projectId" = ${projectId}::uuid`]
  if (document) conditions.push(Prisma.sql`d."documentId" = ${document}::uuid`)
  if (state) conditions.push(Prisma.sql`d."state" = ${state}::"DiscrepancyState"`)
  if (type) conditions.push(Prisma.sql`d."type" = ${type}`)
  if (severity) conditions.push(Prisma.sql`d."severity" = ${severity}::"Severity"`)
  if (person) conditions.push(byPerson(person, memberId))
  if (find) conditions.push(holds(find))
  const rows = rowsOf(filter)
  if (rows && document) {
    conditions.push(
      Prisma.sql`s."position" >= ${positionOf(document, rows.from)} AND s."position" <= ${positionOf(document, rows.to)}`,
    )
  }
  return Prisma.join(conditions, ' AND ')
}

function byPerson(person: string, memberId: string): Prisma.Sql {
  if (person === 'mine') return Prisma.sql`${memberId}::uuid IN (d."raisedById", d."proposedById", d."decidedById")`
  const id = person.slice(person.indexOf('-') + 1)
  return person.startsWith('raised')
    ? Prisma.sql`d."raisedById" = ${id}::uuid`
    : Prisma.sql`d."decidedById" = ${id}::uuid`
}

/** Plain words, not a pattern: one Chinese character is found like any other. */
function holds(find: string): Prisma.Sql {
  const said = Prisma.sql`lower(concat_ws(chr(10), d."zhQuote", d."enQuote", d."note", d."decisionNote"))`
  return Prisma.sql`(strpos(${said}, lower(${find})) > 0 OR d."number"::text = ${find.replace(/^#/, '')})`
}

/** Where a row of a document stands, counted from 1; past the last one, the last. */
function positionOf(documentId: string, row: number): Prisma.Sql {
  return Prisma.sql`(SELECT max(f."position") FROM (SELECT "position" FROM "Segment"
    WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL ORDER BY "position" LIMIT ${row}::int) f)`
}

const PLACE = Prisma.sql`doc."createdAt", doc."id", s."position", d."number"`
const TYPE = Prisma.sql`array_position(${[...DISCREPANCY_TYPES]}::text[], d."type")`

const SORTS: Record<LedgerSort, Prisma.Sql> = {
  place: PLACE,
  number: Prisma.sql`d."number", ${PLACE}`,
  severity: Prisma.sql`d."severity" DESC, ${PLACE}`,
  newest: Prisma.sql`d."raisedAt" DESC, d."id" DESC`,
  oldest: Prisma.sql`d."raisedAt", d."id"`,
  type: Prisma.sql`${TYPE}, ${PLACE}`,
  state: Prisma.sql`d."state", ${PLACE}`,
}

const GROUPS: Record<LedgerGroup, Prisma.Sql | null> = {
  none: null,
  document: Prisma.sql`doc."createdAt", doc."id"`,
  type: TYPE,
  severity: Prisma.sql`d."severity" DESC`,
  state: Prisma.sql`d."state"`,
  person: Prisma.sql`(SELECT lower(u."name") FROM "Member" m JOIN "User" u ON u."id" = m."userId" WHERE m."id" = d."raisedById"), d."raisedById"`,
}

/** A group stays together over the pages of a long list. */
export function orderOf(sort: LedgerSort, group: LedgerGroup): Prisma.Sql {
  const first = GROUPS[group]
  return first ? Prisma.sql`${first}, ${SORTS[sort]}` : SORTS[sort]
}
