import { partsBy } from '../absence/rules'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { countWords } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'
import { findZone } from '../notice/settings'
import { type Candidate, findCandidates } from './candidates'
import type { DocumentPlace, Places } from './find-places'
import type { PlanInput, Range } from './input'
import { countOwnRows } from './own-rows'
import { splitEvenly } from './split-evenly'

export type Amount = { rows: number; zh: number; en: number }

/** What one person would get: mostly one range, more where the rows to be split do not follow each other. */
export type PlannedPart = Amount & {
  memberId: string
  ranges: (Range & { fromRow: number; toRow: number })[]
  /** Rows of it that four eyes keep from them. */
  ownRows: number
}

export type Plan = {
  total: Amount
  /** The first is the suggestion, unless something speaks against all. */
  candidates: Candidate[]
  /** What speaks against a person is refused; otherwise it is only said. */
  fourEyes: boolean
  /** Whoever is not there on any day up to the date has none. */
  parts: PlannedPart[]
  /** The zone the person has chosen for dates; null until they have. */
  zone: string | null
}

/** What giving out these rows would mean: how much it is, who could do it, and who would get what if it is split. Changes nothing. */
export async function planWork(actor: Actor, input: PlanInput, now = new Date()): Promise<Plan> {
  const { ranges, step, memberIds, unit, dueAt, ...place } = input
  await requireMember(actor, place.projectId, 'assignment.manage')
  const rows = await readRows(place, ranges)
  const [{ candidates, fourEyes }, zone] = await Promise.all([
    findCandidates(place, { step, ranges: placesOf(rows), dueAt, now }),
    findZone(actor),
  ])
  const weighed = rows.map((row) => ({ weight: row.locked ? 0 : row[unit], opens: row.opens }))
  const sharers = sharersOf(memberIds, candidates)
  const cuts = splitEvenly(
    weighed,
    sharers.map(({ share }) => share),
  )
  const parts = await Promise.all(
    cuts.map(async ({ from, to }, index): Promise<PlannedPart> => {
      const part = rows.slice(from, to)
      const own = await countOwnRows(db, place, step, placesOf(part))
      const { memberId } = sharers[index]
      return { memberId, ranges: runsOf(part), ownRows: own.get(memberId) ?? 0, ...amountOf(part) }
    }),
  )
  return { total: amountOf(rows), candidates, fourEyes, parts, zone }
}

/** Those who get a part, and how large beside the others'. */
function sharersOf(memberIds: readonly string[], candidates: readonly Candidate[]) {
  const presences = memberIds.map((id) => candidates.find(({ memberId }) => memberId === id)?.presence ?? { share: 1 })
  const shares = partsBy(presences)
  return memberIds.map((memberId, index) => ({ memberId, share: shares[index] })).filter(({ share }) => share > 0)
}

type Row = { id: number; row: number; position: number; locked: boolean; opens: boolean; zh: number; en: number }

async function readRows({ projectId, documentId }: DocumentPlace, ranges: readonly Range[]): Promise<Row[]> {
  const [ones, others] = [ranges.map((range) => range.fromSegmentId), ranges.map((range) => range.toSegmentId)]
  const found = await db.$queryRaw<(Omit<Row, 'zh' | 'en'> & { zh: string; en: string; turn: number | null })[]>`
    WITH numbered AS (
      SELECT s."id", s."position", s."locked", s."zh", s."en", s."turn", row_number() OVER (ORDER BY s."position")::int AS row,
        s."label" OR s."kind" IN ('headline', 'heading') OR s."turn" IS DISTINCT FROM lag(s."turn") OVER (ORDER BY s."position") AS opens
      FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
      WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL
    ), asked AS (
      SELECT least(f."position", t."position") AS first, greatest(f."position", t."position") AS last
      FROM unnest(${ones}::int[], ${others}::int[]) r(f, t) JOIN numbered f ON f."id" = r.f JOIN numbered t ON t."id" = r.t
    )
    SELECT n."id", n."row", n."position", n."locked", n."opens", n."zh", n."en" FROM numbered n
    WHERE EXISTS (SELECT 1 FROM asked WHERE n."position" BETWEEN asked.first AND asked.last) ORDER BY n."position"`
  if (found.length === 0) throw new AppError('invalid', 'range-outside-document')
  return found.map((row) => ({ ...row, zh: countWords(row.zh, 'zh'), en: countWords(row.en, 'en') }))
}

/** Protected rows are nobody's work. */
function amountOf(rows: readonly Row[]): Amount {
  const asked = rows.filter(({ locked }) => !locked)
  const sum = (side: 'zh' | 'en') => asked.reduce((all, row) => all + row[side], 0)
  return { rows: asked.length, zh: sum('zh'), en: sum('en') }
}

function runsOf(rows: readonly Row[]) {
  const runs: (Range & { fromRow: number; toRow: number })[] = []
  for (const { id, row } of rows) {
    const last = runs.at(-1)
    if (last && last.toRow === row - 1) Object.assign(last, { toSegmentId: id, toRow: row })
    else runs.push({ fromSegmentId: id, toSegmentId: id, fromRow: row, toRow: row })
  }
  return runs
}

function placesOf(rows: readonly Row[]): Places[] {
  const positionOf = new Map(rows.map(({ id, position }) => [id, position]))
  return runsOf(rows).map((run) => ({ from: positionOf.get(run.fromSegmentId)!, to: positionOf.get(run.toSegmentId)! }))
}
