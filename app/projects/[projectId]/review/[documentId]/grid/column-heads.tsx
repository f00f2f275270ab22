'use client'
/** The names of the two columns, which of them governs, and the divider between them. */
import { Lock, Scale } from 'lucide-react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { governs } from '../state/rights'
import { useScreen } from '../state/use-screen'
import { Divider } from './divider'
import { COLUMN_HEAD, HEAD_ROW, ROW_GROUP } from './roles'

export function ColumnHeads() {
  const t = useTexts()
  return (
    <div {...ROW_GROUP} className="review-head border-line border-b bg-sunken">
      <div {...HEAD_ROW} className="review-columns text-sm">
        <Head side="zh" />
        <div {...COLUMN_HEAD} className="relative [grid-area:gutter]">
          <span className="sr-only">{t('review.column-row')}</span>
          <Divider />
        </div>
        <Head side="en" />
      </div>
    </div>
  )
}

function Head({ side }: { side: Side }) {
  const t = useTexts()
  const screen = useScreen()
  const { review } = screen
  const equal = review.document.governing === 'equally-authentic'
  return (
    <div
      {...COLUMN_HEAD}
      style={{ gridArea: side }}
      data-head={side}
      className="flex min-w-0 items-center gap-2 px-(--cell-x) py-1.5 font-medium"
    >
      <span className="truncate">{t(`common.${side}`)}</span>
      {governs(review, side) && (
        <span title={t('review.lock-governs')} className="inline-flex items-center gap-1 truncate text-accent">
          <Lock aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t('review.governs')}</span>
        </span>
      )}
      {equal && (
        <span className="inline-flex items-center gap-1 truncate text-ink-soft">
          <Scale aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t('review.authentic')}</span>
        </span>
      )}
    </div>
  )
}
