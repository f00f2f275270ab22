/**
 * Brings the kept findings to what was computed: what is gone goes, what is new comes, what stays keeps the time it was
 * found. A dismissal of a place goes along when its words have gone to another row; a finding whose words a person changed
 * was right.
 */
import { Prisma, type Transaction } from '../db'
import type { Found } from './compute'

export type Computed = {
  documentId: string
  projectId: string
  wide: boolean
  byRow: ReadonlyMap<number, readonly Found[]>
}

type Kept = {
  id: number
  segmentId: number
  key: string
  check: string
  foundAt: Date
  zhFrom: number | null
  enFrom: number | null
  values: unknown
  severity: string
}

/** `rows`: those that were computed. What was found from the whole document is computed for all of them, so others have none. */
export async function writeFindings(tx: Transaction, computed: Computed, rows: readonly number[]): Promise<void> {
  // Lists of ids go over as one value: a statement holds at most 32,767, and a document may have more rows.
  const kept = await tx.$queryRaw<Kept[]>`
    SELECT "id", "segmentId", "key", "check", "foundAt", "zhFrom", "enFrom", "values", "severity" FROM "Finding"
    WHERE "documentId" = ${computed.documentId}::uuid AND "wide" = ${computed.wide}
      AND (${computed.wide} OR "segmentId" = ANY(${[...rows]}::int[]))
    ORDER BY "id"`
  const { gone, come } = compare(kept, computed.byRow, rows)
  await tx.$executeRaw`DELETE FROM "Finding" WHERE "id" = ANY(${gone.map(({ id }) => id)}::int[])`
  await insert(tx, computed, come)
  const named = new Set(come.map(({ row, found }) => `${row} ${found.key}`))
  const lost = gone.filter(({ segmentId, key }) => !named.has(`${segmentId} ${key}`))
  if (lost.length === 0) return
  const arrived = arrivals(come)
  await followDismissals(tx, lost, arrived)
  await noteMended(
    tx,
    computed,
    lost.filter(({ key }) => !arrived.has(key)),
  )
}

type Come = { row: number; found: Found; foundAt: Date | null }

function compare(kept: readonly Kept[], byRow: Computed['byRow'], rows: readonly number[]) {
  const left = new Map<string, Kept[]>()
  for (const one of kept) {
    const name = `${one.segmentId} ${one.key}`
    left.set(name, [...(left.get(name) ?? []), one])
  }
  const gone = new Set(kept)
  const come: Come[] = []
  for (const row of rows) {
    for (const found of byRow.get(row) ?? []) {
      const before = left.get(`${row} ${found.key}`)?.shift()
      if (before && isSame(before, found)) gone.delete(before)
      else come.push({ row, found, foundAt: before?.foundAt ?? null })
    }
  }
  return { gone: [...gone], come }
}

function isSame(kept: Kept, found: Found): boolean {
  return (
    kept.zhFrom === (found.zh?.from ?? null) &&
    kept.enFrom === (found.en?.from ?? null) &&
    kept.severity === found.severity &&
    sameValues(kept.values, found.values)
  )
}

/** The database has its own order of keys. */
function sameValues(kept: unknown, found: Found['values']): boolean {
  const values = (kept ?? {}) as Record<string, unknown>
  const names = Object.keys(found)
  return Object.keys(values).length === names.length && names.every((name) => values[name] === found[name])
}

// Some megabytes of JSON. A statement of Prisma's own would take values one by one, and with 100,000 findings more than a minute.
const AT_ONCE = 10_000

