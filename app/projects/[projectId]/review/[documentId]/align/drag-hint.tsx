'use client'
/** Beside the hand: to which row, and how many texts on the way would go along. For the pointer only. */
import { useEffect, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell, useCellPart } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { textsAlong } from './carrying'

export function DragHint() {
  const screen = useScreen()
  const isDragging = useCellPart(alignOf(screen).drag, (drag) => drag !== null)
  return isDragging ? <Hint /> : null
}

function Hint() {
  const t = useTexts()
  const screen = useScreen()
  const drag = useCell(alignOf(screen).drag)
  const outline = useCell(screen.outline)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { current } = box
      if (!current) return
      const left = Math.min(clientX + 14, window.innerWidth - current.offsetWidth - 8)
      const top = Math.min(clientY + 18, window.innerHeight - current.offsetHeight - 8)
      current.style.transform = `translate(${left}px, ${top}px)`
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  const isElsewhere = drag?.over && drag.over.row !== drag.fromRow
  const along = drag && outline ? textsAlong(outline, drag) : 0
  return (
    <div ref={box} aria-hidden className="align-hint" data-empty={!isElsewhere || undefined}>
      {isElsewhere && <b>{t('align.drag-to', { row: (drag.over?.row ?? 0) + 1 })}</b>}
      {isElsewhere && along > 0 && <span>{t('align.drag-along', { count: along })}</span>}
    </div>
  )
}
