/**
 * The matches of a row: other rows of the project whose governing text is the same or like its own, with what they were
 * given on the other side.
 *
 * The database narrows all rows by their signatures (migration 20261130145000_memory), which leaves out none that is alike
 * enough but for a few words with accents at the very threshold; how alike the rest are is computed here. What each row is
 * held for worth is looked at when asked, never kept: a row that has become stale since is not offered as approved.
 */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { matchPercent, prepareMatch } from '../bitext/match'
import { type GoverningRule, otherSide, type Side } from '../bitext/text'
import { db, Prisma } from '../db'
import { AppError } from '../errors'
import type { SegmentStatus } from '../segment/rules'
import { governingSide } from '../segment/rules'
import { findSameContext } from './find-same-context'
import type { FindMatchesInput } from './input'
import { describeOrigins, type Origin } from './origins'
import { CONTEXT_PERCENT, LEAST_PERCENT, MOST_MATCHES, type PenaltyReason, reasonsAgainst, worthOf } from './rules'

export type MemoryMatch = Origin & {
  /** What the match is offered for: as alike as it is, less what speaks against it. */
  percent: number
  /** 101 with the same neighbours, 100 the same text. */
  alike: number
  against: PenaltyReason[]
  /** The text on the governing side, and its counterpart. */
  source: string
  target: string
  /** In how many rows just this pair stands. */
  times: number
}

export type Matches = { side: Side; source: string; matches: MemoryMatch[] }

export async function findMatches(
  actor: Actor,
  { projectId, documentId, segmentId }: FindMatchesInput,
): Promise<Matches> {
  await requireMember(actor, projectId, 'project.read')
  const segment = await db.segment.findFirst({
    where: { id: segmentId, projectId, documentId, position: { not: null }, document: { deletedAt: null } },
    select: { zh: true, en: true, document: { select: { governing: true } } },
  })
  if (!segment) throw new AppError('not-found', 'not-found')
  const side = governingSide(segment.document.governing as GoverningRule) ?? 'zh'
  const source = segment[side]
  if (source.trim() === '') return { side, source, matches: [] }
  const pairs = score(source, await listCandidates(projectId, segmentId, side, source))
  const exact = pairs.filter(({ alike }) => alike === 100).flatMap(({ rows }) => rows.map(({ id }) => id))
  const best = rankPairs(pairs, await findSameContext(segmentId, side, exact))
  const origins = await describeOrigins(
    projectId,
    best.map(({ row }) => row.id),
    { numbered: true },
  )
  const matches = best.flatMap(({ row, ...match }) => {
    const origin = origins.get(row.id)
    return origin ? [{ ...match, ...origin }] : []
  })
  return { side, source, matches }
}

type Candidate = {
  id: number
  source: string
  target: string
  status: SegmentStatus
  stale: boolean
  disputed: boolean
}

/** Those alike most come first, so what is cut off is worth least; the first number leaves room for rows that count no more. */
const MOST_NEAR = 2000
const MOST_CANDIDATES = 600

const COLUMNS = {
  zh: { text: Prisma.sql`s."zh"`, length: Prisma.sql`m."zhLength"`, sign: Prisma.sql`m."zhSign"` },
  en: { text: Prisma.sql`s."en"`, length: Prisma.sql`m."enLength"`, sign: Prisma.sql`m."enSign"` },
} as const

async function listCandidates(projectId: string, segmentId: number, side: Side, source: string): Promise<Candidate[]> {
  const { text, length, sign } = COLUMNS[side]
  const { text: target } = COLUMNS[otherSide(side)]
  const lacking = Prisma.sql`bit_count(memory_sign(${source}) & ~${sign})`
  const besides = Prisma.sql`bit_count(${sign} & ~memory_sign(${source}))`
  const most = Prisma.sql`greatest(memory_length(${source}), ${length}) * ${100 - LEAST_PERCENT}::int`
  return await db.$queryRaw<Candidate[]>`
    WITH near AS MATERIALIZED (
      SELECT m."segmentId", greatest(${lacking}, ${besides}) AS apart FROM "MemorySign" m
      WHERE m."projectId" = ${projectId}::uuid AND m."segmentId" <> ${segmentId}
        AND ${lacking} * 100 <= ${most} AND ${besides} * 100 <= ${most}
      ORDER BY apart, m."segmentId" DESC LIMIT ${MOST_NEAR})
    SELECT s."id", ${text} AS source, ${target} AS target, s."status"::text AS status, s."stale",
      EXISTS (SELECT 1 FROM "Discrepancy" n WHERE n."segmentId" = s."id" AND n."state" IN ('open', 'proposed')) AS disputed
    FROM near JOIN "Segment" s ON s."id" = near."segmentId" JOIN "Document" d ON d."id" = s."documentId"
    WHERE s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL AND d."deletedAt" IS NULL AND ${target} <> ''
    ORDER BY near.apart, s."status" DESC, s."stale", s."id" DESC LIMIT ${MOST_CANDIDATES}`
}

type Pair = { source: string; target: string; alike: number; rows: Candidate[] }

/** Candidates that are alike enough, those with the same two texts as one. */
function score(source: string, candidates: readonly Candidate[]): Pair[] {
  const own = prepareMatch(source)
  const alikeOf = new Map<string, number>()
  const pairs = new Map<string, Pair>()
  for (const candidate of candidates) {
    const alike = alikeOf.get(candidate.source) ?? matchPercent(own, prepareMatch(candidate.source), LEAST_PERCENT)
    alikeOf.set(candidate.source, alike)
    if (alike === 0) continue
    const key = JSON.stringify([candidate.source, candidate.target])
    const pair = pairs.get(key)
    if (pair) pair.rows.push(candidate)
    else pairs.set(key, { source: candidate.source, target: candidate.target, alike, rows: [candidate] })
  }
  return [...pairs.values()]
}

type Ranked = Omit<MemoryMatch, keyof Origin> & { row: Candidate }

/** The best first; each pair is spoken for by the row that is worth most. */
function rankPairs(pairs: readonly Pair[], sameContext: ReadonlySet<number>): Ranked[] {
  const ranked = pairs.map(({ rows, alike, ...texts }) => {
    const valued = rows.map((row) => {
      const whole = sameContext.has(row.id) ? CONTEXT_PERCENT : alike
      return {
        row,
        alike: whole,
        percent: worthOf(whole, row),
        against: reasonsAgainst(row),
        times: rows.length,
        ...texts,
      }
    })
    return valued.reduce((best, one) => (one.percent > best.percent ? one : best))
  })
  return ranked.sort((a, b) => b.percent - a.percent || b.alike - a.alike || b.row.id - a.row.id).slice(0, MOST_MATCHES)
}
