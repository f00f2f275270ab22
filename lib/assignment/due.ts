/** Dates as people say them: a day and a time on the clock of a zone. What is kept is the moment. */

/** `YYYY-MM-DDTHH:mm`, as date fields have it, of a moment on the clock of a zone. */
export function localIn(zone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The moment a clock of the zone shows this. A time that is left out when clocks go forward is as much later; of one that comes twice, the first. */
export function momentIn(zone: string, local: string): Date {
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`)
  const offset = (at: number) => Date.parse(`${localIn(zone, new Date(at))}:00Z`) - Math.floor(at / 60_000) * 60_000
  // The offset a day before and a day after are the two it can have.
  const [before, after] = [offset(asUtc - DAY_MS), offset(asUtc + DAY_MS)]
  const shows = (at: number) => localIn(zone, new Date(at)) === local.slice(0, 16)
  const tries = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)]
  return new Date(tries.find(shows) ?? asUtc - before)
}

/** While a year is typed it goes through 0002, 0020 and 0202: no date anybody means, nor one `momentIn` could tell. */
export function isWholeDate(local: string): boolean {
  return /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d/.test(local)
}

const DAY_MS = 86_400_000

/** In the order in which work presses. */
export const DUE_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const

export type DueGroup = (typeof DUE_GROUPS)[number]

/** When it is due as seen from a zone. A week ends with its Sunday. */
export function dueGroup(dueAt: Date | null, now: Date, zone: string): DueGroup {
  if (dueAt === null) return 'none'
  if (dueAt < now) return 'overdue'
  const [due, today] = [dayIn(zone, dueAt), dayIn(zone, now)]
  if (due === today) return 'today'
  // 1970-01-01 was a Thursday: day 3 of its week, counted from Monday.
  const untilSunday = 6 - ((today + 3) % 7)
  return due <= today + untilSunday ? 'week' : 'later'
}

/** The number of the calendar day there. */
function dayIn(zone: string, moment: Date): number {
  return Date.parse(`${localIn(zone, moment).slice(0, 10)}T00:00Z`) / DAY_MS
}
