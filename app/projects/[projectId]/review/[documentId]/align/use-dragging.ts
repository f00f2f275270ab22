/**
 * Borders between sentences and whole English texts are dragged to another row. While dragging, the row that would take
 * them says so; Escape leaves everything as it was; what was dropped can be undone from the notice.
 */
import { useEffect } from 'react'
import type { Side } from '@/lib/bitext/text'
import type { Screen } from '../state/screen'
import { alignOf, type Drag } from './align-state'
import { operate } from './operate'
import { say } from './perform'
import type { Operation } from './rearrange'
import { whyNotAlign } from './rights'
import { undo } from './undo'

/** Within this many pixels of its upper or lower edge, the grid scrolls under what is dragged. */
const EDGE = 48
const SCROLL = 14

export function useDragging(screen: Screen): void {
  useEffect(() => {
    const { drag } = alignOf(screen)
    let frame = 0
    let y = 0
    const begin = (event: PointerEvent) => {
      if (event.button !== 0) return
      const fresh = dragFrom(event.target)
      if (!fresh || whyNotAlign(screen)) return
      event.preventDefault()
      drag.set(fresh)
      document.body.dataset.aligning = ''
      y = event.clientY
      frame = requestAnimationFrame(scroll)
    }
    const move = (event: PointerEvent) => {
      const now = drag.get()
      if (!now) return
      y = event.clientY
      const over = rowUnder(event.clientX, event.clientY)
      if (over !== now.over) drag.set({ ...now, over })
    }
    const scroll = () => {
      const grid = document.querySelector<HTMLElement>('.review-scroller')
      if (!drag.get() || !grid) return
      const { top, bottom } = grid.getBoundingClientRect()
      if (y < top + EDGE) grid.scrollTop -= SCROLL
      if (y > bottom - EDGE) grid.scrollTop += SCROLL
      frame = requestAnimationFrame(scroll)
    }
    const end = () => {
      cancelAnimationFrame(frame)
      drag.set(null)
      delete document.body.dataset.aligning
    }
    const drop = () => {
      const now = drag.get()
      end()
      if (now) carryOut(screen, now)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.get()) return
      event.preventDefault()
      event.stopPropagation()
      end()
      screen.tell(screen.t('align.drag-left'))
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
  const fromId = Number(row.dataset.id)
  if (handle.dataset.drag === 'text') return { what: 'text', fromId, side, over: null }
  return { what: 'border', fromId, side, offset: Number(handle.dataset.offset), over: null }
}

function rowUnder(x: number, y: number): number | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-id]')
  return row ? Number(row.dataset.id) : null
}

function carryOut(screen: Screen, drag: Drag) {
  const operation = meant(screen, drag)
  if (operation === 'too-far') return screen.tell(screen.t('align.drag-too-far'))
  if (!operation || !operate(screen, operation)) return
  const what =
    operation.what === 'move' ? 'align.said-move' : operation.what === 'push' ? 'align.said-push' : 'align.said-pull'
  const row = screen.outline.get()?.rowOf.get(drag.fromId) ?? 0
  say(screen, what, row)
  screen.tell(screen.t(what, { row: row + 1 }), {
    action: { label: screen.t('align.undo'), run: () => void undo(screen) },
  })
}

/** A border dragged down takes what stands after it into the next row; dragged up, what stands before it into the row above. */
export function meant(screen: Screen, drag: Drag): Operation | 'too-far' | null {
  const { rowOf } = screen.outline.get() ?? {}
  const [from, over] = [rowOf?.get(drag.fromId), rowOf?.get(drag.over ?? 0)]
  if (from === undefined || over === undefined || from === over || drag.over === null) return null
  if (drag.what === 'text') return { what: 'move', from: drag.fromId, to: drag.over }
  if (Math.abs(over - from) > 1) return 'too-far'
  return { what: over > from ? 'push' : 'pull', id: drag.fromId, side: drag.side, offset: drag.offset }
}
