/** Marks the beads whose English stands out of order: those outside the heaviest run of beads that rises on both sides. */
import type { Bead, ConfirmedBead } from './bead'

/** `beads` in the order of the Chinese. */
export function markMoved(beads: readonly Bead[]): Bead[] {
  const paired = beads.filter(({ zh, en }) => zh.length > 0 && en.length > 0)
  const inOrder = paired.every(({ en }, at) => at === 0 || en[0]! > paired[at - 1]!.en.at(-1)!)
  if (inOrder) return [...beads]
  const kept = heaviestRun(paired)
  return beads.map((bead) =>
    bead.zh.length > 0 && bead.en.length > 0 && !kept.has(bead) ? { ...bead, moved: true } : bead,
  )
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
