export type Piece = { from: number; text: string }

/** The text cut at these places; the pieces join to the text, and none is empty. */
export function piecesOf(text: string, cuts: readonly number[]): Piece[] {
  const inner = [...new Set(cuts)].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b)
  const starts = [0, ...inner]
  return starts.map((from, i) => ({ from, text: text.slice(from, starts[i + 1] ?? text.length) }))
}
