/** Who could be given a stretch of work: what speaks against each, how much they have already, and when they are away. */
import { findDaysAway } from '../absence/queries'
import { isAbsent, type Presence, presenceOf } from '../absence/rules'
import type { MemberRole } from '../auth/roles'
import { countWords } from '../bitext/text'
import { db } from '../db'
import type { SegmentStatus } from '../segment/rules'
import type { DocumentPlace, Places } from './find-places'
import { countOwnRows } from './own-rows'
import { type AssignmentStep, mayDo, rowProgress } from './rules'

/** What lies before a person: rows to be done of their work under way, and the length of both texts. */
export type Load = { assignments: number; rows: number; zh: number; en: number }

export const NO_LOAD: Load = { assignments: 0, rows: 0, zh: 0, en: 0 }

export type Candidate = {
  memberId: string
  name: string
  role: MemberRole
  /** The role takes the step. */
  may: boolean
  /** Rows that four eyes keep from them. */
  ownRows: number
  load: Load
  presence: Presence
}

/**
 * Those first who may do it and are there at all, of them those who have least for the days they are there; the first is the
 * suggestion, unless `isAbsent`.
 */
export function rankCandidates(candidates: readonly Candidate[], fourEyes: boolean): Candidate[] {
  const barred = ({ may, ownRows }: Candidate) => Number(!may) * 2 + Number(fourEyes && ownRows > 0)
  // A manager can do every step, and is asked when nobody else can: they share the work out.
  const last = ({ role }: Candidate) => Number(role === 'manager')
  const burden = ({ load, presence }: Candidate) => (load.zh + load.en) / presence.share
  return [...candidates].sort(
    (one, other) =>
      barred(one) - barred(other) ||
      Number(isAbsent(one.presence)) - Number(isAbsent(other.presence)) ||
      last(one) - last(other) ||
      // Where both are absent there is nothing to divide by, and the plain load decides.
      (isAbsent(one.presence)
        ? one.load.zh + one.load.en - (other.load.zh + other.load.en)
        : burden(one) - burden(other)) ||
      other.presence.share - one.presence.share ||
      one.load.assignments - other.load.assignments,
  )
}

export type Asked = { step: AssignmentStep; ranges: readonly Places[]; dueAt: Date | null; now: Date }

export async function findCandidates(
  place: DocumentPlace,
  { step, ranges, dueAt, now }: Asked,
): Promise<{ candidates: Candidate[]; fourEyes: boolean }> {
  const { projectId } = place
  const [members, own, loads, away, { fourEyes }] = await Promise.all([
    db.member.findMany({
      where: { projectId, removedAt: null, user: { disabledAt: null } },
      select: { id: true, role: true, user: { select: { name: true } } },
      orderBy: { createdAt: 'asc' },
    }),
    countOwnRows(db, place, step, ranges),
    findLoads(projectId),
    findDaysAway(projectId, now),
    db.project.findUniqueOrThrow({ where: { id: projectId }, select: { fourEyes: true } }),
  ])
  const candidates = members.map(({ id, role, user }) => ({
    memberId: id,
    name: user.name,
    role,
    may: mayDo(role, step),
    ownRows: own.get(id) ?? 0,
    load: loads.get(id) ?? NO_LOAD,
    presence: presenceOf(away.get(id) ?? [], now, dueAt),
  }))
  return { candidates: rankCandidates(candidates, fourEyes), fourEyes }
}

type WorkRow = {
  id: string
  memberId: string
  step: AssignmentStep
  status: SegmentStatus | null
  stale: boolean
  zh: string
  en: string
}

/** A row in two pieces of one person's work for different steps is work twice. */
export async function findLoads(projectId: string): Promise<Map<string, Load>> {
  const rows = await db.$queryRaw<WorkRow[]>`
    SELECT a."id", a."memberId", a."step", s."status", coalesce(s."stale", false) AS "stale", coalesce(s."zh", '') AS zh, coalesce(s."en", '') AS en
    FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId" AND d."deletedAt" IS NULL
      LEFT JOIN "Segment" s ON s."documentId" = a."documentId" AND s."position" BETWEEN a."fromPosition" AND a."toPosition" AND NOT s."locked"
    WHERE a."projectId" = ${projectId}::uuid AND a."state" = 'active' AND a."memberId" IS NOT NULL`
  const loads = new Map<string, Load>()
  const counted = new Set<string>()
  for (const { id, memberId, step, status, stale, zh, en } of rows) {
    const load = loads.get(memberId) ?? { ...NO_LOAD }
    loads.set(memberId, load)
    if (!counted.has(id)) load.assignments++
    counted.add(id)
    if (status === null || rowProgress(step, { status, stale }) === 'done') continue
    load.rows++
    load.zh += countWords(zh, 'zh')
    load.en += countWords(en, 'en')
  }
  return loads
}
