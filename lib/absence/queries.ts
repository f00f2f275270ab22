/** Who is away when. The dates are for whoever shares work with them; the reason is theirs, and their managers'. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { DaysAway } from './rules'
import { stillComing, withDays } from './stored-days'

export type AbsenceRow = DaysAway & { id: string; reason: string }

const FIELDS = { id: true, from: true, to: true, zone: true, reason: true } as const

const SOONEST = { from: 'asc' } as const

/** One's own present and coming absences, soonest first; what is past is not asked for. */
export async function listAbsences(actor: Actor, now = new Date()): Promise<AbsenceRow[]> {
  const { since, isComing } = stillComing(now)
  const where = { userId: actor.userId, to: { gte: since } }
  const rows = await db.absence.findMany({ where, select: FIELDS, orderBy: SOONEST })
  return rows.map(withDays).filter(isComing)
}

/** Of every present member of a project who is or will be away, by member. */
export async function listAway(
  actor: Actor,
  { projectId }: { projectId: string },
  now = new Date(),
): Promise<Map<string, AbsenceRow[]>> {
  await requireMember(actor, projectId, 'progress.people')
  return await readAbsences(projectId, now)
}

/** The days alone, without the reasons; whoever asks has been let in. */
export async function findDaysAway(projectId: string, now: Date): Promise<Map<string, DaysAway[]>> {
  const absences = await readAbsences(projectId, now)
  const bare = (rows: AbsenceRow[]) => rows.map(({ from, to, zone }) => ({ from, to, zone }))
  return new Map([...absences].map(([memberId, rows]) => [memberId, bare(rows)]))
}

async function readAbsences(projectId: string, now: Date): Promise<Map<string, AbsenceRow[]>> {
  const { since, isComing } = stillComing(now)
  const members = await db.member.findMany({
    where: { projectId, removedAt: null, user: { absences: { some: { to: { gte: since } } } } },
    select: {
      id: true,
      user: { select: { absences: { where: { to: { gte: since } }, select: FIELDS, orderBy: SOONEST } } },
    },
  })
  const of = members.map(({ id, user }): [string, AbsenceRow[]] => [id, user.absences.map(withDays).filter(isComing)])
  return new Map(of.filter(([, rows]) => rows.length > 0))
}
