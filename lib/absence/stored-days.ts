/** Days as the database has them: midnight UTC of the calendar day, whatever the zone. */
import { dayIn } from '../notice/rules'
import type { DaysAway } from './rules'

const dayOf = (stored: Date): string => stored.toISOString().slice(0, 10)

/** A row with its days as people say them. */
export function withDays<Row extends { from: Date; to: Date }>(row: Row) {
  return { ...row, from: dayOf(row.from), to: dayOf(row.to) }
}

export const storedDay = (day: string): Date => new Date(`${day}T00:00Z`)

/** No clock of the world is more than a day from UTC's. */
const MARGIN_MS = 86_400_000

/** The database is asked from `since`; which of these are over on their own clock is said here, for it may not know the zone. */
export function stillComing(now: Date): { since: Date; isComing: (days: DaysAway) => boolean } {
  return {
    since: storedDay(dayOf(new Date(now.getTime() - MARGIN_MS))),
    isComing: ({ to, zone }) => to >= dayIn(zone, now),
  }
}
