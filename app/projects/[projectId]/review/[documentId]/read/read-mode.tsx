'use client'
/** The document as a page: both texts by paragraph, or one of them, every sentence tied to its row. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { sidesOf } from '@/lib/reading/rules'
import { useCell, useCellPart } from '../state/cell'
import { loadRows } from '../state/load'
import { changeMode } from '../state/mode'
import { fetchPage, idsIn, liking, type Page, readLiking } from '../state/reading'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { Block } from './block'
import { readActOf } from './keys'
import { moveInPage } from './move'
import { ReadBar } from './read-bar'
import { useReadKeys } from './use-read-keys'
import './read.css'

/** Blocks fetched beyond those shown, each way. */
const AHEAD = 10

/** A line and what stands around a block, in pixels, before it was measured. */
const LINE_HEIGHT = 30
const AROUND = 22

export function ReadMode() {
  const t = useTexts()
  const screen = useScreen()
  const { layout } = useCell(liking())
  const page = usePage(screen)
  useEffect(readLiking, [])
  useReadKeys(screen)
  return (
    <section aria-label={t('align.mode-read')} className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <ReadBar />
      {page && page.ids.length > 0 ? (
        <Paper key={layout} page={page} />
      ) : (
        <p className="p-6 text-ink-soft">{t(page ? 'read.nothing' : 'common.loading')}</p>
      )}
    </section>
  )
}

/** Where the paragraphs are; asked anew when rows came or went. */
function usePage(screen: Screen): Page | null {
  const [page, setPage] = useState<Page | null>(null)
  const layout = useCellPart(liking(), (one) => one.layout)
  const ids = useCellPart(screen.outline, (outline) => outline?.ids)
  useEffect(() => {
    if (!ids) return
    let current = true
    void fetchPage(screen, layout).then((next) => current && next && setPage(next))
    return () => {
      current = false
    }
  }, [screen, layout, ids])
  return page?.layout === layout ? page : null
}

function Paper({ page }: { page: Page }) {
  const t = useTexts()
  const screen = useScreen()
  const scroller = useRef<HTMLDivElement>(null)
  const count = page.starts.length - 1
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (block) => (page.lines[block] ?? 1) * LINE_HEIGHT + AROUND,
    getItemKey: (block) => page.ids[page.starts[block]!] ?? block,
    overscan: 4,
  })
  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? -1
  useEffect(() => {
    const rowOf = screen.outline.get()?.rowOf
    const first = Math.max(0, from - AHEAD)
    const last = Math.min(count - 1, to + AHEAD)
    const ids = page.ids.slice(page.starts[first], page.starts[last + 1])
    void loadRows(
      screen,
      ids.flatMap((id) => rowOf?.get(id) ?? []),
    )
  }, [screen, page, from, to, count])
  useShown(screen, page, virtualizer.range)
  usePlaceInView(screen, page, scroller, (block, align) => virtualizer.scrollToIndex(block, { align }))
  const hands = usePaperHands(screen, page, scroller)
  return (
    // Sentences take the focus; their keys and clicks are heard here.
    <div ref={scroller} className="read-scroller" data-layout={page.layout} {...hands}>
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        <div
          className="read-paper"
          role="document"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: where no sentence in view is the present one, the page is the way in
          tabIndex={0}
          aria-label={t('read.page')}
          style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
        >
          {items.map(({ key, index }) => (
            <Block key={key} page={page} block={index} measure={virtualizer.measureElement} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** For the outline and the strip: which rows are before the person. */
function useShown(screen: Screen, page: Page, range: { startIndex: number; endIndex: number } | null) {
  const top = range?.startIndex ?? 0
  const bottom = range?.endIndex ?? 0
  useEffect(() => {
    const rowOf = screen.outline.get()?.rowOf
    const first = rowOf?.get(idsIn(page, top)[0] ?? 0) ?? 0
    const last = rowOf?.get(idsIn(page, bottom).at(-1) ?? 0) ?? first
    screen.topRow.set(first)
    screen.shown.set({ from: Math.min(first, last), to: Math.max(first, last) })
  }, [screen, page, top, bottom])
}

const LONGEST_WAIT = 120

/** A wish to go somewhere brings its sentence into view and gives it the focus once it is there. */
function usePlaceInView(
  screen: Screen,
  page: Page,
  scroller: { current: HTMLElement | null },
  scrollTo: (block: number, align: 'center' | 'auto') => void,
) {
  const wish = useCell(screen.focusWanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a wish, or another page, goes anywhere
  useEffect(() => {
    const { row } = screen.place.get()
    const block = page.blockOf.get(screen.outline.get()?.ids[row] ?? 0)
    if (block === undefined || (wish === 0 && row === 0)) return
    let frames = 0
    let frame = 0
    const look = () => {
      const sentence = sentenceAt(scroller.current, screen)
      if (!sentence && frames % 8 === 0) scrollTo(block, 'center')
      if (sentence) {
        sentence.scrollIntoView({ block: 'nearest' })
        // Somebody who types in the find field or in the inspector stays there.
        if (screen.focusDone !== wish) sentence.focus({ preventScroll: true })
        screen.focusDone = wish
      } else if (frames++ < LONGEST_WAIT) frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [wish, page])
}

function sentenceAt(root: HTMLElement | null, screen: Screen): HTMLElement | null {
  const { row, side } = screen.place.get()
  const id = screen.outline.get()?.ids[row]
  const found = (on: Side | null) =>
    root?.querySelector<HTMLElement>(`[data-segment="${id}"]${on ? `[data-side="${on}"]` : ''}`) ?? null
  return found(side) ?? found(null)
}

/** Click: here is where I am. Enter or a double click: to the row. The two sides of what the pointer is on belong together. */
function usePaperHands(screen: Screen, page: Page, scroller: { current: HTMLElement | null }) {
  const paired = useRef<Element[]>([])
  const pair = (id: string | undefined) => {
    for (const element of paired.current) element.removeAttribute('data-paired')
    paired.current = id ? [...(scroller.current?.querySelectorAll(`[data-segment="${id}"]`) ?? [])] : []
    for (const element of paired.current) element.setAttribute('data-paired', '')
  }
  const stand = (target: EventTarget | null): boolean => {
    const sentence = sentenceOf(target)
    const row = screen.outline.get()?.rowOf.get(Number(sentence?.dataset.segment))
    if (!sentence || row === undefined) return false
    screen.place.set({ row, side: sentence.dataset.side === 'zh' ? 'zh' : 'en', editing: false, caret: null })
    return true
  }
  return {
    onPointerOver: (event: PointerEvent) => pair(sentenceOf(event.target)?.dataset.segment),
    onPointerLeave: () => pair(undefined),
    onFocus: (event: React.FocusEvent) => void stand(event.target),
    onClick: (event: MouseEvent) => {
      // Marking words is not going anywhere.
      if (document.getSelection()?.isCollapsed === false || event.defaultPrevented) return
      if (stand(event.target)) sentenceOf(event.target)?.focus({ preventScroll: true })
    },
    onDoubleClick: (event: MouseEvent) => stand(event.target) && changeMode(screen, 'review'),
    onKeyDown: (event: KeyboardEvent) => {
      if (isInputMethods(event) || (event.target as Element).closest('button')) return
      const act = readActOf(event.nativeEvent)
      if (act === 'open-row') changeMode(screen, 'review')
      else if (!act || !moveInPage(screen, page, sidesOf(page.layout), act)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

function sentenceOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-segment][data-side]') : null
}
