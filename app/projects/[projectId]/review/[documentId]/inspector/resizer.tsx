'use client'
/** The border between the grid and the inspector: dragged, or moved by arrow keys; a double click or Home brings it back. */
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellPart } from '../state/cell'
import { DEFAULT_SETTINGS } from '../state/screen'
import { changeSettings, INSPECTOR_WIDTHS } from '../state/settings'
import { useScreen } from '../state/use-screen'

const STEP = 16

export function Resizer() {
  const t = useTexts()
  const screen = useScreen()
  const width = useCellPart(screen.settings, (settings) => settings.inspectorWidth)
  const { least, most } = INSPECTOR_WIDTHS
  const put = (wanted: number) =>
    changeSettings(screen, { inspectorWidth: Math.round(Math.min(most, Math.max(least, wanted))) })
  const drag = (event: PointerEvent) => {
    const edge = event.currentTarget.parentElement?.getBoundingClientRect().right ?? window.innerWidth
    if (event.currentTarget.hasPointerCapture(event.pointerId)) put(edge - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') put(width + STEP)
    else if (event.key === 'ArrowRight') put(width - STEP)
    else if (event.key === 'Home') put(DEFAULT_SETTINGS.inspectorWidth)
    else return
    event.preventDefault()
  }
  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('read.inspector-width')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      title={t('review.divider-hint')}
      className="absolute inset-y-0 left-0 z-10 m-0 w-1.5 -translate-x-1/2 cursor-col-resize touch-none border-0 bg-transparent hover:bg-accent focus-visible:bg-focus max-lg:hidden"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => put(DEFAULT_SETTINGS.inspectorWidth)}
      onKeyDown={onKeyDown}
    />
  )
}
