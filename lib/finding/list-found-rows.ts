import { setTimeout } from 'node:timers/promises'
import { db } from '../db'
import { AppError } from '../errors'
import { refreshFindings } from './refresh-findings'

type Place = { projectId: string; documentId: string }

/**
 * Ids of the rows in which a check finds something that nobody has dismissed, whether the project shows the check or not.
 * The findings are those in the database: only rows whose texts have changed since are computed, and for every process.
 */
export async function listFoundRows(place: Place, check: string): Promise<Set<number>> {
  if (!(await within(PATIENCE, refreshOnce(place)))) throw new AppError('invalid', 'rows-being-judged')
  const { projectId, documentId } = place
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT f."segmentId" AS id FROM "Finding" f
    WHERE f."documentId" = ${documentId}::uuid AND f."projectId" = ${projectId}::uuid AND f."check" = ${check}
      AND NOT EXISTS (SELECT 1 FROM "Dismissal" d WHERE d."projectId" = f."projectId" AND d."key" = f."key" AND d."undoneAt" IS NULL
        AND (d."documentId" IS NULL OR d."documentId" = f."documentId") AND (d."segmentId" IS NULL OR d."segmentId" = f."segmentId"))`
  return new Set(rows.map(({ id }) => id))
}

/** A long document that was never checked takes a minute. The work goes on, and is kept, while the person does something else. */
const PATIENCE = 12_000

async function within(time: number, work: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController()
  const later = setTimeout(time, false, { signal: patience.signal, ref: false }).catch(() => false)
  return await Promise.race([work.then(() => true), later]).finally(() => patience.abort())
}

const running = new Map<string, Promise<unknown>>()

/** Who asks while it is being computed waits for the same work. */
function refreshOnce(place: Place): Promise<unknown> {
  const under = running.get(place.documentId)
  if (under) return under
  const work = refreshFindings(place, 'rows').finally(() => running.delete(place.documentId))
  // When nobody waits any longer, the next who asks begins anew and meets the error itself.
  work.catch(() => {})
  running.set(place.documentId, work)
  return work
}
