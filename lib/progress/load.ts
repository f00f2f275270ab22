/** Who has how much before them, by when, and how quickly they have worked of late. What is said of a person is the managers' to see. */
import { findDaysAway } from '../absence/queries'
import type { DaysAway } from '../absence/rules'
import type { AssignmentStep } from '../assignment/rules'
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import { db, Prisma } from '../db'
import { getQuality, type Scored } from '../quality/queries'
import { daysUpTo, sinceFirstWork } from './burn-down'
import { type Forecast, forecast } from './forecast'
import { ProgressInput } from './input'
import { GOALS, LOOK_BACK, type Measure, NOTHING, plus, type Volume } from './rules'
import { ROW_VOLUME, VOLUME_SUM } from './volume'

/** An assignment under way, with what of it has not passed its step. */
export type Piece = {
  id: string
  version: number
  documentId: string
  title: string
  /** null: in the pool. */
  memberId: string | null
  step: AssignmentStep
  dueAt: Date | null
  /** 1-based numbers of the rows at its ends. */
  firstRow: number
  lastRow: number
  all: Volume
  left: Volume
}

export type PersonLoad = {
  memberId: string
  name: string
  /** null: no longer a member; what they still hold has to go to somebody. */
  role: MemberRole | null
  left: Record<AssignmentStep, Volume>
  overdue: number
  /** What they led onwards in the last seven days, whatever the step. */
  lately: Volume
  /** Until what they have before them is done at their own pace. */
  forecast: Forecast | null
  quality: Scored | null
  /** Present and coming absences, soonest first. */
  away: DaysAway[]
}

export type Load = { people: PersonLoad[]; pieces: Piece[] }

const LATELY = 7

export async function getLoad(actor: Actor, input: ProgressInput): Promise<Load> {
  const { projectId, zone, measure } = ProgressInput.parse(input)
  await requireMember(actor, projectId, 'progress.people')
  const now = new Date()
  const days = daysUpTo(now, zone, LOOK_BACK)
  const [members, pieces, done, quality, away] = await Promise.all([
    listPeople(projectId),
    listPieces(projectId),
    listDone(projectId, days[0], zone),
    getQuality(actor, { projectId }),
    findDaysAway(projectId, now),
  ])
  const people = members
    .map((member) => {
      const own = pieces.filter(({ memberId }) => memberId === member.memberId)
      return {
        ...member,
        ...loadOf(own, now),
        ...dailyOf(
          done.filter(({ memberId }) => memberId === member.memberId),
          days,
        ),
        quality: quality.people.find(({ id }) => id === member.memberId) ?? null,
        away: away.get(member.memberId) ?? [],
        holds: own.length > 0,
      }
    })
    .filter(({ role, holds }) => holds || (role !== null && role !== 'observer'))
  return {
    people: people.map(({ daily, holds: _, ...person }) => ({
      ...person,
      forecast: forecast(totalOf(person.left, measure), sinceFirstWork(daily.map((day) => day[measure]))),
    })),
    pieces,
  }
}

function loadOf(pieces: readonly Piece[], now: Date): Pick<PersonLoad, 'left' | 'overdue'> {
  const of = (step: AssignmentStep) =>
    pieces.filter((piece) => piece.step === step).reduce((sum, { left }) => plus(sum, left), NOTHING)
  return {
    left: Object.fromEntries(GOALS.map(({ step }) => [step, of(step)])) as PersonLoad['left'],
    overdue: pieces.filter(({ dueAt, left }) => dueAt !== null && dueAt < now && left.rows > 0).length,
  }
}

export function totalOf(left: PersonLoad['left'], measure: Measure): number {
  return GOALS.reduce((sum, { step }) => sum + left[step][measure], 0)
}

type Done = Volume & { memberId: string; day: string }

function dailyOf(done: readonly Done[], days: readonly string[]) {
  const daily = days.map((day) => done.filter((one) => one.day === day).reduce<Volume>(plus, NOTHING))
  return { daily, lately: daily.slice(-LATELY).reduce(plus, NOTHING) }
}

async function listPeople(projectId: string): Promise<Pick<PersonLoad, 'memberId' | 'name' | 'role'>[]> {
  return await db.$queryRaw`
    SELECT m."id" AS "memberId", u."name", CASE WHEN m."removedAt" IS NULL THEN m."role"::text END AS role
    FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."projectId" = ${projectId}::uuid ORDER BY m."removedAt" NULLS FIRST, lower(u."name"), m."id"`
}

/** What has passed a step counts as done, unless its governing text has changed since. */
const PASSED = Prisma.sql`NOT s."stale" AND s."status" >= (CASE a."step" ${Prisma.join(
  GOALS.map(({ step, status }) => Prisma.sql`WHEN ${step}::"AssignmentStep" THEN ${status}::"SegmentStatus"`),
  ' ',
)} END)`

async function listPieces(projectId: string): Promise<Piece[]> {
  const [pieces, volumes] = await Promise.all([
    db.$queryRaw<Omit<Piece, 'all' | 'left'>[]>`
      SELECT a."id", a."version", a."documentId", d."title", a."memberId", a."step"::text AS step, a."dueAt",
        (SELECT count(*)::int FROM "Segment" s WHERE s."documentId" = a."documentId" AND s."position" < a."fromPosition") + 1 AS "firstRow",
        (SELECT count(*)::int FROM "Segment" s WHERE s."documentId" = a."documentId" AND s."position" <= a."toPosition") AS "lastRow"
      FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId" AND d."deletedAt" IS NULL
      WHERE a."projectId" = ${projectId}::uuid AND a."state" = 'active'
      ORDER BY a."dueAt" NULLS LAST, a."createdAt"`,
    db.$queryRaw<(Volume & { id: string; passed: boolean })[]>`
      SELECT v."id", v."passed", ${VOLUME_SUM} FROM (
        SELECT a."id", ${PASSED} AS passed, ${ROW_VOLUME}
        FROM "Assignment" a JOIN "Segment" s ON s."documentId" = a."documentId"
          AND s."position" BETWEEN a."fromPosition" AND a."toPosition" AND NOT s."locked"
        WHERE a."projectId" = ${projectId}::uuid AND a."state" = 'active'
      ) v GROUP BY v."id", v."passed"`,
  ])
  return pieces.map((piece) => {
    const own = volumes.filter(({ id }) => id === piece.id)
    const volume = (some: typeof own) => some.reduce<Volume>(plus, NOTHING)
    return { ...piece, all: volume(own), left: volume(own.filter(({ passed }) => !passed)) }
  })
}

/** What each person led onwards, by day; steps back and demotions are nobody's work. */
async function listDone(projectId: string, since: string, zone: string): Promise<Done[]> {
  return await db.$queryRaw<Done[]>`
    SELECT v."memberId", v."day", ${VOLUME_SUM} FROM (
      SELECT x."memberId", to_char(x."createdAt" AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS "day", ${ROW_VOLUME}
      FROM "Transition" x JOIN "Segment" s ON s."id" = x."segmentId" AND s."position" IS NOT NULL AND NOT s."locked"
      WHERE x."projectId" = ${projectId}::uuid AND x."to" > x."from"
        AND x."createdAt" >= (${since}::timestamp AT TIME ZONE ${zone})
    ) v GROUP BY v."memberId", v."day"`
}
