/** Cuts a text where the marks of discrepancies begin and end. */
import type { Span } from '../text'

export type MarkedPiece = { text: string; marked: boolean }

/** The pieces join to `text`; marks may overlap, lie outside the text or be empty. */
export function markedPieces(text: string, marks: readonly Span[]): MarkedPiece[] {
  const edges = new Set([0, text.length])
  for (const { from, to } of marks) {
    edges.add(within(from, text))
    edges.add(within(to, text))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index]!
    return { text: text.slice(from, to), marked: marks.some((mark) => mark.from <= from && to <= mark.to) }
  })
}

function within(position: number, text: string): number {
  return Math.min(Math.max(position, 0), text.length)
}
