'use client'
/**
 * The whole document as a picture beside the scroll bar, in three lanes: how far each row is (the fuller the bar, the
 * further), where something is open or stale, and what is mine. Lanes and lengths say it without colour.
 * For the pointer only: every place it leads to has a key.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { FLAGS } from '@/lib/segment/flags'
import { useCell } from '../state/cell'
import { type LiveOutline, waitsForMe } from '../state/live-outline'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

const LEGEND = [
  'strip-legend',
  'legend-status',
  'legend-open',
  'legend-stale',
  'legend-suggested',
  'legend-mine',
  'legend-here',
] as const

const STATUS_LANE = { x: 1, width: 11 }
const SIGNS_LANE = { x: 13, width: 6 }
/** The half of the signs that a stale mark leaves free. */
const SUGGESTION_LANE = { x: 16, width: 3 }
const MINE_LANE = { x: 20, width: 3 }
const WIDTH = 24

/** A sign keeps this height, or one open row in 10,000 could not be seen. */
const SIGN_HEIGHT = 2.5

export function ScrollStrip() {
  const t = useTexts()
  const screen = useScreen()
  const outline = useCell(screen.outline)
  const shown = useCell(screen.shown)
  const place = useCell(screen.place)
  const canvas = useRef<HTMLCanvasElement>(null)
  const height = useHeight(canvas)
  const scheme = useColourScheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew in other colours
  useEffect(() => {
    if (canvas.current && outline && height > 0) paint(canvas.current, outline, height)
  }, [outline, height, scheme])

  const rows = outline?.ids.length ?? 0
  const go = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows)
    if (rows > 0) goTo(screen, row, { editing: false })
  }
  const at = (row: number) => (rows > 0 ? (row / rows) * height : 0)
  return (
    <div
      aria-hidden="true"
      title={LEGEND.map((line) => t(`find.${line}`)).join('\n')}
      className="relative w-6 shrink-0 cursor-pointer touch-none border-line border-l bg-sunken"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      <canvas ref={canvas} className="absolute inset-0 h-full w-full" />
      <div
        className="pointer-events-none absolute inset-x-0 border border-ink-soft bg-ink/10"
        style={{ top: at(shown.from), height: Math.max(6, at(shown.to + 1) - at(shown.from)) }}
      />
      <div
        className="pointer-events-none absolute left-0 h-0.5 w-full bg-accent"
        style={{ top: Math.min(height - 2, at(place.row)) }}
      />
    </div>
  )
}

function useHeight(canvas: { current: HTMLCanvasElement | null }): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])
  return height
}

/** Changes whenever the page's colours may have. */
function useColourScheme(): number {
  const [times, setTimes] = useState(0)
  useEffect(() => {
    const again = () => setTimes((count) => count + 1)
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const observer = new MutationObserver(again)
    dark.addEventListener('change', again)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      dark.removeEventListener('change', again)
      observer.disconnect()
    }
  }, [])
  return times
}

function paint(canvas: HTMLCanvasElement, outline: LiveOutline, height: number) {
  const scale = window.devicePixelRatio || 1
  canvas.width = WIDTH * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.scale(scale, scale)
  const colour = coloursOf(canvas)
  paintStatuses(pen, outline, height, colour('ink-faint'))
  const step = height / outline.ids.length
  outline.flags.forEach((flags, row) => {
    const y = row * step
    // What is left to do fills the lane; of what is done there stays a thin line.
    const mine = waitsForMe(outline, row) ? MINE_LANE : { x: MINE_LANE.x + MINE_LANE.width - 1, width: 1 }
    if (flags & FLAGS.mine) rect(pen, mine, y, Math.max(step, 1), colour('info'))
    if (flags & FLAGS.suggested) rect(pen, SUGGESTION_LANE, y, SIGN_HEIGHT, colour('ok'))
    if (flags & FLAGS.stale) rect(pen, { x: SIGNS_LANE.x, width: SIGNS_LANE.width / 2 }, y, SIGN_HEIGHT, colour('warn'))
    if (flags & FLAGS.disputed) rect(pen, SIGNS_LANE, y, SIGN_HEIGHT, colour('danger'))
  })
}

/** One line a pixel, as long as the average of the rows behind it. */
function paintStatuses(pen: CanvasRenderingContext2D, { statuses }: LiveOutline, height: number, colour: string) {
  for (let y = 0; y < height; y++) {
    const from = Math.floor((y / height) * statuses.length)
    const to = Math.max(from + 1, Math.floor(((y + 1) / height) * statuses.length))
    const average = statuses.subarray(from, to).reduce((sum, status) => sum + status, 0) / (to - from)
    rect(pen, { x: STATUS_LANE.x, width: 1 + (average / 4) * (STATUS_LANE.width - 1) }, y, 1, colour)
  }
}

function rect(pen: CanvasRenderingContext2D, lane: { x: number; width: number }, y: number, h: number, colour: string) {
  pen.fillStyle = colour
  pen.fillRect(lane.x, y, lane.width, h)
}

/** A canvas knows no `light-dark()`: the colour an element would have is asked for instead. */
function coloursOf(near: HTMLElement): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const probe = document.createElement('span')
    probe.style.color = `var(--${name})`
    near.parentElement?.append(probe)
    const colour = getComputedStyle(probe).color
    probe.remove()
    known.set(name, colour)
    return colour
  }
}
