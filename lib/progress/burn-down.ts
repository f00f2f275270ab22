/**
 * What remained at the end of each past day, reckoned back from the present: no figure is kept day by day, the transitions tell.
 * A document counts from the day it was brought in.
 */
import { GOAL_STATUSES, type Goal, type Measure, NOTHING, plus, type Volume } from './rules'

/** How much of one document passed a goal on one day, less what fell back behind it. Days are dates of the reader's calendar. */
export type Passed = { documentId: string; day: string; goal: Goal } & Volume

/** A document as it is now. */
export type Standing = { documentId: string; since: string; remaining: Record<Goal, Volume> }

export type BurnDay = {
  day: string
  /** What stood before each goal when the day ended. */
  remaining: Record<Goal, Volume>
  /** Net of what fell back; may be below zero. */
  done: Record<Goal, Volume>
}

/** One entry for each of `days`, which are consecutive and end today. */
export function burnDown(days: readonly string[], standing: readonly Standing[], passed: readonly Passed[]): BurnDay[] {
  const onDay = new Map<string, Passed[]>()
  for (const one of passed) onDay.set(one.day, [...(onDay.get(one.day) ?? []), one])
  const left = new Map(standing.map((one) => [one.documentId, { ...one, remaining: { ...one.remaining } }]))
  const answer: BurnDay[] = []
  for (const day of days.toReversed()) {
    const here = [...left.values()].filter(({ since }) => since <= day)
    const today = onDay.get(day) ?? []
    answer.unshift({
      day,
      remaining: byGoal((goal) => here.reduce((sum, one) => plus(sum, one.remaining[goal]), NOTHING)),
      done: byGoal((goal) => today.filter((one) => one.goal === goal).reduce(plusOf, NOTHING)),
    })
    // To the evening before: what passed on this day had not passed yet.
    for (const one of today) {
      const document = left.get(one.documentId)
      if (document) document.remaining[one.goal] = plus(document.remaining[one.goal], one)
    }
  }
  return answer
}

/** What was done on each day, in one measure: the past a forecast draws from. */
export function paceOf(days: readonly BurnDay[], goal: Goal, measure: Measure): number[] {
  return sinceFirstWork(days.map((day) => day.done[goal][measure]))
}

/** Days before the first work are no pace. */
export function sinceFirstWork(done: readonly number[]): number[] {
  const first = done.findIndex((amount) => amount !== 0)
  return first < 0 ? [] : done.slice(first)
}

/** The `count` days that end with the day of `now` in an IANA time zone, as YYYY-MM-DD. */
export function daysUpTo(now: Date, zone: string, count: number): string[] {
  const today = Date.parse(`${dayIn(now, zone)}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  )
}

export function dayIn(moment: Date, zone: string): string {
  // Swedish dates are written as ISO 8601 has them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment)
}

export function byGoal<Value>(of: (goal: Goal) => Value): Record<Goal, Value> {
  return Object.fromEntries(GOAL_STATUSES.map((goal) => [goal, of(goal)])) as Record<Goal, Value>
}

function plusOf(sum: Volume, { rows, zh, en }: Volume): Volume {
  return plus(sum, { rows, zh, en })
}
