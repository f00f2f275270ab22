/**
 * Tracked changes of the sides of segments: from a base through every revision since, each change with its author.
 *
 * A base is a version of the side and the pieces that stood there: `first` as brought in, `previous` before the last
 * change, `approval` when the row was last approved (a governing text: when the row was last held right against it),
 * `edition` as last published, `accepted` where the changes a person accepted belong to the base already.
 */
import {
  numberChanges,
  type Step,
  startTracking,
  type TrackedChange,
  type TrackedPiece,
  trackSteps,
} from '../bitext/diff'
import type { GoverningRule } from '../bitext/text'
import { SIDES, type Side } from '../bitext/text'
import { db, type Transaction } from '../db'
import { governingSide } from '../segment/rules'
import type { Base } from './bases'
import { heldRight, lastCompared, type StatusStep } from './held-right'
import { isNeutral } from './kinds'

export type { Base }

export type TrackedSide = {
  segmentId: number
  side: Side
  /** Of the text that `changes` lead to. */
  version: number
  /** Of the base `accepted`; 0 where nothing was ever accepted. */
  acceptedVersion: number
  changes: TrackedChange[]
  /** Names of those who made them. */
  people: Record<string, string>
}

type Revision = {
  segmentId: number
  side: Side
  before: string
  after: string
  version: number
  kind: string
  createdAt: Date
  authorId: string
  author: string
}

type Acceptance = { segmentId: number; side: Side; version: number; textVersion: number; pieces: TrackedPiece[] }

type EditionRow = { segmentId: number; zhVersion: number; enVersion: number }

/** Everything known about one side of one segment, oldest first. */
type Past = {
  side: Side
  text: string
  revisions: Revision[]
  acceptance: Acceptance | null
  held: StatusStep[]
  edition: EditionRow | undefined
  governs: boolean
}

type Start = { pieces: TrackedPiece[]; version: number }

/** What stood there at a version. */
function at(version: number, { text, revisions }: Past): Start {
  const next = revisions.find((revision) => revision.version > version)
  return { pieces: startTracking(next?.before ?? text), version }
}

function sinceMoment(moment: Date, past: Past): Start {
  const next = past.revisions.find(({ createdAt }) => createdAt > moment)
  return at(next ? next.version - 1 : Number.MAX_SAFE_INTEGER, past)
}

const STARTS: Record<Base, (past: Past) => Start> = {
  first: (past) => at(0, past),
  previous: (past) => {
    const last = past.revisions.findLast(({ kind }) => !isNeutral(kind))
    return last ? at(last.version - 1, past) : at(0, past)
  },
  approval: (past) => {
    const step = past.governs ? comparedWith(past) : past.held.findLast(({ verdict }) => verdict === null)
    if (!step) return at(0, past)
    const version = step[`${past.side}Version`]
    return version === null ? sinceMoment(step.createdAt, past) : at(version, past)
  },
  /** A row no edition holds yet is held against what was brought in. */
  edition: (past) => at(past.edition?.[`${past.side}Version`] ?? 0, past),
  accepted: (past) =>
    past.acceptance ? { pieces: past.acceptance.pieces, version: past.acceptance.textVersion } : at(0, past),
}

function comparedWith({ held, side, revisions }: Past): StatusStep | undefined {
  const corrections = revisions.filter(({ kind }) => kind === 'correction').map(({ version }) => version)
  return lastCompared(held, (step) => step[`${side}Version`], corrections)
}

function changesSince(base: Base, past: Past): TrackedChange[] {
  const { pieces, version } = STARTS[base](past)
  const steps = past.revisions
    .filter((revision) => revision.version > version)
    .map(({ after, authorId, kind }): Step => ({ after, by: authorId, neutral: isNeutral(kind) }))
  return numberChanges(trackSteps(pieces, steps, past.side), past.side)
}

type Wanted = { projectId: string; ids: readonly number[]; base: Base }

