/**
 * The cheapest way to pair rows with columns (Kuhn 1955, in the shortest augmenting path form of Jonker & Volgenant 1987).
 * Cost O(n³): callers keep n small.
 */

/** For each row of the square matrix, its column. */
export function assign(cost: readonly (readonly number[])[]): number[] {
  const n = cost.length
  const rowPrice = new Array<number>(n + 1).fill(0)
  const columnPrice = new Array<number>(n + 1).fill(0)
  const rowOf = new Array<number>(n + 1).fill(0)
  for (let row = 1; row <= n; row += 1) augment(cost, row, rowPrice, columnPrice, rowOf)
  const columnOf = new Array<number>(n).fill(-1)
  for (let column = 1; column <= n; column += 1) columnOf[rowOf[column]! - 1] = column - 1
  return columnOf
}

function augment(
  cost: readonly (readonly number[])[],
  row: number,
  rowPrice: number[],
  columnPrice: number[],
  rowOf: number[],
): void {
  const n = cost.length
  const least = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Array<number>(n + 1).fill(0)
  const used = new Array<boolean>(n + 1).fill(false)
  rowOf[0] = row
  let column = 0
  do {
    used[column] = true
    const current = rowOf[column]!
    let delta = Number.POSITIVE_INFINITY
    let next = 0
    for (let j = 1; j <= n; j += 1) {
      if (used[j]) continue
      const reduced = cost[current - 1]![j - 1]! - rowPrice[current]! - columnPrice[j]!
      if (reduced < least[j]!) {
        least[j] = reduced
        cameFrom[j] = column
      }
      if (least[j]! < delta) {
        delta = least[j]!
        next = j
      }
    }
    for (let j = 0; j <= n; j += 1) {
      if (used[j]) {
        rowPrice[rowOf[j]!]! += delta
        columnPrice[j]! -= delta
      } else least[j]! -= delta
    }
    column = next
  } while (rowOf[column] !== 0)
  while (column !== 0) {
    const before = cameFrom[column]!
    rowOf[column] = rowOf[before]!
    column = before
  }
}
