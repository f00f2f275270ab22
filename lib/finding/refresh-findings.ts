/**
 * Brings the findings of a document up to its texts. Who computes reads the number of the run first and writes only if
 * nobody has written since, so that two processes, or an edit in between, leave no finding of a text that is gone.
 */

import type { GoverningRule } from '../bitext/text'
import { db, Prisma, type Transaction } from '../db'
import { runInThread } from '../jobs/run-in-thread'
import { readRegister } from '../register/read-register'
import { governingSide } from '../segment/rules'
import { readConcepts } from '../termbase/read-concepts'
import {
  type Brought,
  type CheckAnswer,
  type CheckedText,
  type CheckTask,
  check,
  commonHash,
  hashesOf,
  hashOfAll,
} from './compute'
import { writeFindings } from './write-findings'

/**
 * `whole`: everything · `rows`: the checks of single rows, which are quick · ids: only of these rows and their neighbours,
 * for which the other texts are not even read.
 */
export type Extent = 'whole' | 'rows' | readonly number[]

type Place = { projectId: string; documentId: string }

// Somebody else writes at most once a second or so; who loses this often will be called again.
const TRIES = 4

/** Answers whether anything had to be computed. */
export async function refreshFindings(place: Place, extent: Extent = 'whole'): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const state = await readState(place, extent)
    if (!state) return false
    const due = whatIsDue(state)
    const nothing = due.places.length === 0 && !due.whole && due.leftovers.length === 0
    if (nothing && extent !== 'whole') return false
    const answer = nothing ? NOTHING : await compute({ rows: state.rows, brought: state.brought, ...due })
    if (await write(place, state, due, answer)) return !nothing
  }
  return false
}

const NOTHING: CheckAnswer = { rows: [], whole: null }

type State = {
  version: number
  rows: CheckedText[]
  hashes: string[]
  known: Map<number, string>
  brought: Brought
  /** Places of the rows that are looked at; the others are here as their neighbours. */
  places: number[]
  /** Of the whole document: as it was checked, and as it is. Null where only rows are looked at. */
  whole: { hash: string; fingerprint: string } | null
  hash: string
}

/** Null: there is no such document, or it is as it was checked. One snapshot: what changes meanwhile is found changed by the next. */
async function readState(place: Place, extent: Extent): Promise<State | null> {
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

/** `leftovers`: rows that were checked and have gone into others since. */
type Due = { places: number[]; whole: boolean; leftovers: number[] }

function whatIsDue({ rows, hashes, known, places, whole, hash }: State): Due {
  const here = new Set(rows.map(({ id }) => id))
  return {
    places: places.filter((at) => known.get(rows[at]!.id) !== hashes[at]),
    whole: whole !== null && whole.hash !== hash,
    leftovers: [...known.keys()].filter((id) => !here.has(id)),
  }
}

// What is less than this takes a few hundredths of a second, a thread a second to begin.
const FEW_ROWS = 60
const SMALL_DOCUMENT = 400

async function compute(task: CheckTask): Promise<CheckAnswer> {
  if (task.places.length <= FEW_ROWS && (!task.whole || task.rows.length <= SMALL_DOCUMENT)) return check(task)
  return await runInThread({ file: 'lib/finding/compute.ts', name: 'check' }, check, [task])
}

async function write(place: Place, state: State, due: Due, answer: CheckAnswer): Promise<boolean> {
  const { projectId, documentId } = place
  return await db.$transaction(async (tx) => {
    const { count } = await tx.checkRun.updateMany({
      where: { documentId, version: state.version },
      data: {
        version: { increment: 1 },
        fingerprint: state.whole?.fingerprint ?? '',
        ...(due.whole && { hash: state.whole?.hash, checkedAt: new Date() }),
      },
    })
    if (count === 0) return false
    await tx.$executeRaw`
      DELETE FROM "CheckedRow" WHERE "documentId" = ${documentId}::uuid AND "segmentId" = ANY(${due.leftovers}::int[])`
    const checked = due.places.map((at) => state.rows[at]!.id)
    const byRow = new Map(checked.map((id, i) => [id, answer.rows[i]!]))
    await writeFindings(tx, { projectId, documentId, wide: false, byRow }, [...checked, ...due.leftovers])
    const ids = state.rows.map(({ id }) => id)
    if (answer.whole) await writeFindings(tx, { projectId, documentId, wide: true, byRow: answer.whole }, ids)
    const hashes = due.places.map((at) => ({ segmentId: state.rows[at]!.id, hash: state.hashes[at]! }))
    await keepHashes(tx, documentId, hashes)
    return true
  })
}

async function keepHashes(tx: Transaction, documentId: string, hashes: { segmentId: number; hash: string }[]) {
  if (hashes.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "CheckedRow" ("segmentId", "documentId", "hash")
    SELECT h."segmentId", ${documentId}::uuid, h."hash" FROM jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) AS h("segmentId" int, "hash" text)
      JOIN "Segment" s ON s."id" = h."segmentId"
    ON CONFLICT ("segmentId") DO UPDATE SET "hash" = excluded."hash", "documentId" = excluded."documentId"`
}
