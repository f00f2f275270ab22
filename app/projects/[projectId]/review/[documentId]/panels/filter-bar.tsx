'use client'
/** Finds words in both texts and narrows the rows. What is set stands in the address. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'
import { StatusMark } from '../grid/status-mark'
import { statusText } from '../state/acts'
import { useCell } from '../state/cell'
import { isInputMethods } from '../state/composition'
import { type Filter, isFiltering, NO_FILTER, neighbour } from '../state/filter'
import { applyFilter } from '../state/load'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

/** Typing on shall not ask the server at every letter. */
const PAUSE = 250

export function FilterBar({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const filter = useCell(screen.filter)
  const view = useCell(screen.view)
  const found = useCell(screen.found)
  const change = (part: Partial<Filter>) => void applyFilter(screen, { ...screen.filter.get(), ...part })
  const toggleStatus = (status: SegmentStatus) => {
    const on = filter.statuses.includes(status)
    change({ statuses: SEGMENT_STATUSES.filter((one) => (one === status ? !on : filter.statuses.includes(one))) })
  }
  return (
    <search
      id="review-filter"
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-line border-t px-2 py-1.5 text-sm sm:px-3"
    >
      <FindField filter={filter} change={change} />
      <span className="flex flex-wrap gap-1">
        {SEGMENT_STATUSES.map((status) => (
          <Chip key={status} on={filter.statuses.includes(status)} onClick={() => toggleStatus(status)}>
            <StatusMark status={status} />
            {t(statusText(status))}
          </Chip>
        ))}
      </span>
      <span className="flex flex-wrap gap-1">
        {(['open', 'stale', 'mine', 'unconfirmed'] as const).map((name) => (
          <Chip key={name} on={filter[name]} onClick={() => change({ [name]: !filter[name] })}>
            {t(`review.filter-${name}`)}
          </Chip>
        ))}
        <Chip on={filter.empty !== null} onClick={() => change({ empty: filter.empty ? null : 'any' })}>
          {t('review.filter-empty')}
        </Chip>
      </span>
      <span aria-live="polite" className="ml-auto text-ink-soft tabular-nums">
        {isFiltering(filter) &&
          (filter.text !== '' && !found ? t('review.seeking') : t('review.rows-found', { count: view.hitCount }))}
      </span>
      {isFiltering(filter) && (
        <button type="button" className="link" onClick={() => change(NO_FILTER)}>
          {t('review.filter-clear')}
        </button>
      )}
      <IconButton
        size="small"
        label={t('review.filter-close')}
        onClick={() => {
          change(NO_FILTER)
          onClose()
        }}
      >
        <X aria-hidden />
      </IconButton>
    </search>
  )
}

function FindField({ filter, change }: { filter: Filter; change: (part: Partial<Filter>) => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [text, setText] = useState(filter.text)
  const field = useRef<HTMLInputElement>(null)
  const composing = useRef(false)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => setText(filter.text), [filter.text])
  useEffect(() => {
    if (text === screen.filter.get().text || composing.current) return
    const later = setTimeout(() => change({ text }), PAUSE)
    return () => clearTimeout(later)
  }, [screen, text, change])
  return (
    <input
      ref={field}
      type="search"
      value={text}
      aria-label={t('review.find-label')}
      placeholder={t('review.find-label')}
      data-find-field
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(event.currentTarget.value)
        change({ text: event.currentTarget.value })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isInputMethods(event)) return
        const { row } = screen.place.get()
        const hit = neighbour(screen.view.get(), row - (event.shiftKey ? 0 : 1), event.shiftKey ? -1 : 1)
        if (hit !== null) goTo(screen, hit, { editing: false })
      }}
      className="h-8 w-full min-w-40 rounded-md border border-line-strong bg-surface px-2.5 sm:w-64"
    />
  )
}

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5',
        on ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line-strong text-ink-soft hover:bg-hover',
      )}
    >
      {children}
    </button>
  )
}
