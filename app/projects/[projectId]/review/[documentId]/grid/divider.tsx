'use client'
/** The border between the columns: dragged, or moved by arrow keys; a double click or Home brings it back to the middle. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellPart } from '../state/cell'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'

const NARROWEST = 0.2
const STEP = 0.02

export function Divider() {
  const t = useTexts()
  const screen = useScreen()
  const split = useCellPart(screen.settings, (settings) => settings.split)
  const line = useRef<HTMLHRElement>(null)
  const put = (share: number) =>
    changeSettings(screen, { split: Math.round(Math.min(1 - NARROWEST, Math.max(NARROWEST, share)) * 1000) / 1000 })
  const drag = (event: PointerEvent) => {
    const grid = line.current?.closest('.review-panes')?.getBoundingClientRect()
    if (grid && event.currentTarget.hasPointerCapture(event.pointerId)) put((event.clientX - grid.left) / grid.width)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') put(split - STEP)
    else if (event.key === 'ArrowRight') put(split + STEP)
    else if (event.key === 'Home') put(0.5)
    else return
    event.preventDefault()
  }
  return (
    <hr
      ref={line}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('review.divider')}
      aria-valuemin={NARROWEST * 100}
      aria-valuemax={(1 - NARROWEST) * 100}
      aria-valuenow={Math.round(split * 100)}
      title={t('review.divider-hint')}
      className="review-divider absolute inset-y-1 left-1/2 m-0 w-1.5 -translate-x-1/2 cursor-col-resize touch-none rounded-full border-0 bg-line-strong/50 hover:bg-accent"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => put(0.5)}
      onKeyDown={onKeyDown}
    />
  )
}
