/** How far confidences can be believed: expected calibration error (ten bins) and the area under the ROC curve. */

export type Judged = { confidence: number; right: boolean }

const BINS = 10

/** Mean distance between confidence and share right over ten equal bins of confidence, weighted by their size (Naeini et al. 2015). */
export function calibrationError(beads: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }))
  for (const { confidence, right } of beads) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!
    bin.confidence += confidence
    bin.right += right ? 1 : 0
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0)
  return beads.length === 0 ? 0 : off / beads.length
}

/** Chance that a right bead has a higher confidence than a wrong one, ties counting half; NaN where all are right or all wrong. */
export function areaUnderCurve(beads: readonly Judged[]): number {
  const sorted = [...beads].sort((a, b) => a.confidence - b.confidence)
  const right = beads.filter((bead) => bead.right).length
  let ranks = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]!.confidence === sorted[from]!.confidence) to++
    const rank = (from + 1 + to) / 2
    for (let at = from; at < to; at++) if (sorted[at]!.right) ranks += rank
    from = to
  }
  return (ranks - (right * (right + 1)) / 2) / (right * (beads.length - right))
}
