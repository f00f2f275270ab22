/**
 * Words spoken of in the row a person works on, shown by the browser's own highlights: nothing is put into the text.
 * `finding`: what the checks speak of; `raising`: what a note is being written on, while the focus is in its panel.
 */
import { SIDES, type Side, type Span } from '@/lib/bitext/text'
import { rangeIn } from './comment-marks'

export type WordMarks = 'finding' | 'raising'

type Marked = Record<Side, Span | null>

/** Marks the words in `row`, now and as its texts change. Gives back how to stop. */
export function watchWordMarks(name: WordMarks, row: Element, found: readonly Marked[]): () => void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS) || found.length === 0) return () => {}
  const draw = () => {
    const ranges = found.flatMap((marked) =>
      SIDES.flatMap((side) => {
        const span = marked[side]
        const text = row.querySelector(TEXTS[name](side))
        // What speaks of the whole text marks nothing.
        if (!text || !span || span.to - span.from >= (text.textContent?.length ?? 0)) return []
        return rangeIn(text, span.from, span.to) ?? []
      }),
    )
    CSS.highlights.set(name, new Highlight(...ranges))
  }
  draw()
  const observer = new MutationObserver(draw)
  observer.observe(row, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    CSS.highlights.delete(name)
  }
}

/** What is found in a text is not marked while it is typed in; the words of a note are, behind the field they were selected in. */
const TEXTS: Record<WordMarks, (side: Side) => string> = {
  finding: (side) => `:not(textarea)[data-segment][data-side="${side}"]`,
  raising: (side) => `.review-body[data-side="${side}"]`,
}
