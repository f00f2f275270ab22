/** The words findings speak of, shown by the browser's own highlights in the row a person works on: nothing is put into the text. */
import { SIDES, type Span } from '@/lib/bitext/text'
import { rangeIn } from './comment-marks'

const NAME = 'finding'

type Marked = { zh: Span | null; en: Span | null }

/** Marks the words of this segment in `root`, now and as its texts change. Gives back how to stop. */
export function watchFindingMarks(root: Element, segmentId: number, found: readonly Marked[]): () => void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS) || found.length === 0) return () => {}
  const draw = () => {
    const ranges = found.flatMap((marked) =>
      SIDES.flatMap((side) => {
        const span = marked[side]
        const cell = root.querySelector(`:not(textarea)[data-segment="${segmentId}"][data-side="${side}"]`)
        // What speaks of the whole text marks nothing.
        if (!cell || !span || span.to - span.from >= (cell.textContent?.length ?? 0)) return []
        return rangeIn(cell, span.from, span.to) ?? []
      }),
    )
    CSS.highlights.set(NAME, new Highlight(...ranges))
  }
  draw()
  const observer = new MutationObserver(draw)
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    CSS.highlights.delete(NAME)
  }
}
