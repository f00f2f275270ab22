/**
 * Brings the findings of a document up to its texts. Who computes reads the number of the run first and writes only if
 * nobody has written since, so that two processes, or an edit in between, leave no finding of a text that is gone.
 */
import { db, type Transaction } from '../db'
import { runInThread } from '../jobs/run-in-thread'
import { type CheckAnswer, type CheckTask, check } from './compute'
import { type Extent, readState, type State } from './read-state'
import { writeFindings } from './write-findings'

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
