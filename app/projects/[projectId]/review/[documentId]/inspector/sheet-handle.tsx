'use client'
/** The upper edge of the sheet: dragged up to the whole height, down by steps, and at the bottom it closes. Keys do the same. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellPart } from '../state/cell'
import { closeInspector } from '../state/inspector'
import type { SheetHeight } from '../state/screen'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'

/** Shares of the room from which letting go means the height; below all of them the sheet closes. */
const HEIGHTS = [
  { sheet: 'low', from: 0.14 },
  { sheet: 'half', from: 0.33 },
  { sheet: 'full', from: 0.7 },
] as const satisfies { sheet: SheetHeight; from: number }[]

export function SheetHandle({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const t = useTexts()
  const screen = useScreen()
  const moved = useRef(false)
  const sheet = useCellPart(screen.settings, (settings) => settings.sheet)
  const put = (at: number) => {
    const height = HEIGHTS[Math.min(at, HEIGHTS.length - 1)]
    if (height) changeSettings(screen, { sheet: height.sheet })
    else closeInspector(screen)
  }
  const now = HEIGHTS.findIndex((height) => height.sheet === sheet)
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
    put(HEIGHTS.findLastIndex(({ from }) => at >= from))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') put(now + 1)
    else if (event.key === 'ArrowDown') put(now - 1)
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      aria-label={t(sheet === 'full' ? 'read.sheet-half' : 'read.sheet-full')}
      title={t('read.sheet-hint')}
      className="group review-sheet-handle flex h-6 shrink-0 cursor-row-resize touch-none items-center justify-center lg:hidden"
      onPointerDown={(event) => {
        moved.current = false
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onClick={() => !moved.current && changeSettings(screen, { sheet: sheet === 'full' ? 'half' : 'full' })}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden className="h-1 w-10 rounded-full bg-line-strong group-hover:bg-accent" />
    </button>
  )
}
