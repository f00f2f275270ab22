'use client'
/**
 * The link of a row as a band between its texts: as thick on each side as there are sentences, pointed where a side is
 * empty.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCellPart } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { type Pairing, sayPairing } from './pairing'

type Band = { width: number; zh: [number, number]; en: [number, number] }

export function Ribbon({ segment, pairing, row }: { segment: SegmentRow; pairing: Pairing; row: number }) {
  const t = useTexts()
  const screen = useScreen()
  const svg = useRef<SVGSVGElement>(null)
  const [band, setBand] = useState<Band | null>(null)
  const split = useCellPart(screen.settings, (settings) => settings.split)
  const current = useCellPart(screen.place, (place) => place.row === row)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever the texts or the columns change
  useLayoutEffect(() => {
    const line = svg.current?.closest('.review-row')
    const gutter = svg.current?.closest('.review-gutter')
    if (!line || !gutter) return
    const measure = () => setBand(measured(line, gutter))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(line)
    return () => watch.disconnect()
  }, [segment.zh, segment.en, split, current])
  return (
    <svg ref={svg} className="align-ribbon" aria-hidden="true">
      <title>{sayPairing(t, pairing)}</title>
      {band && <path d={outline(band, pairing)} className="align-band" />}
    </svg>
  )
}

function measured(line: Element, gutter: Element): Band {
  const box = gutter.getBoundingClientRect()
  const of = (side: 'zh' | 'en'): [number, number] => {
    const body = line.querySelector(`.side-${side} .review-body`)?.getBoundingClientRect()
    return body ? [body.top - box.top, body.bottom - box.top] : [0, box.height]
  }
  return { width: box.width, zh: of('zh'), en: of('en') }
}

function middle([top, bottom]: [number, number]): number {
  return (top + bottom) / 2
}

/** A side without text comes to a point. */
function outline({ width, zh, en }: Band, pairing: Pairing): string {
  const left = pairing.zh === 0 ? [middle(zh), middle(zh)] : zh
  const right = pairing.en === 0 ? [middle(en), middle(en)] : en
  const [a, b] = [left[0]!, left[1]!]
  const [c, d] = [right[0]!, right[1]!]
  const bend = width / 2
  return `M0 ${a} C ${bend} ${a}, ${bend} ${c}, ${width} ${c} L ${width} ${d} C ${bend} ${d}, ${bend} ${b}, 0 ${b} Z`
}
