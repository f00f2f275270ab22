/** Going about in the page by paragraphs and sentences. */
import type { Side } from '@/lib/bitext/text'
import { goTo } from '../state/move'
import type { Page } from '../state/reading'
import type { Screen } from '../state/screen'
import type { ReadAct } from './keys'

/** Answers whether the act was one of going. */
export function moveInPage(screen: Screen, page: Page, sides: readonly Side[], act: ReadAct): boolean {
  const outline = screen.outline.get()
  const place = screen.place.get()
  const id = outline?.ids[place.row]
  if (!outline || id === undefined) return false
  const target = targetOf(page, id, act)
  if (target === undefined) return false
  const row = target === null ? undefined : outline.rowOf.get(target)
  const side = sides.includes(place.side) ? place.side : sides[0]!
  if (row !== undefined) goTo(screen, row, { side, editing: false })
  return true
}

/** The segment to go to; null at the ends of the page; undefined when the act goes nowhere. */
function targetOf(page: Page, id: number, act: ReadAct): number | null | undefined {
  const block = page.blockOf.get(id) ?? 0
  const at = page.ids.indexOf(id, page.starts[block])
  if (act === 'next-sentence') return page.ids[at + 1] ?? null
  if (act === 'previous-sentence') return page.ids[at - 1] ?? null
  if (act === 'next-paragraph') return page.ids[page.starts[block + 1] ?? page.ids.length] ?? null
  if (act === 'previous-paragraph') return page.ids[page.starts[Math.max(0, block - 1)]!] ?? null
  return undefined
}