type LoadedSegment = { id: number; governing: GoverningRule } & Record<Side, string> & Record<`${Side}Version`, number>

/** The changed sides of these segments, in the order of the rows. A side that was never changed is not among them. */
export async function loadTracked({ projectId, ids, base }: Wanted, tx: Transaction = db): Promise<TrackedSide[]> {
  const segments = await tx.$queryRaw<LoadedSegment[]>`
    SELECT s."id", s."zh", s."en", s."zhVersion", s."enVersion", d."governing"
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."projectId" = ${projectId}::uuid AND s."id" = ANY(${ids}::int[]) AND s."position" IS NOT NULL
      AND (s."zhVersion" > 1 OR s."enVersion" > 1)
    ORDER BY s."position"`
  const changed = segments.map(({ id }) => id)
  if (changed.length === 0) return []
  const revisions = await tx.$queryRaw<Revision[]>`
    SELECT r."segmentId", r."side", r."before", r."after", r."version", r."kind", r."createdAt",
      m."id" AS "authorId", u."name" AS author
    FROM "Revision" r JOIN "Member" m ON m."id" = coalesce(r."authorId", r."memberId") JOIN "User" u ON u."id" = m."userId"
    WHERE r."projectId" = ${projectId}::uuid AND r."segmentId" = ANY(${changed}::int[])
    ORDER BY r."segmentId", r."side", r."version"`
  const acceptances = await tx.$queryRaw<Acceptance[]>`
    SELECT DISTINCT ON ("segmentId", "side") "segmentId", "side", "version", "textVersion", "pieces"
    FROM "Acceptance" WHERE "projectId" = ${projectId}::uuid AND "segmentId" = ANY(${changed}::int[])
    ORDER BY "segmentId", "side", "version" DESC`
  const steps = base === 'approval' ? await loadSteps(tx, projectId, changed) : []
  const editions = base === 'edition' ? await loadEditionRows(tx, changed) : []
  return segments.flatMap((segment) =>
    SIDES.flatMap((side): TrackedSide[] => {
      const own = revisions.filter((one) => one.segmentId === segment.id && one.side === side)
      if (own.length === 0) return []
      const acceptance = acceptances.find((one) => one.segmentId === segment.id && one.side === side) ?? null
      const changes = changesSince(base, {
        side,
        text: segment[side],
        revisions: own,
        acceptance,
        held: heldRight(steps.filter(({ segmentId }) => segmentId === segment.id)),
        edition: editions.find(({ segmentId }) => segmentId === segment.id),
        governs: governingSide(segment.governing) === side,
      })
      return [
        {
          segmentId: segment.id,
          side,
          version: segment[`${side}Version`],
          acceptedVersion: acceptance?.version ?? 0,
          changes,
          people: Object.fromEntries(own.map(({ authorId, author }) => [authorId, author])),
        },
      ]
    }),
  )
}

async function loadSteps(tx: Transaction, projectId: string, ids: readonly number[]): Promise<StatusStep[]> {
  return await tx.$queryRaw<StatusStep[]>`
    SELECT "segmentId", "from", "to", "demotion", "undo", "verdict", "zhVersion", "enVersion", "createdAt"
    FROM "Transition" WHERE "projectId" = ${projectId}::uuid AND "segmentId" = ANY(${ids}::int[]) ORDER BY "segmentId", "id"`
}

/** The versions in the last edition that has the row. */
async function loadEditionRows(tx: Transaction, ids: readonly number[]): Promise<EditionRow[]> {
  return await tx.$queryRaw<EditionRow[]>`
    SELECT DISTINCT ON (r."segmentId") r."segmentId", r."zhVersion", r."enVersion"
    FROM "EditionRow" r JOIN "Edition" e ON e."id" = r."editionId"
    WHERE r."segmentId" = ANY(${ids}::int[]) ORDER BY r."segmentId", e."number" DESC`
}
