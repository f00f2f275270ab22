/** What a document's findings were computed from, and what stands there now. */
import type { GoverningRule } from '../bitext/text'
import { db, Prisma, type Transaction } from '../db'
import { readRegister } from '../register/read-register'
import { governingSide } from '../segment/rules'
import { readConcepts } from '../termbase/read-concepts'
import { type Brought, type CheckedText, commonHash, hashesOf, hashOfAll } from './compute'

/**
 * `whole`: everything · `rows`: the checks of single rows, which are quick · ids: only of these rows and their neighbours,
 * for which the other texts are not even read.
 */
export type Extent = 'whole' | 'rows' | readonly number[]

type Place = { projectId: string; documentId: string }

export type State = {
  version: number
  rows: CheckedText[]
  hashes: string[]
  known: Map<number, string>
  brought: Brought
  /** Places of the rows that are looked at; the others are here as their neighbours. */
  places: number[]
  /** Of the whole document as it was checked. */
  hash: string
  /** Of the whole document as it is; null where only rows are looked at. */
  whole: { hash: string; fingerprint: string } | null
}

/** Null: there is no such document, or it is as it was checked. One snapshot: what changes meanwhile is found changed by the next. */
export async function readState(place: Place, extent: Extent): Promise<State | null> {
  const { projectId, documentId } = place
  await db.$executeRaw`
    INSERT INTO "CheckRun" ("documentId", "projectId")
    SELECT "id", "projectId" FROM "Document" WHERE "id" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "deletedAt" IS NULL
    ON CONFLICT DO NOTHING`
  return await db.$transaction((tx) => readWithin(tx, place, extent), { isolationLevel: 'RepeatableRead' })
}

async function readWithin(tx: Transaction, { projectId, documentId }: Place, extent: Extent): Promise<State | null> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { governing: true, project: { select: { termsVersion: true } }, sources: { select: { side: true } } },
  })
  const run = document && (await tx.checkRun.findUnique({ where: { documentId } }))
  if (!run) return null
  const brought: Brought = {
    oneSided: document.sources.length < 2,
    governing: governingSide(document.governing as GoverningRule),
    termsVersion: document.project.termsVersion,
    concepts: [],
    register: [],
  }
  const some = extent === 'whole' || extent === 'rows' ? null : extent
  const fingerprint = some ? '' : await fingerprintOf(tx, documentId, brought)
  if (fingerprint !== '' && fingerprint === run.fingerprint) return null
  const near = some ? await readNear(tx, documentId, some) : await readAll(tx, documentId)
  const rows = near.map(({ asked: _, ...row }) => row)
  const among = some
    ? Prisma.sql`"segmentId" = ANY(${[...some, ...rows.map(({ id }) => id)]}::int[])`
    : Prisma.sql`true`
  const kept = await tx.$queryRaw<{ segmentId: number; hash: string }[]>`
    SELECT "segmentId", "hash" FROM "CheckedRow" WHERE "documentId" = ${documentId}::uuid AND ${among}`
  const known = new Map(kept.map(({ segmentId, hash }) => [segmentId, hash]))
  const hashes = hashesOf(rows, brought)
  const places = near.flatMap(({ asked }, at) => (asked ? [at] : []))
  const whole = extent === 'whole' ? { hash: hashOfAll(hashes), fingerprint } : null
  if (places.some((at) => known.get(rows[at]!.id) !== hashes[at])) brought.concepts = await readConcepts(projectId, tx)
  if (whole && run.hash !== whole.hash) brought.register = await readRegister(projectId, tx)
  return { version: run.version, hash: run.hash, rows, hashes, known, brought, places, whole }
}

/** Everything the findings hang on, as hashOfAll has it, but made where the texts are; another release of PostgreSQL may make another of it. */
async function fingerprintOf(tx: Transaction, documentId: string, brought: Brought): Promise<string> {
  const [texts] = await tx.$queryRaw<[{ sum: string }]>`
    SELECT count(*) || ' ' || coalesce(sum(hash_record_extended(ROW("id", "position", "zh", "en", "kind", "label"), 0)), 0) AS sum
    FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL`
  return `${commonHash(brought)} ${texts.sum}`
}

type Near = CheckedText & { asked: boolean }

async function readAll(tx: Transaction, documentId: string): Promise<Near[]> {
  return await tx.$queryRaw<Near[]>`
    SELECT "id", "zh", "en", "kind", "label", true AS asked FROM "Segment"
    WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL ORDER BY "position"`
}

/** The rows with these ids, or those they went into, and one on either side of each are asked; one more on either side comes along. */
async function readNear(tx: Transaction, documentId: string, ids: readonly number[]): Promise<Near[]> {
  return await tx.$queryRaw<Near[]>`
    WITH named AS (
      SELECT coalesce(s."position", i."position") AS "position"
      FROM "Segment" s LEFT JOIN "Segment" i ON i."id" = s."mergedIntoId"
      WHERE s."documentId" = ${documentId}::uuid AND s."id" = ANY(${[...ids]}::int[])
    ), near AS (
      SELECT n."id", bool_or(n.away <= 1) AS asked FROM named CROSS JOIN LATERAL (
        (SELECT "id", row_number() OVER (ORDER BY "position" DESC) - 1 AS away FROM "Segment"
          WHERE "documentId" = ${documentId}::uuid AND "position" <= named."position" ORDER BY "position" DESC LIMIT 3)
        UNION ALL
        (SELECT "id", row_number() OVER (ORDER BY "position") FROM "Segment"
          WHERE "documentId" = ${documentId}::uuid AND "position" > named."position" ORDER BY "position" LIMIT 2)
      ) n GROUP BY n."id"
    )
    SELECT s."id", s."zh", s."en", s."kind", s."label", near.asked FROM near JOIN "Segment" s ON s."id" = near."id" ORDER BY s."position"`
}
