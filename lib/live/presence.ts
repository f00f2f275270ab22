/**
 * Who has a document open and where. A row a tab in an unlogged table, kept fresh by the process that holds the tab's stream,
 * for all its tabs in one statement; who has not been seen for a while is not here. A table, not messages between
 * processes: whoever comes learns at once who is here, and a process that dies takes its people with it by doing nothing.
 */
import type { Query } from './change-log'
import type { Person } from './message'

/** How often a process says that its tabs are still there. */
export const FRESHEN_MS = 5_000

/** Two missed and a little: within this time after a crash a person has vanished. */
const SEEN_WITHIN_S = 12

const RING = `SELECT pg_notify('presence_change', "documentId"::text)::text FROM moved`

type Place = { projectId: string; documentId: string; tab: string; memberId: string }

/** A tab whose stream this process holds. Where it stood when its stream broke, it still stands. */
export async function enter(query: Query, process: string, { projectId, documentId, tab, memberId }: Place) {
  await query(
    `WITH moved AS (
      INSERT INTO "Presence" ("tab", "projectId", "documentId", "memberId", "process") VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid)
      ON CONFLICT ("tab") DO UPDATE SET "process" = $5::uuid, "seenAt" = now()
      WHERE "Presence"."memberId" = $4::uuid AND "Presence"."documentId" = $3::uuid
      RETURNING "documentId")
    ${RING}`,
    [tab, projectId, documentId, memberId, process],
  )
}

type Where = { segmentId: number | null; side: string | null; editing: boolean }

/** No process holds a stream for a tab that only asks now and then; each time it asks it is seen. */
export const NO_PROCESS = '00000000-0000-0000-0000-000000000000'

export async function move(query: Query, { projectId, documentId, tab, memberId, ...where }: Place & Where) {
  await query(
    `WITH moved AS (
      INSERT INTO "Presence" ("tab", "projectId", "documentId", "memberId", "process", "segmentId", "side", "editing")
      VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, '${NO_PROCESS}', $5, $6::"Side", $7)
      ON CONFLICT ("tab") DO UPDATE SET "segmentId" = $5, "side" = $6::"Side", "editing" = $7, "seenAt" = now()
      WHERE "Presence"."memberId" = $4::uuid AND "Presence"."documentId" = $3::uuid
      RETURNING "documentId")
    ${RING}`,
    [tab, projectId, documentId, memberId, where.segmentId, where.side, where.editing],
  )
}

/** Only while this process holds the tab: one that has come back elsewhere stays. */
export async function leave(
  query: Query,
  { tab, memberId, process }: { tab: string; memberId: string; process: string },
) {
  await query(
    `WITH moved AS (DELETE FROM "Presence" WHERE "tab" = $1::uuid AND "memberId" = $2::uuid AND "process" = $3::uuid RETURNING "documentId")
    ${RING}`,
    [tab, memberId, process],
  )
}

/** Everyone this process holds is still here. */
export async function freshen(query: Query, process: string): Promise<void> {
  await query(`UPDATE "Presence" SET "seenAt" = now() WHERE "process" = $1::uuid`, [process])
}

export async function seen(query: Query, { tab, memberId }: { tab: string; memberId: string }): Promise<void> {
  await query(`UPDATE "Presence" SET "seenAt" = now() WHERE "tab" = $1::uuid AND "memberId" = $2::uuid`, [
    tab,
    memberId,
  ])
}

export async function forgetTheGone(query: Query): Promise<void> {
  await query(`DELETE FROM "Presence" WHERE "seenAt" < now() - interval '1 minute'`, [])
}

/** Who is in these documents, in an order that does not change as they move about. */
export async function listPeople(query: Query, documentIds: readonly string[]): Promise<Map<string, Person[]>> {
  const rows = await query<Person & { documentId: string }>(
    `SELECT p."documentId", p."tab", p."memberId", u."name", p."segmentId", p."side", p."editing"
    FROM "Presence" p JOIN "Member" m ON m."id" = p."memberId" AND m."removedAt" IS NULL JOIN "User" u ON u."id" = m."userId"
    WHERE p."documentId" = ANY($1::uuid[]) AND p."seenAt" > now() - interval '${SEEN_WITHIN_S} s'
    ORDER BY u."name", p."memberId", p."tab"`,
    [documentIds],
  )
  const people = new Map<string, Person[]>(documentIds.map((id) => [id, []]))
  for (const { documentId, ...person } of rows) people.get(documentId)?.push(person)
  return people
}

/** Tells one tab that somebody else goes on with its text, and shows it as no longer editing. */
export async function tellTakenOver(
  query: Query,
  {
    documentId,
    tab,
    segmentId,
    side,
    by,
  }: { documentId: string; tab: string; segmentId: number; side: string; by: string },
) {
  await query(
    `WITH moved AS (
      UPDATE "Presence" SET "editing" = false
      WHERE "tab" = $1::uuid AND "documentId" = $2::uuid AND "segmentId" = $3 AND "side" = $4::"Side" AND "editing" RETURNING "documentId")
    SELECT pg_notify('presence_change', "documentId"::text)::text, pg_notify('taken_over', $5)::text FROM moved`,
    [tab, documentId, segmentId, side, JSON.stringify({ tab, segmentId, side, by })],
  )
}