async function insert(tx: Transaction, { projectId, documentId }: Computed, come: readonly Come[]): Promise<void> {
  for (let from = 0; from < come.length; from += AT_ONCE) {
    const found = come.slice(from, from + AT_ONCE).map(({ row, foundAt, found: { zh, en, ...said } }) => ({
      ...said,
      segmentId: row,
      zhFrom: zh?.from,
      zhTo: zh?.to,
      enFrom: en?.from,
      enTo: en?.to,
      foundAt,
    }))
    await tx.$executeRaw`
      INSERT INTO "Finding" ("projectId", "documentId", "segmentId", "check", "severity", "says", "values",
        "zhFrom", "zhTo", "enFrom", "enTo", "zhWords", "enWords", "key", "wide", "foundAt")
      SELECT ${projectId}::uuid, ${documentId}::uuid, f."segmentId", f."check", f."severity", f."says", f."values",
        f."zhFrom", f."zhTo", f."enFrom", f."enTo", f."zhWords", f."enWords", f."key", f."wide", coalesce(f."foundAt", now())
      FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS f("segmentId" int, "check" text, "severity" text, "says" text,
        "values" jsonb, "zhFrom" int, "zhTo" int, "enFrom" int, "enTo" int, "zhWords" text, "enWords" text, "key" text,
        "wide" boolean, "foundAt" timestamptz)`
  }
}

/** The rows in which something is found now that was not there before, by its key. */
function arrivals(come: readonly Come[]): Map<string, Set<number>> {
  const rows = new Map<string, Set<number>>()
  for (const { row, found, foundAt } of come)
    if (foundAt === null) rows.set(found.key, (rows.get(found.key) ?? new Set()).add(row))
  return rows
}

type Lost = Pick<Kept, 'segmentId' | 'key' | 'check' | 'foundAt'>

/** Where the same words turn up in one other row, the text has moved there. */
async function followDismissals(tx: Transaction, lost: readonly Lost[], arrived: Map<string, Set<number>>) {
  const moves = lost.flatMap(({ segmentId, key }) => {
    const [to, ...more] = arrived.get(key) ?? []
    return to === undefined || more.length > 0 ? [] : [{ from: segmentId, to, key }]
  })
  if (moves.length === 0) return
  await tx.$executeRaw`
    UPDATE "Dismissal" d SET "segmentId" = m."to"
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS m("from" int, "to" int, "key" text)
    WHERE d."segmentId" = m."from" AND d."key" = m."key" AND d."undoneAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Dismissal" o WHERE o."segmentId" = m."to" AND o."key" = m."key" AND o."undoneAt" IS NULL)`
}

/** Gone after a person changed the words of its row, and nobody had called it mistaken. */
async function noteMended(tx: Transaction, { projectId, documentId }: Computed, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return
  const gone = lost.map(({ segmentId, key, check, foundAt }) => ({
    segmentId,
    key,
    check,
    foundAt: foundAt.toISOString(),
  }))
  await tx.$executeRaw`
    INSERT INTO "FindingOutcome" ("projectId", "documentId", "segmentId", "check", "key", "outcome", "memberId")
    SELECT DISTINCT ON (g."segmentId", g."key") ${projectId}::uuid, ${documentId}::uuid, g."segmentId", g."check", g."key", 'mended', r."memberId"
    FROM jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) AS g("segmentId" int, "key" text, "check" text, "foundAt" timestamptz)
      JOIN "Revision" r ON r."segmentId" = g."segmentId" AND r."createdAt" >= g."foundAt" AND r."kind" <> 'align'
    WHERE NOT EXISTS (SELECT 1 FROM "Dismissal" d WHERE ${dismisses(Prisma.sql`g."segmentId"`, Prisma.sql`g."key"`, projectId, documentId)})
    ORDER BY g."segmentId", g."key", r."id" DESC
    ON CONFLICT DO NOTHING`
}

/** Whether the dismissal `d` holds for a finding: it is of its row, of its document or of its project. */
export function dismisses(segmentId: Prisma.Sql, key: Prisma.Sql, projectId: string, documentId: string): Prisma.Sql {
  return Prisma.sql`d."projectId" = ${projectId}::uuid AND d."key" = ${key} AND d."undoneAt" IS NULL
    AND (d."documentId" IS NULL OR d."documentId" = ${documentId}::uuid) AND (d."segmentId" IS NULL OR d."segmentId" = ${segmentId})`
}
