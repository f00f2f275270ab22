/** Which words of which text are selected on the page, whether it is shown as plain text, as a diff or in a field. */
import type { Side, Span } from '@/lib/bitext/text'

export type SelectedWords = Span & { segmentId: number; side: Side; quote: string; rect: DOMRect }

/** Text cells carry `data-segment` and `data-side`; what a diff shows as deleted carries `data-deleted` and counts nothing. */
const TEXT_CELL = '[data-segment][data-side]'

export function selectedWords(): SelectedWords | null {
  const focused = document.activeElement
  if (focused instanceof HTMLTextAreaElement && focused.matches(TEXT_CELL)) return selectedInField(focused)
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  return selectedInText(selection.getRangeAt(0))
}

function selectedInField(field: HTMLTextAreaElement): SelectedWords | null {
  const { selectionStart: from, selectionEnd: to } = field
  if (from >= to) return null
  return { ...placeOf(field), from, to, quote: field.value.slice(from, to), rect: field.getBoundingClientRect() }
}

function selectedInText(range: Range): SelectedWords | null {
  const start = cellOf(range.startContainer)
  const end = cellOf(range.endContainer)
  // A triple click ends at the start of the next element: the words are those of the first.
  if (!start || (end !== null && end !== start)) return null
  const from = offsetIn(start, range.startContainer, range.startOffset)
  const to = end ? offsetIn(start, range.endContainer, range.endOffset) : Number.POSITIVE_INFINITY
  const text = textOf(start)
  const span = { from, to: Math.min(to, text.length) }
  if (span.from >= span.to) return null
  return { ...placeOf(start), ...span, quote: text.slice(span.from, span.to), rect: range.getBoundingClientRect() }
}

function placeOf(cell: HTMLElement): { segmentId: number; side: Side } {
  return { segmentId: Number(cell.dataset.segment), side: cell.dataset.side === 'zh' ? 'zh' : 'en' }
}

function cellOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>(TEXT_CELL) ?? null
}

/** Text nodes that belong to the text as it is now. */
function* textNodes(cell: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest('[data-deleted]')) yield node
  }
}

function textOf(cell: HTMLElement): string {
  return [...textNodes(cell)].map((node) => node.data).join('')
}

/** How many code units of the cell's text stand before this place of the page. */
export function offsetIn(cell: HTMLElement, container: Node, offset: number): number {
  const place = document.createRange()
  place.setStart(container, offset)
  let before = 0
  for (const node of textNodes(cell)) {
    if (node === container) return before + Math.min(offset, node.length)
    if (place.comparePoint(node, 0) >= 0) return before
    before += node.length
  }
  return before
}

/** Where in the cell's text a click fell. */
export function offsetAtPoint(cell: HTMLElement, x: number, y: number): number {
  const end = textOf(cell).length
  const place = caretAt(x, y)
  return place && cell.contains(place.node) ? offsetIn(cell, place.node, place.offset) : end
}

type OldCaret = { caretRangeFromPoint?(x: number, y: number): Range | null }
type NewCaret = { caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null }

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  const position = (document as NewCaret).caretPositionFromPoint?.(x, y)
  if (position) return { node: position.offsetNode, offset: position.offset }
  const range = (document as OldCaret).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
