/**
 * When work will be done, from its pace so far: the Monte Carlo forecast by throughput of agile planning (Vacanti, Actionable Agile
 * Metrics, 2015). A run draws past days at random, with replacement, until what remains is used up; the answer is by which day
 * half of the runs were through, and by which day 85 in a hundred. Days on which nothing was done are drawn too: that is how
 * weekends count without anybody keeping a calendar. What was undone counts against its day.
 */

export type Forecast = {
  /** Days from today until half of the runs were through; 0: nothing remains. */
  likely: number
  /** … until 85 of a hundred were. */
  safe: number
}

const RUNS = 1_000

/** Beyond this a forecast says nothing that "not at this pace" does not say better. */
export const LONGEST = 730

/** With fewer days of work than this, every draw would be the same day over and over. */
const FEWEST_WORKING_DAYS = 3

/**
 * @param remaining what is still to do, in any unit
 * @param done what was done on each past day, in the same unit
 * @returns null where the past is too short or the pace too slow to say anything; the same answer for the same figures, always
 */
export function forecast(remaining: number, done: readonly number[]): Forecast | null {
  if (remaining <= 0) return { likely: 0, safe: 0 }
  if (done.filter((amount) => amount > 0).length < FEWEST_WORKING_DAYS) return null
  const draw = repeatable(done.length)
  const runs = Array.from({ length: RUNS }, () => daysUntil(remaining, () => done[draw()])).sort((a, b) => a - b)
  const [likely, safe] = [runs[RUNS * 0.5], runs[RUNS * 0.85]]
  return safe > LONGEST ? null : { likely, safe }
}

function daysUntil(remaining: number, day: () => number): number {
  let left = remaining
  let days = 0
  while (left > 0 && days <= LONGEST) {
    left -= day()
    days += 1
  }
  return days
}

/** Chance that repeats itself (Lehmer's generator with the constants of Park & Miller 1988): a page must not say two dates. */
function repeatable(below: number): () => number {
  let state = 48_271
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
