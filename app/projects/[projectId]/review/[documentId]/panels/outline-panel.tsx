'use client'
/** The document by its turns and headings: how far each is and what is open in it. Only the entries in view exist. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Flag, RefreshCw, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Progress } from '@/app/_ui/progress'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { titleOf } from '../grid/turn-header'
import { useCell, useCellPart } from '../state/cell'
import { type LiveOutline, progressOf, sectionAt } from '../state/live-outline'
import { goTo } from '../state/move'
import { missingSide, takesSteps } from '../state/rights'
import { changeSettings, WIDE } from '../state/settings'
import { useScreen } from '../state/use-screen'

const ENTRY = 60

export function OutlinePanel() {
  const t = useTexts()
  const screen = useScreen()
  const outline = useCell(screen.outline)
  return (
    <aside
      aria-label={t('review.outline')}
      className="fixed inset-y-0 left-0 z-30 flex w-72 max-w-[85vw] flex-col border-line border-r bg-surface shadow-raised lg:static lg:z-auto lg:w-64 lg:shadow-none xl:w-72"
    >
      <div className="flex items-center justify-between border-line border-b py-1 pr-1 pl-4">
        <h2 className="text-sm">{t('review.outline')}</h2>
        <IconButton
          size="small"
          label={t('review.outline-close')}
          onClick={() => changeSettings(screen, { outline: false })}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      {outline && takesSteps(screen.review) && <Total outline={outline} />}
      {outline && <Entries outline={outline} />}
    </aside>
  )
}

function Total({ outline }: { outline: LiveOutline }) {
  const t = useTexts()
  const all = useMemo(() => progressOf(outline, 0, outline.ids.length), [outline])
  return (
    <div className="border-line border-b px-4 py-3 text-ink-soft text-sm">
      <Progress done={all.done} of={all.rows} label={t('review.progress')} />
      <p className="mt-1.5">{t('review.progress-of', { done: all.done, rows: all.rows })}</p>
      {all.rows < outline.ids.length && (
        <p className="text-ink-faint text-xs">
          {t('find.progress-hint', { rows: outline.ids.length, locked: outline.ids.length - all.rows })}
        </p>
      )}
      {all.open > 0 && <p>{t('review.rows-disputed', { count: all.open })}</p>}
    </div>
  )
}

function Entries({ outline }: { outline: LiveOutline }) {
  const t = useTexts()
  const screen = useScreen()
  const scroller = useRef<HTMLElement>(null)
  const { sections } = outline
  const shown = useCell(screen.shown)
  const row = useCellPart(screen.place, (place) => place.row)
  // Where the person works if that is in view, else what they are reading.
  const here = sectionAt(sections, row >= shown.from && row <= shown.to ? row : shown.from)
  const virtualizer = useVirtualizer({
    count: sections.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ENTRY,
    overscan: 8,
  })
  useEffect(() => {
    if (here >= 0) virtualizer.scrollToIndex(here, { align: 'auto' })
  }, [virtualizer, here])
  if (sections.length === 0) return <p className="px-4 py-3 text-ink-soft text-sm">{t('review.outline-empty')}</p>
  return (
    <nav ref={scroller} aria-label={t('review.outline')} className="relative min-h-0 flex-1 overflow-y-auto">
      <ol className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            className="absolute inset-x-0 top-0"
            style={{ height: ENTRY, transform: `translateY(${start}px)` }}
          >
            <Entry outline={outline} index={index} here={index === here} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Entry({ outline, index, here }: { outline: LiveOutline; index: number; here: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const section = outline.sections[index]!
  const missing = missingSide(screen.review)
  const to = outline.sections[index + 1]?.row ?? outline.ids.length
  const { rows, done, open, stale } = progressOf(outline, section.row, to)
  const indented = section.kind === 'answer' || section.kind === 'speech' || section.kind === 'point'
  return (
    <button
      type="button"
      aria-current={here ? 'location' : undefined}
      onClick={() => {
        goTo(screen, section.row, { editing: false })
        if (window.innerWidth < WIDE) changeSettings(screen, { outline: false })
      }}
      className={cx(
        'flex h-full w-full flex-col justify-center gap-0.5 border-l-2 py-1 pr-3 text-left hover:bg-hover focus-visible:-outline-offset-2',
        indented ? 'pl-6' : 'pl-3.5',
        here ? 'border-accent bg-accent-soft/60' : 'border-transparent',
      )}
    >
      {missing !== 'zh' && (
        <span lang="zh-CN" className="w-full truncate font-medium text-sm">
          {titleOf(section.zh) || <span className="text-ink-faint">{t('review.no-zh')}</span>}
        </span>
      )}
      {missing !== 'en' && (
        <span lang="en" className={cx('w-full truncate', missing ? 'font-medium text-sm' : 'text-ink-soft text-xs')}>
          {titleOf(section.en) || <span className="text-ink-faint">{t('review.no-en')}</span>}
        </span>
      )}
      <span className="flex w-full items-center gap-2 text-ink-faint text-xs tabular-nums">
        {takesSteps(screen.review) && <Share done={done} rows={rows} />}
        {open > 0 && (
          <span className="flex items-center gap-0.5 text-danger">
            <Flag aria-hidden className="size-3" />
            <span aria-hidden>{open}</span>
            <span className="sr-only">{t('review.rows-disputed', { count: open })}</span>
          </span>
        )}
        {stale > 0 && (
          <span className="flex items-center gap-0.5 text-warn">
            <RefreshCw aria-hidden className="size-3" />
            <span aria-hidden>{stale}</span>
            <span className="sr-only">{t('review.rows-stale', { count: stale })}</span>
          </span>
        )}
      </span>
    </button>
  )
}

/** Steps compare two texts: a document that has one so far shows none. */
function Share({ done, rows }: { done: number; rows: number }) {
  const t = useTexts()
  return (
    <>
      <span aria-hidden className="h-1 min-w-0 flex-1 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-ok" style={{ width: `${(100 * done) / Math.max(1, rows)}%` }} />
      </span>
      <span>
        <span className="sr-only">{t('review.progress-of', { done, rows })}</span>
        <span aria-hidden>
          {done}/{rows}
        </span>
      </span>
    </>
  )
}
