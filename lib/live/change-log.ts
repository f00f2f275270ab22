/**
 * Reads the log of changes (migration 20261124020000_live): what the last look could not see and this one can.
 *
 * A cursor is a snapshot of PostgreSQL. A transaction that was running at the last look is named in it, so that its rows are
 * told once it commits, however late and whatever came in between; nothing is told twice. Rows of one transaction come
 * together. What has been pruned, or happened before the log was lost in a crash, is answered by `whole: false`.
 */
import type { ChangeKind, Cursor } from './message'

/** Asks the database; the connection that listens and the pool both can. */
export type Query = <Row>(sql: string, values: unknown[]) => Promise<Row[]>

export type LoggedChange = { documentId: string; kinds: ChangeKind[]; ids: number[] | null }

export type Look = { cursor: Cursor; whole: boolean; changes: LoggedChange[] }

/** Beyond this many changes it is quicker to fetch everything anew. */
const MOST_CHANGES = 2_000

/** Where the stream stands now. */
export async function readCursor(query: Query): Promise<Cursor> {
  const [row] = await query<{ cursor: Cursor }>('SELECT pg_current_snapshot()::text AS cursor', [])
  return row!.cursor
}

// The oldest row kept is younger than the cursor: something may have been pruned. A cursor from the future belongs to a
// database that has been replaced since.
const LOOK = `
  WITH now AS (
    SELECT pg_current_snapshot() AS snapshot,
      coalesce((SELECT min("transaction") FROM "DocumentChange") <= pg_snapshot_xmin($1::pg_snapshot)::text::bigint, false)
        AND pg_snapshot_xmin($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) AS whole
  )
  SELECT now.snapshot::text AS cursor, now.whole, c."documentId", c."kinds", c."segments" AS ids
  FROM now LEFT JOIN (
    SELECT * FROM "DocumentChange"
    WHERE "transaction" >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
      AND NOT pg_visible_in_snapshot("transaction"::text::xid8, $1::pg_snapshot)
      AND "documentId" = ANY($2::uuid[])
    ORDER BY "transaction", "seq" LIMIT ${MOST_CHANGES + 1}
  ) c ON now.whole`

type LookRow = { cursor: Cursor; whole: boolean } & (LoggedChange | { documentId: null })

/** What of these documents has been committed since `cursor`. */
export async function readChanges(query: Query, cursor: Cursor, documentIds: readonly string[]): Promise<Look> {
  const rows = await query<LookRow>(LOOK, [cursor, documentIds])
  const { cursor: now, whole } = rows[0]!
  const changes = rows.flatMap((row) =>
    row.documentId === null ? [] : [{ documentId: row.documentId, kinds: row.kinds, ids: row.ids }],
  )
  return { cursor: now, whole: whole && changes.length <= MOST_CHANGES, changes }
}

/**
 * The transactions that are writing now. A snapshot names only those that began before the last one that ended, so they are
 * asked for; before a look, for whoever is not among them has either ended and is seen, or begins later.
 */
export async function readRunning(query: Query): Promise<string[]> {
  const rows = await query<{ xid: string }>(
    'SELECT backend_xid::text AS xid FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND datname = current_database() AND pid <> pg_backend_pid()',
    [],
  )
  return rows.map(({ xid }) => xid)
}

/** One change for each document: many rows in a row are told as one. */
export function changesByDocument(changes: readonly LoggedChange[]): Map<string, LoggedChange> {
  const merged = new Map<string, LoggedChange>()
  for (const { documentId, kinds, ids } of changes) {
    const before = merged.get(documentId)
    merged.set(documentId, {
      documentId,
      kinds: [...new Set([...(before?.kinds ?? []), ...kinds])],
      ids: before ? together(before.ids, named(kinds, ids)) : named(kinds, ids),
    })
  }
  return merged
}

/** An entry of the alignment's journal is about the rows that were written with it, and they are told themselves. */
function named(kinds: readonly ChangeKind[], ids: number[] | null): number[] | null {
  return kinds.every((kind) => kind === 'alignment') ? (ids ?? []) : ids
}

/** As many ids as one request for rows may name; more are "many". */
const MOST_IDS = 200

function together(some: number[] | null, others: number[] | null): number[] | null {
  if (!some || !others) return null
  const ids = [...new Set([...some, ...others])]
  return ids.length <= MOST_IDS ? ids : null
}

const KEPT_MINUTES = 30
const KEPT_ROWS = 50_000

/**
 * Forgets what is old. The newest of the old rows stays and says from where the log is whole. Rows with numbers the database
 * has not reached yet came with a copy of another one.
 */
export async function pruneLog(query: Query): Promise<void> {
  await query(
    `DELETE FROM "DocumentChange" WHERE "transaction" < greatest(
        (SELECT max("transaction") FROM "DocumentChange" WHERE "at" < now() - $1 * interval '1 minute'),
        (SELECT "transaction" FROM "DocumentChange" ORDER BY "transaction" DESC, "seq" DESC OFFSET $2 LIMIT 1))
      OR "transaction" >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    [KEPT_MINUTES, KEPT_ROWS],
  )
}
