'use client'
/** Finds words in both texts and narrows the rows. What is set stands in the address. */
import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { SEGMENT_STATUSES, type SegmentStatus } from '@/lib/segment/rules'
import { StatusMark } from '../grid/status-mark'
import { statusText } from '../state/acts'
import { useCell } from '../state/cell'
import { type Filter, isFiltering, isShown, NO_FILTER } from '../state/filter'
import { backToRow } from '../state/inspector'
import { applyFilter } from '../state/load'
import { step } from '../state/move'
import { useScreen } from '../state/use-screen'
import { FindField } from './find-field'
import { FindHighlights } from './find-highlights'
import { MoreFilters, SetFilters } from './find-more'
import { ViewsMenu } from './find-views'

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
  // The words stay: the browser would clear the field, and with it what was found.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInputMethods(event)) return
    event.preventDefault()
    if (!isFiltering(filter) && !hasWords(event.target)) onClose()
    // From a row that is not shown to what stands in its place.
    if (isShown(view, screen.place.get().row)) backToRow(screen)
    else if (!step(screen, 1)) step(screen, -1)
  }
  // The button goes with what it has done; the keyboard is the row's again.
  const showAll = () => {
    change(NO_FILTER)
    backToRow(screen)
  }
  const seeking = filter.text !== '' && !found
  return (
    <search
      id="review-filter"
      onKeyDown={onKeyDown}
      className="review-filter flex max-h-[45dvh] flex-wrap items-center gap-x-2 gap-y-1.5 overflow-y-auto border-line border-t px-2 py-1.5 text-sm sm:px-3"
    >
      <FindHighlights />
      <FindField filter={filter} change={change} />
      <ViewsMenu />
      <span className={CHIPS}>
        {SEGMENT_STATUSES.map((status) => (
          <Chip key={status} on={filter.statuses.includes(status)} onClick={() => toggleStatus(status)}>
            <StatusMark status={status} />
            {t(statusText(status))}
          </Chip>
        ))}
      </span>
      <span className={cx(CHIPS, 'max-sm:min-w-0 max-sm:flex-1 max-sm:basis-60')}>
        {(['todo', 'open', 'stale', 'mine', 'unconfirmed'] as const).map((name) => (
          <Chip key={name} on={filter[name]} onClick={() => change({ [name]: !filter[name] })}>
            {t(`review.filter-${name}`)}
          </Chip>
        ))}
        <SetFilters filter={filter} change={change} />
        <MoreFilters filter={filter} change={change} />
      </span>
      <span aria-live="polite" className="ml-auto max-sm:empty:hidden text-ink-soft tabular-nums">
        {isFiltering(filter) && !seeking && t('review.rows-found', { count: view.hitCount })}
      </span>
      {isFiltering(filter) && view.hitCount > 0 && can(screen.review.me.role, 'segment.confirm') && (
        <button type="button" className="link" onClick={() => screen.asking.set({ what: 'status-of-many' })}>
          {t('find.many')}
        </button>
      )}
      {isFiltering(filter) && (
        <button type="button" className="link" onClick={showAll}>
          {t('review.filter-clear')}
        </button>
      )}
      <IconButton
        size="small"
        className="max-sm:order-2"
        label={t('review.filter-close')}
        onClick={() => {
          showAll()
          onClose()
        }}
      >
        <X aria-hidden />
      </IconButton>
    </search>
  )
}

/** Words that were typed a moment ago are not sought yet. */
function hasWords(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.matches('[data-find-field]') && target.value !== ''
}

/** On a narrow screen each group is one line to be pushed sideways: what is found wants the room. */
const CHIPS =
  'flex flex-wrap gap-1 max-sm:max-w-full max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[scrollbar-width:none] max-sm:p-0.5'

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cx(
        'inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5',
        on ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line-strong text-ink-soft hover:bg-hover',
      )}
    >
      {children}
    </button>
  )
}
