import type { Span } from '@/lib/bitext/text'

/** Where tied words stand in a text. */
export type TiedPiece = { from: number; text: string; tie: number | null }

/** The text in pieces; a piece that is a tied word says which. Of ties that want the same words the stronger, which comes first, has them. */
export function wordsOf(text: string, ties: readonly (readonly Span[])[]): TiedPiece[] {
  const spans: (Span & { tie: number })[] = []
  ties.forEach((places, tie) => {
    for (const { from, to } of places)
      if (to <= text.length && !spans.some((span) => span.from < to && from < span.to)) spans.push({ from, to, tie })
  })
  const pieces: TiedPiece[] = []
  let at = 0
  for (const { from, to, tie } of spans.sort((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), tie: null })
    pieces.push({ from, text: text.slice(from, to), tie })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), tie: null })
  return pieces
}
