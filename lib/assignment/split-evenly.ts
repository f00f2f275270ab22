/**
 * Cuts a run of rows into parts of about the same amount of work, or as large beside each other as is asked. A cut goes to
 * the border of a turn where one is near, since whoever has a speaker's words should have all of them. Every row is in exactly one part, parts keep the order.
 */

export type WeighedRow = {
  /** Characters or words. */
  weight: number
  /** A turn or a heading begins here. */
  opens: boolean
}

/** How far from the even place a cut may go for a border, as a share of one part. */
const NEAR = 0.2

/**
 * Where each part begins and ends (index of its first row, and of the row after its last). `shares` are above nought, one a
 * part; only what they are to each other counts. Fewer parts where there are fewer rows: the last ones go without.
 */
export function splitEvenly(rows: readonly WeighedRow[], shares: readonly number[]): { from: number; to: number }[] {
  const count = Math.min(shares.length, rows.length)
  if (count < 1) return []
  const before = sums(rows)
  const asked = shares.slice(0, count)
  const whole = asked.reduce((sum, share) => sum + share, 0)
  const sizes = asked.map((share) => (before[rows.length] * share) / whole)
  const cuts = [0]
  let goal = 0
  for (let part = 1; part < count; part++) {
    // Each part has a row at least, and leaves one for each that follows.
    const [least, most] = [cuts[part - 1] + 1, rows.length - (count - part)]
    goal += sizes[part - 1]
    // A border may move what the smaller of the two neighbours can bear.
    const near = NEAR * Math.min(sizes[part - 1], sizes[part])
    cuts.push(cutNear(rows, before, near, goal, least, most))
  }
  cuts.push(rows.length)
  return cuts.slice(0, -1).map((from, index) => ({ from, to: cuts[index + 1] }))
}

/** What stands before each row; the last figure is all of it. Rows without a text weigh a little, or they would all fall to one person. */
function sums(rows: readonly WeighedRow[]): number[] {
  const before = [0]
  for (const { weight } of rows) before.push(before.at(-1)! + Math.max(weight, 0.01))
  return before
}

function cutNear(
  rows: readonly WeighedRow[],
  before: readonly number[],
  near: number,
  goal: number,
  least: number,
  most: number,
): number {
  const distance = (row: number) => Math.abs(before[row] - goal)
  let [even, border] = [least, -1]
  for (let row = least; row <= most; row++) {
    if (distance(row) < distance(even)) even = row
    if (!rows[row].opens || distance(row) > near) continue
    if (border < 0 || distance(row) < distance(border)) border = row
  }
  return border < 0 ? even : border
}
