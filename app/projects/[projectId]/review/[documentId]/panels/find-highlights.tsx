'use client'
/**
 * Marks the found words in the rows in view. The browser paints them (CSS Custom Highlight API): the texts on the page
 * stay as they are, whatever else is shown in them. A browser without it shows the rows all the same.
 */
import { useEffect } from 'react'
import type { Search } from '@/lib/bitext/search'
import { useCell } from '../state/cell'
import { placesOn, searchFor, sidesOf } from '../state/find'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'
import './find.css'

const HIT = 'find-hit'
const HERE = 'find-here'

export function FindHighlights() {
  const screen = useScreen()
  const filter = useCell(screen.filter)
  const hit = useCell(screen.hit)
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew when the person goes to another place
  useEffect(() => {
    if (filter.text === '' || typeof Highlight === 'undefined') return
    let frame = 0
    let search: Search | null = null
    const paint = () => {
      frame = 0
      if (search) paintHits(screen, search)
    }
    const later = () => {
      frame ||= requestAnimationFrame(paint)
    }
    void searchFor(filter).then((compiled) => {
      search = compiled?.ok ? compiled.search : null
      later()
    })
    const scroller = document.querySelector('.review-scroller')
    const observer = new MutationObserver(later)
    if (scroller) observer.observe(scroller, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(HIT)
      CSS.highlights.delete(HERE)
    }
  }, [screen, filter, hit])
  return null
}

function paintHits(screen: Screen, search: Search): void {
  const all = new Highlight()
  const here = new Highlight()
  const hit = screen.hit.get()
  for (const cell of document.querySelectorAll<HTMLElement>('.review-scroller [data-segment][data-side]')) {
    const row = screen.rows.get(Number(cell.dataset.segment))
    if (!row) continue
    const nodes = textNodes(cell)
    const places = placesOn(search, row, sidesOf(screen.filter.get())).filter(({ side }) => side === cell.dataset.side)
    for (const { from, to, place } of places) {
      const range = rangeIn(nodes, from, to)
      if (!range) continue
      all.add(range)
      if (hit?.segmentId === row.id && hit.place === place) here.add(range)
    }
  }
  here.priority = 1
  CSS.highlights.set(HIT, all)
  CSS.highlights.set(HERE, here)
}

/** Text as it is now: what tracked changes show as deleted counts nothing. */
function textNodes(cell: HTMLElement): Text[] {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest('[data-deleted]')) nodes.push(node)
  }
  return nodes
}

function rangeIn(nodes: readonly Text[], from: number, to: number): Range | null {
  const range = document.createRange()
  let at = 0
  let begun = false
  for (const node of nodes) {
    const end = at + node.length
    if (!begun && from < end) {
      range.setStart(node, from - at)
      begun = true
    }
    if (begun && to <= end) {
      range.setEnd(node, to - at)
      return range
    }
    at = end
  }
  return null
}
