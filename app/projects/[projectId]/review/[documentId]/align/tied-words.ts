/** Where tied words stand in a text. */
export type TiedPiece = { from: number; text: string; tie: number | null }

/** The text in pieces; a piece that is a tied word says which. Each word is lit where it first stands free of stronger ties. */
export function wordsOf(text: string, words: readonly string[]): TiedPiece[] {
  const spans: { from: number; to: number; tie: number }[] = []
  words.forEach((word, tie) => {
    if (word === '') return
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
      const to = from + word.length
      if (spans.some((span) => span.from < to && from < span.to)) continue
      spans.push({ from, to, tie })
      return
    }
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
