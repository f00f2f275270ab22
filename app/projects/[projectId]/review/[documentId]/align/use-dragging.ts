/**
 * Borders between sentences and whole English texts are dragged to another row, however far: at the edges the grid scrolls
 * along. While dragging, the texts that would go along are marked and the row that would take them says so; Escape leaves
 * everything as it was; what was dropped is one step, and can be undone from the notice.
 */
import { useEffect } from 'react'
import type { Side } from '@/lib/bitext/text'
import type { Screen } from '../state/screen'
import { alignOf, type Drag } from './align-state'
import { meant, speedAt } from './carrying'
import { operate } from './operate'
import { say } from './perform'
import { whyNotAlign } from './rights'
import { undo } from './undo'

export function useDragging(screen: Screen): void {
  useEffect(() => {
    const { drag } = alignOf(screen)
    let frame = 0
    let at = { x: 0, y: 0 }
    let moved = false
    const begin = (event: PointerEvent) => {
      if (event.button !== 0) return
      const fresh = dragFrom(event.target)
      if (!fresh || whyNotAlign(screen)) return
      event.preventDefault()
      drag.set(fresh)
      document.body.dataset.aligning = ''
      at = { x: event.clientX, y: event.clientY }
      moved = false
      frame = requestAnimationFrame(scroll)
    }
    const look = () => {
      const now = drag.get()
      if (!now) return
      const over = rowUnder(at.x, at.y)
      if (over?.id !== now.over?.id) drag.set({ ...now, over })
    }
    const move = (event: PointerEvent) => {
      // Taking hold of something near an edge is no wish to scroll.
      moved ||= Math.abs(event.clientY - at.y) > 2
      at = { x: event.clientX, y: event.clientY }
      look()
    }
    const scroll = () => {
      const grid = document.querySelector<HTMLElement>('.review-scroller')
      if (!drag.get() || !grid) return
      const by = moved ? speedAt(at.y, grid.getBoundingClientRect()) : 0
      if (by !== 0) {
        grid.scrollTop += by
        // Another row has come under a hand that holds still.
        look()
      }
      frame = requestAnimationFrame(scroll)
    }
    const end = () => {
      cancelAnimationFrame(frame)
      drag.set(null)
      delete document.body.dataset.aligning
    }
    const drop = (event: PointerEvent) => {
      if (drag.get()) move(event)
      const now = drag.get()
      end()
      if (now) carryOut(screen, now)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.get()) return
      event.preventDefault()
      event.stopPropagation()
      end()
      screen.tell(screen.t('align.drag-left'), { hint: true })
    }
    const stops = listen({ pointerdown: begin, pointermove: move, pointerup: drop, pointercancel: end, keydown: key })
    return () => {
      end()
      stops()
    }
  }, [screen])
}

type Listeners = {
  [Name in 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'keydown']: (
    event: WindowEventMap[Name],
  ) => void
}

function listen(listeners: Listeners): () => void {
  const entries = Object.entries(listeners) as [keyof Listeners, EventListener][]
  for (const [name, listener] of entries) window.addEventListener(name, listener, true)
  return () => {
    for (const [name, listener] of entries) window.removeEventListener(name, listener, true)
  }
}

function dragFrom(target: EventTarget | null): Drag | null {
  if (!(target instanceof Element)) return null
  const handle = target.closest<HTMLElement>('[data-drag]')
  const row = handle?.closest<HTMLElement>('[data-id]')
  const side = handle?.closest<HTMLElement>('[data-align-cell]')?.dataset.side as Side | undefined
  if (!handle || !row || !side) return null
  const { id: fromId, row: fromRow } = placeOf(row)
  if (handle.dataset.drag === 'text') return { what: 'text', fromId, fromRow, side, over: null }
  return { what: 'border', fromId, fromRow, side, offset: Number(handle.dataset.offset), over: null }
}

function placeOf({ dataset }: HTMLElement): { id: number; row: number } {
  return { id: Number(dataset.id), row: Number(dataset.row) - 1 }
}

/** Above or below the grid, its first or last row counts. */
function rowUnder(x: number, y: number): Drag['over'] {
  const grid = document.querySelector('.review-scroller')?.getBoundingClientRect()
  if (!grid) return null
  const within = Math.max(grid.top + 1, Math.min(grid.bottom - 1, y))
  const row = document.elementFromPoint(x, within)?.closest<HTMLElement>('[data-id]')
  return row ? placeOf(row) : null
}

function carryOut(screen: Screen, drag: Drag) {
  const operation = meant(screen, drag)
  if (!operation || !operate(screen, operation)) return
  const row = screen.outline.get()?.rowOf.get(drag.fromId) ?? 0
  say(screen, SAID[operation.what], row)
  screen.tell(screen.t(SAID[operation.what], { row: row + 1 }), {
    action: { label: screen.t('align.undo'), run: () => void undo(screen) },
  })
}

const SAID = { move: 'align.said-move', push: 'align.said-push', pull: 'align.said-pull' } as const
