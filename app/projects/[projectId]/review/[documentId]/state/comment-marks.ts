/**
 * The words that open threads speak of, shown by the browser's own highlights: nothing is put into the text, which may be
 * plain, tracked or being typed in. Where a browser knows no highlights the count beside the row still says that there
 * is a comment, and the comment quotes its words.
 */
import type { RowComments } from '@/lib/segment/queries'

const NAME = 'comment'

function registry(): Highlight | null {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return null
  const found = CSS.highlights.get(NAME)
  if (found) return found
  const fresh = new Highlight()
  CSS.highlights.set(NAME, fresh)
  return fresh
}

/** Marks the words on every text of this segment that stands in `root`, now and as these texts change. Gives back how to stop. */
export function watchCommentMarks(root: Element, segmentId: number, marks: RowComments['marks']): () => void {
  const all = registry()
  if (!all || marks.length === 0) return () => {}
  let drawn: Range[] = []
  const clear = () => {
    for (const range of drawn) all.delete(range)
    drawn = []
  }
  const draw = () => {
    clear()
    drawn = marks.flatMap((mark) =>
      (['zh', 'en'] as const).flatMap((side) => {
        const [from, to] = [mark[`${side}From`], mark[`${side}To`]]
        const cell = root.querySelector(`:not(textarea)[data-segment="${segmentId}"][data-side="${side}"]`)
        return cell && from !== null && to !== null ? (rangeIn(cell, from, to) ?? []) : []
      }),
    )
    for (const range of drawn) all.add(range)
  }
  draw()
  const observer = new MutationObserver(draw)
  observer.observe(root, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    clear()
  }
}

/** The words of a text cell from one place of its text to another; what a diff shows as deleted counts nothing. */
export function rangeIn(cell: Element, from: number, to: number): Range | null {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let before = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('[data-deleted]')) continue
    const end = before + node.length
    if (!begun && from < end) {
      range.setStart(node, from - before)
      begun = true
    }
    if (begun && to <= end) {
      range.setEnd(node, to - before)
      return range
    }
    before = end
  }
  return null
}
