'use client'
/** The upper edge of the sheet: dragged up to the whole height, down to half, and further down it closes. Keys do the same. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellPart } from '../state/cell'
import { closeInspector } from '../state/inspector'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'

/** Shares of the room at which letting go means close, half, or full. */
const CLOSES_BELOW = 0.25
const FULL_ABOVE = 0.7

export function SheetHandle({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const t = useTexts()
  const screen = useScreen()
  const moved = useRef(false)
  const sheet = useCellPart(screen.settings, (settings) => settings.sheet)
  const toggle = () => changeSettings(screen, { sheet: sheet === 'half' ? 'full' : 'half' })
  const share = (event: PointerEvent): number => {
    const room = panel.current?.parentElement?.getBoundingClientRect()
    return room ? Math.min(1, Math.max(0.08, (room.bottom - event.clientY) / room.height)) : 0.5
  }
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    moved.current = true
    panel.current?.style.setProperty('--sheet', `${share(event) * 100}%`)
  }
  const drop = (event: PointerEvent) => {
    panel.current?.style.removeProperty('--sheet')
    if (!moved.current) return
    const at = share(event)
    if (at < CLOSES_BELOW) closeInspector(screen)
    else changeSettings(screen, { sheet: at > FULL_ABOVE ? 'full' : 'half' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') changeSettings(screen, { sheet: 'full' })
    else if (event.key === 'ArrowDown' && sheet === 'full') changeSettings(screen, { sheet: 'half' })
    else if (event.key === 'ArrowDown') closeInspector(screen)
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      aria-label={t(sheet === 'half' ? 'read.sheet-full' : 'read.sheet-half')}
      title={t('read.sheet-hint')}
      className="group flex h-6 shrink-0 cursor-row-resize touch-none items-center justify-center lg:hidden"
      onPointerDown={(event) => {
        moved.current = false
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onClick={() => !moved.current && toggle()}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden className="h-1 w-10 rounded-full bg-line-strong group-hover:bg-accent" />
    </button>
  )
}
