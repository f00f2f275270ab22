/** Farther than any screen is high: the line leaves the view, and the view cuts it off. */
const OUT_OF_VIEW = 4_000

/** From the left edge at `from` to the right edge at `to`; `null` leads out of the view. */
export function crossingPath(width: number, from: number, to: number | null, way: 1 | -1): string {
  const [near, far] = [width * 0.35, width * 0.65]
  if (to !== null) return `M0 ${from} C ${far} ${from}, ${near} ${to}, ${width} ${to}`
  return `M0 ${from} C ${width / 2} ${from}, ${far} ${from + way * 10}, ${far} ${from + way * 60} V ${from + way * OUT_OF_VIEW}`
}
