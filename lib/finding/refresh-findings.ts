/**
 * Brings the findings of a document up to its texts. Who computes reads the number of the run first and writes only if
 * nobody has written since, so that two processes, or an edit in between, leave no finding of a text that is gone.
 */

import type { GoverningRule } from '../bitext/text'
import { db, type Transaction } from '../db'
import { runInThread } from '../jobs/run-in-thread'
import { readRegister } from '../register/read-register'
import { governingSide } from '../segment/rules'
import { readConcepts } from '../termbase/read-concepts'
import { type Brought, type CheckAnswer, type CheckedText, type CheckTask, check, hashesOf, hashOfAll } from './compute'
import { writeFindings } from './write-findings'

export type Extent = 'rows' | 'whole'

type Place = { projectId: string; documentId: string }

// Somebody else writes at most once a second or so; who loses this often will be called again.
const TRIES = 4

/** `rows`: only the checks of single rows, which are quick. Answers whether anything had to be computed. */
export async function refreshFindings(place: Place, extent: Extent = 'whole'): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const state = await readState(place)
    if (!state) return false
    const due = whatIsDue(state, extent)
    if (due.places.length === 0 && !due.whole && due.leftovers.length === 0) return false
    const answer = await compute({ rows: state.rows, brought: state.brought, ...due })
    if (await write(place, state, due, answer)) return true
  }
  return false
}

type State = {
  version: number
  hash: string
  rows: CheckedText[]
  hashes: string[]
  known: Map<number, string>
  brought: Brought
}

async function readState({ projectId, documentId }: Place): Promise<State | null> {
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { governing: true, project: { select: { termsVersion: true } }, sources: { select: { side: true } } },
  })
  if (!document) return null
  await db.checkRun.createMany({ data: [{ documentId, projectId }], skipDuplicates: true })
  // Before the texts: what changes while they are being read is computed by the next.
  const run = await db.checkRun.findUniqueOrThrow({ where: { documentId }, select: { version: true, hash: true } })
  const rows = await db.$queryRaw<CheckedText[]>`
    SELECT "id", "zh", "en", "kind", "label" FROM "Segment"
    WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid AND "position" IS NOT NULL ORDER BY "position"`
  const kept = await db.checkedRow.findMany({ where: { documentId }, select: { segmentId: true, hash: true } })
  const brought: Brought = {
    oneSided: document.sources.length < 2,
    governing: governingSide(document.governing as GoverningRule),
    termsVersion: document.project.termsVersion,
    concepts: [],
    register: [],
  }
  const known = new Map(kept.map(({ segmentId, hash }) => [segmentId, hash]))
  const hashes = hashesOf(rows, brought)
  if (rows.some(({ id }, at) => known.get(id) !== hashes[at])) brought.concepts = await readConcepts(projectId)
  if (run.hash !== hashOfAll(hashes)) brought.register = await readRegister(projectId)
  return { ...run, rows, hashes, known, brought }
}

/** `leftovers`: rows that were checked and have gone into others since. */
type Due = { places: number[]; whole: boolean; leftovers: number[] }

function whatIsDue({ rows, hashes, known, hash }: State, extent: Extent): Due {
  const places = rows.flatMap(({ id }, at) => (known.get(id) === hashes[at] ? [] : [at]))
  const here = new Set(rows.map(({ id }) => id))
  const leftovers = [...known.keys()].filter((id) => !here.has(id))
  return { places, whole: extent === 'whole' && hash !== hashOfAll(hashes), leftovers }
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
        ...(due.whole && { hash: hashOfAll(state.hashes), checkedAt: new Date() }),
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
