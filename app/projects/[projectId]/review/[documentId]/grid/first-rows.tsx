'use client'
/**
 * The rows that came with the page, as the server writes them: to be read before the script has arrived. The grid, which
 * needs to know how high the window is, takes their place.
 */
import type { CSSProperties } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { Opening } from '@/lib/segment/get-opening'
import { statusText } from '../state/acts'
import { missingSide } from '../state/rights'
import { useScreen } from '../state/use-screen'
import { LANG } from './lang'
import { StatusMark } from './status-mark'

/** More than fit on any screen would only make the page heavier. */
const MOST = 24

export function FirstRows({ opening }: { opening: Opening }) {
  const t = useTexts()
  const screen = useScreen()
  const first = Math.max(0, opening.row - opening.from)
  const sides = { '--zh': '1fr', '--en': '1fr' } as CSSProperties
  return (
    <section
      aria-busy
      aria-label={t('review.grid')}
      className="review-panes first-rows min-h-0 min-w-0 flex-1 overflow-hidden"
      data-missing={missingSide(screen.review) ?? undefined}
      style={sides}
    >
      {opening.rows.slice(first, first + MOST).map((segment, i) => (
        <div key={segment.id} className="review-row review-columns">
          <div className="review-gutter">
            <span className="font-medium text-ink-soft text-sm tabular-nums">{opening.from + first + i + 1}</span>
            <span className="review-status">
              <StatusMark status={segment.status} />
              {t(statusText(segment.status))}
            </span>
          </div>
          {SIDES.map((side) => (
            <div key={side} className={`review-cell side-${side}`}>
              <p lang={LANG[side]} className="review-body document-text">
                {segment[side]}
              </p>
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
