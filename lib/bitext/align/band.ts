/** The cells the ladder may pass through: for each Chinese boundary a stretch of English ones around a rough path; and how large a bead may end there. */
import type { Section } from './section'

/** Boundaries within a section: before Chinese sentence i (0 … n) the English boundaries lo[i] … hi[i] are open. Both rise with i. */
export type Band = {
  lo: Int32Array
  hi: Int32Array
  /** Sentences on one side of a bead that ends before Chinese sentence i, at most. */
  most: Uint8Array
}

/** A point of the rough path, in boundaries of the section. */
export type Point = { zh: number; en: number }

/** Boundaries on either side of a point that its width reaches too: a chain of anchors may be off by so many. */
const OVERLAP = 2
/** Between two points more than this many cells apart only the diagonal is searched, `width` times this wide, for the area would grow with the square. */
const WIDE_GAP = 60

/** Half-width of the band, and the largest number of sentences on one side of a bead, one for each Chinese boundary. */
export type Room = { widths: Int32Array; most: Uint8Array }

/** The band around `points` (sorted on both sides); `widths` are half-widths. */
export function bandAround(points: readonly Point[], section: Section, { widths, most }: Room): Band {
  const n = section.zhTo - section.zhFrom
  const m = section.enTo - section.enFrom
  const lo = new Int32Array(n + 1).fill(m)
  const hi = new Int32Array(n + 1)
  const path = [{ zh: 0, en: 0 }, ...points, { zh: n, en: m }]
  for (let at = 0; at + 1 < path.length; at++) openBetween(path[at]!, path[at + 1]!, lo, hi, widths)
  return connected(
    lo.map((value) => Math.max(0, value)),
    hi.map((value) => Math.min(m, value)),
    m,
    most,
  )
}

function openBetween(from: Point, to: Point, lo: Int32Array, hi: Int32Array, widths: Int32Array): void {
  const last = Math.min(lo.length - 1, Math.ceil(to.zh) + OVERLAP)
  const far = Math.max(to.zh - from.zh, to.en - from.en) > WIDE_GAP
  const slope = (to.en - from.en) / Math.max(1e-9, to.zh - from.zh)
  for (let i = Math.max(0, Math.floor(from.zh) - OVERLAP); i <= last; i++) {
    const width = widths[i]!
    const on = far ? from.en + slope * Math.min(Math.max(i - from.zh, 0), to.zh - from.zh) : 0
    // A gap without width has no diagonal: one side is simply absent there.
    const reach = far && to.zh > from.zh ? Math.max(WIDE_GAP, slope + width) : 0
    const low = reach ? Math.max(from.en, on - reach) : from.en
    const high = reach ? Math.min(to.en, on + reach) : to.en
    lo[i] = Math.min(lo[i]!, Math.floor(low) - width)
    hi[i] = Math.max(hi[i]!, Math.ceil(high) + width)
  }
}

/** Both edges rise, corners are in, and each row touches the one before. */
function connected(lo: Int32Array, hi: Int32Array, m: number, most: Uint8Array): Band {
  const n = lo.length - 1
  lo[0] = 0
  hi[n] = m
  for (let i = 1; i <= n; i++) hi[i] = Math.max(hi[i]!, hi[i - 1]!)
  for (let i = n - 1; i >= 0; i--) lo[i] = Math.min(lo[i]!, lo[i + 1]!)
  for (let i = 1; i <= n; i++) if (lo[i]! > hi[i - 1]!) lo[i] = hi[i - 1]!
  for (let i = n - 1; i >= 0; i--) lo[i] = Math.min(lo[i]!, lo[i + 1]!)
  return { lo, hi, most }
}
