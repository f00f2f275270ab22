/**
 * The timeline of a document: everything that was done to it, newest first. Pages are cut by key (moment, kind, id), so
 * that what happens meanwhile moves nothing. What one act did to many rows at one moment is one entry; the demotions a
 * change of text brings along, and the revisions of an alignment step, are told by what caused them.
 */
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import { type BatchStep, mayUndoBatch } from '../view/rules'
import type { EventDetail } from './event-detail'
import { SOURCES } from './event-sources'
import { EVENT_KINDS, type EventKind } from './events'
import { rowsNow } from './rows-now'

export const EVENTS_A_PAGE = 60

/** The last entry of the page before: `moment_kind_id`. */
const Cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[a-z]+_[0-9a-f-]+$/)

export const EventsInput = z.object({
  projectId: z.uuid(),
  documentId: z.uuid(),
  kind: z.enum(EVENT_KINDS).optional(),
  memberId: z.uuid().optional(),
  /** A day of the reader's calendar taken as UTC; its events are included. */
  until: z.iso.date().optional(),
  before: Cursor.optional(),
})
export type EventsInput = z.infer<typeof EventsInput>

export type DocumentEvent = {
  key: string
  kind: EventKind
  at: Date
  by: string
  /** The row it is about now, or the first of several; null where it is about none. */
  segmentId: number | null
  row: number | null
  lastRow: number | null
  rows: number
  detail: EventDetail
}

type Found = {
  kind: EventKind
  id: string
  at: Date
  by: string
  memberId: string
  segmentId: number | null
  lastSegmentId: number | null
  rows: number
  detail: EventDetail
  /** Of an act on many rows: the steps it took. */
  steps: BatchStep[] | null
}

/** A page of the timeline, and the key to ask for the next one with; null where it ends. */
export async function listEvents(
  actor: Actor,
  input: EventsInput,
): Promise<{ events: DocumentEvent[]; next: string | null }> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const sources = EVENT_KINDS.filter((kind) => !input.kind || kind === input.kind).map((kind) => pageOf(kind, input))
  const found = await db.$queryRaw<Found[]>`
    SELECT * FROM (${Prisma.join(sources, ' UNION ALL ')}) everything
    ORDER BY "at" DESC, "kind" DESC, "id" DESC LIMIT ${EVENTS_A_PAGE + 1}`
  const shown = found.slice(0, EVENTS_A_PAGE)
  const ids = shown.flatMap(({ segmentId, lastSegmentId }) => [segmentId, lastSegmentId]).filter((id) => id !== null)
  const rows = await rowsNow(projectId, documentId, [...new Set(ids)])
  const events = shown.map(({ id, segmentId, lastSegmentId, memberId, steps, ...event }) => {
    const first = segmentId === null ? undefined : rows.get(segmentId)
    const last = lastSegmentId === null ? undefined : rows.get(lastSegmentId)
    return {
      ...event,
      detail: withRights(event.detail, member, { memberId, steps }),
      key: keyOf({ ...event, id }),
      segmentId: first?.segmentId ?? null,
      row: first?.row ?? null,
      lastRow: last?.row ?? null,
    }
  })
  return { events, next: found.length > shown.length ? (events.at(-1)?.key ?? null) : null }
}

function withRights(
  detail: EventDetail,
  member: ActingMember,
  { memberId, steps }: Pick<Found, 'memberId' | 'steps'>,
): EventDetail {
  if (detail.is !== 'batch') return detail
  const mayUndo = !detail.undone && mayUndoBatch(member, { kind: detail.act, memberId, steps: steps ?? [] })
  return { ...detail, mayUndo }
}

function keyOf({ at, kind, id }: Pick<Found, 'at' | 'kind' | 'id'>): string {
  return `${at.toISOString()}_${kind}_${id}`
}

/** The newest entries of one kind after the cursor: no source gives more than a page needs. */
function pageOf(kind: EventKind, input: EventsInput): Prisma.Sql {
  const { memberId, until, before } = input
  const [moment, ...key] = before?.split('_') ?? []
  const older = before
    ? Prisma.sql`AND (e."at", ${kind}::text, e."id") < (${moment}::timestamptz, ${key[0]}, ${key[1]})`
    : Prisma.empty
  const by = memberId ? Prisma.sql`AND e."memberId" = ${memberId}::uuid` : Prisma.empty
  const day = until ? Prisma.sql`AND e."at" < ${until}::date + 1` : Prisma.empty
  return Prisma.sql`(
    SELECT ${kind}::text AS kind, e."id", e."at", u."name" AS by, e."segmentId", e."lastSegmentId", e."rows", e."detail" - 'steps' AS detail, e."memberId", e."detail" -> 'steps' AS steps
    FROM (${SOURCES[kind](input)}) e JOIN "Member" m ON m."id" = e."memberId" JOIN "User" u ON u."id" = m."userId"
    WHERE true ${older} ${by} ${day} ORDER BY e."at" DESC, e."id" DESC LIMIT ${EVENTS_A_PAGE + 1})`
}
