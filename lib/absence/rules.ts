/**
 * What days away mean for work that is to be done by a date. Days are `YYYY-MM-DD` on the clock of the zone they were said in;
 * in this form they compare as text. Working days are Monday to Friday: public holidays and the Saturdays worked for them are not known.
 */
import type { ProblemId } from '../errors'
import { dayIn } from '../notice/rules'

export type DaysAway = { from: string; to: string; zone: string }

/** More is no absence but leaving; it is also what a slip in the year looks like. */
export const LONGEST_DAYS = 366

/** Nobody plans more of them; a list that grows without end would be read with every plan. */
export const MOST_ABSENCES = 50

const DAY_MS = 86_400_000

const numberOf = (day: string) => Date.parse(`${day}T00:00Z`) / DAY_MS

/** What speaks against these days beside the others of the same person; null when nothing does. */
export function problemOf(days: DaysAway, others: readonly DaysAway[], now: Date): ProblemId | null {
  const { from, to, zone } = days
  if (to < from) return 'absence-backwards'
  if (to < dayIn(zone, now)) return 'absence-past'
  if (numberOf(to) - numberOf(from) >= LONGEST_DAYS) return 'absence-too-long'
  if (others.some((other) => other.from <= to && from <= other.to)) return 'absence-overlaps'
  return others.length >= MOST_ABSENCES ? 'absence-too-many' : null
}

/** How far a person is there between now and a date. */
export type Presence = {
  /** The part of the working days up to the date, today and that day included, on which they are there: 0 to 1. */
  share: number
  /** They are away on the very day. */
  awayWhenDue: boolean
  /** The days away that fall into it, soonest first; without a date, the next ones only. */
  away: DaysAway[]
}

/** Without a date there is no span to be away from, and nothing counts. A date that has passed is today's. */
export function presenceOf(absences: readonly DaysAway[], now: Date, dueAt: Date | null): Presence {
  const coming = absences
    .filter(({ to, zone }) => to >= dayIn(zone, now))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  if (dueAt === null || coming.length === 0) return { share: 1, awayWhenDue: false, away: coming.slice(0, 1) }
  // People count days on their own clock; of several clocks, on that of the first days away.
  const { zone } = coming[0]
  const today = dayIn(zone, now)
  const due = dueAt < now ? today : dayIn(zone, dueAt)
  const isAway = (day: string) => coming.some(({ from, to }) => from <= day && day <= to)
  const days = workingDays(today, due)
  return {
    share: days.filter((day) => !isAway(day)).length / days.length,
    awayWhenDue: isAway(due),
    away: coming.filter(({ from }) => from <= due),
  }
}

/** Beyond a year the part that somebody is away no longer matters, and a date in the year 9999 would take for ever. */
const FARTHEST_DAYS = 366

/** Where there are none, as on a weekend, every day is one: work that is due on Sunday is done on it. */
function workingDays(first: string, last: string): string[] {
  const length = Math.min(numberOf(last) - numberOf(first) + 1, FARTHEST_DAYS)
  const days = Array.from({ length }, (_, index) => new Date((numberOf(first) + index) * DAY_MS))
  const working = days.filter((day) => day.getUTCDay() % 6 !== 0)
  return (working.length > 0 ? working : days).map((day) => day.toISOString().slice(0, 10))
}

/** Not there on one working day up to the date: nobody to suggest, though they may still be given the work. */
export function isAbsent({ share }: Pick<Presence, 'share'>): boolean {
  return share === 0
}

/** By what parts work is split among people: whoever is never there gets none, unless that is all of them. */
export function partsBy(presences: readonly Pick<Presence, 'share'>[]): number[] {
  const shares = presences.map(({ share }) => share)
  return shares.some((share) => share > 0) ? shares : shares.map(() => 1)
}
