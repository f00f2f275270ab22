/**
 * Anchors of a long comparison: runs of tokens that occur exactly once on each side (after Cohen's patience diff, on
 * runs instead of lines). Of those the longest chain in which both sides rise is kept. Cost: n log n.
 */

export type Anchor = { at: number; afterAt: number }

type Stretch = { from: number; to: number; afterFrom: number; afterTo: number }

/** Runs of `length` equal tokens, in order on both sides; neighbours may overlap. */
export function findAnchors(a: Int32Array, b: Int32Array, stretch: Stretch, length: number): Anchor[] {
  const places = singlePlaces(a, stretch.from, stretch.to, length)
  const afterPlaces = singlePlaces(b, stretch.afterFrom, stretch.afterTo, length)
  const anchors: Anchor[] = []
  for (const [hash, at] of places) {
    const afterAt = afterPlaces.get(hash)
    if (at < 0 || afterAt === undefined || afterAt < 0) continue
    if (sameRun(a, at, b, afterAt, length)) anchors.push({ at, afterAt })
  }
  return risingChain(anchors)
}

const TWICE = -1

/** Where each run starts, by its hash, in order of first occurrence; `TWICE` when there are several. */
function singlePlaces(tokens: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at + length <= to; at++) {
    // FNV-1a. Two runs with one hash only cost an anchor: sameRun looks at the tokens.
    let hash = 0x811c9dc5
    for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ tokens[i]!, 0x01000193)
    places.set(hash, places.has(hash) ? TWICE : at)
  }
  return places
}

function sameRun(a: Int32Array, at: number, b: Int32Array, afterAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[at + i] !== b[afterAt + i]) return false
  return true
}

/** The longest subsequence with rising `afterAt` (patience sorting); `anchors` rise in `at`. */
function risingChain(anchors: Anchor[]): Anchor[] {
  const piles: number[] = []
  const previous = new Int32Array(anchors.length)
  anchors.forEach(({ afterAt }, index) => {
    const pile = firstPileNotBelow(piles, anchors, afterAt)
    previous[index] = pile > 0 ? piles[pile - 1]! : -1
    piles[pile] = index
  })
  const chain: Anchor[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index]!) chain.push(anchors[index]!)
  return chain.reverse()
}

function firstPileNotBelow(piles: number[], anchors: Anchor[], afterAt: number): number {
  let low = 0
  let high = piles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (anchors[piles[middle]!]!.afterAt < afterAt) low = middle + 1
    else high = middle
  }
  return low
}
