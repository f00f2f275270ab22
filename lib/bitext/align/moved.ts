/** Marks the beads whose English stands out of order: those outside the heaviest run of beads that rises on both sides. */
import type { Bead, ConfirmedBead } from './bead'

type Cut = { zh: number; en: number }

/** `beads` in the order of the Chinese. What crosses a hard cut is what moved, however long it is: a heading stands still. */
export function markMoved(beads: readonly Bead[], cuts: readonly Cut[] = []): Bead[] {
  const paired = beads.filter(({ zh, en }) => zh.length > 0 && en.length > 0)
  const inOrder = paired.every(({ en }, at) => at === 0 || en[0]! > paired[at - 1]!.en.at(-1)!)
  if (inOrder) return [...beads]
  // A cut that a confirmed bead crosses is none.
  const holding = cuts.filter((cut) => !paired.some((bead) => bead.confirmed && crosses(bead, cut)))
  const kept = heaviestRun(paired.filter(({ zh, en }) => before(holding, 'zh', zh) === before(holding, 'en', en)))
  return beads.map((bead) =>
    bead.zh.length > 0 && bead.en.length > 0 && !kept.has(bead) ? { ...bead, moved: true } : bead,
  )
}

const crosses = ({ zh, en }: Bead, cut: Cut): boolean => zh[0]! >= cut.zh !== en[0]! >= cut.en

/** How many cuts stand before these sentences. */
function before(cuts: readonly Cut[], side: 'zh' | 'en', [first]: readonly number[]): number {
  let low = 0
  for (let high = cuts.length; low < high; ) {
    const middle = (low + high) >> 1
    if (cuts[middle]![side] <= first!) low = middle + 1
    else high = middle
  }
  return low
}

/** The rising run with most sentences, by a Fenwick tree over English positions. */
export function heaviestRun<Paired extends ConfirmedBead>(beads: readonly Paired[]): Set<Paired> {
  const size = beads.reduce((most, { en }) => Math.max(most, en.at(-1)!), 0) + 1
  const tree = new Int32Array(size + 2).fill(-1)
  const weight: number[] = []
  const before: number[] = []
  let end = -1
  beads.forEach(({ zh, en }, at) => {
    let best = -1
    for (let x = en[0]!; x > 0; x -= x & -x)
      if (tree[x]! >= 0 && (best < 0 || weight[tree[x]!]! > weight[best]!)) best = tree[x]!
    weight[at] = (best < 0 ? 0 : weight[best]!) + zh.length + en.length
    before[at] = best
    for (let x = en.at(-1)! + 1; x <= size; x += x & -x)
      if (tree[x]! < 0 || weight[at]! > weight[tree[x]!]!) tree[x] = at
    if (end < 0 || weight[at]! > weight[end]!) end = at
  })
  const kept = new Set<Paired>()
  for (let at = end; at >= 0; at = before[at]!) kept.add(beads[at]!)
  return kept
}
