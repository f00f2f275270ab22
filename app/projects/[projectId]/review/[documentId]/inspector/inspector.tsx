'use client'
/**
 * What is known about the present row. Beside the grid where there is room, its width dragged or moved by keys; below it
 * where there is none, as a sheet of a quarter, nearly half or the whole height. The sheet stands in the flow of the page: the rows above
 * it get smaller, and none lies hidden behind it.
 */
import { Info, X } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Tab, TabList, TabPanel, Tabs } from '@/app/_ui/tabs'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCellAt, useCellPart } from '../state/cell'
import { backToRow, closeInspector, showTab, TABS } from '../state/inspector'
import { keysOf } from '../state/keys'
import type { InspectorTab, SheetHeight } from '../state/screen'
import { WIDE } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { ChecksTab } from './checks-tab'
import { CommentsTab } from './comments-tab'
import { DiscrepanciesTab } from './discrepancies-tab'
import { HistoryTab } from './history-tab'
import { InfoTab } from './info-tab'
import { MemoryTab } from './memory-tab'
import { Resizer } from './resizer'
import { SheetHandle } from './sheet-handle'
import { TermsTab } from './terms-tab'
import './inspector.css'

export function Inspector() {
  const t = useTexts()
  const screen = useScreen()
  const panel = useRef<HTMLElement>(null)
  const tab = useCellPart(screen.settings, (settings) => settings.tab)
  const width = useCellPart(screen.settings, (settings) => settings.inspectorWidth)
  const sheet = useCellPart(screen.settings, (settings) => settings.sheet)
  const row = useCellPart(screen.place, (place) => place.row)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  useRowInView(sheet)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInputMethods(event)) return
    event.preventDefault()
    event.stopPropagation()
    // Beside the grid it takes no room from the row a person goes back to.
    if (window.innerWidth < WIDE) closeInspector(screen)
    else backToRow(screen)
  }
  return (
    <aside
      ref={panel}
      data-inspector
      data-sheet={sheet}
      aria-label={t('review.inspector')}
      onKeyDown={onKeyDown}
      style={{ '--inspector': `${width}px` } as CSSProperties}
      className="review-inspector"
    >
      <SheetHandle panel={panel} />
      <Resizer />
      <Tabs
        value={tab}
        onValueChange={(value) => showTab(screen, TABS.find((one) => one === value) ?? tab)}
        className="relative flex min-h-0 flex-1 flex-col"
      >
        <div className="flex items-start border-line border-b pr-8">
          <TabList
            className="!gap-x-2 min-w-0 flex-1 flex-wrap overflow-visible border-b-0 pl-3"
            aria-label={t('review.inspector')}
          >
            {TABS.map((name) => (
              <Tab
                key={name}
                value={name}
                data-inspector-start={name === tab ? '' : undefined}
                title={name === 'info' ? t('review.tab-info') : name === tab ? undefined : keysOf('next-tab').join(' ')}
                className="mb-0 !h-9 !gap-0.5 !px-0 !text-[0.8125rem]"
              >
                {name === 'info' ? (
                  <Info aria-label={t('review.tab-info')} className="size-4" />
                ) : (
                  t(`review.tab-${name}`)
                )}
                <Count count={segment ? countOf(name, segment) : 0} />
              </Tab>
            ))}
          </TabList>
        </div>
        {TABS.map((name) => (
          <TabPanel
            key={name}
            value={name}
            className="!-outline-offset-2 relative min-h-0 flex-1 overflow-y-auto px-4 py-3"
          >
            {name === 'info' ? (
              <InfoTab />
            ) : !segment ? (
              <p className="text-ink-soft text-sm">{t('common.loading')}</p>
            ) : (
              <>
                <p className="mb-3 font-medium text-ink-faint text-xs">{t('review.row-name', { row: row + 1 })}</p>
                <TabBody key={segment.id} name={name} segment={segment} />
              </>
            )}
          </TabPanel>
        ))}
        {/* The last stop of Tab: whoever comes by keyboard wants what is said here, and leaves with Escape. */}
        <IconButton
          size="small"
          className="absolute top-0.5 right-0.5"
          label={t('review.inspector-close')}
          onClick={() => closeInspector(screen)}
        >
          <X aria-hidden />
        </IconButton>
      </Tabs>
    </aside>
  )
}

function TabBody({ name, segment }: { name: InspectorTab; segment: SegmentRow }) {
  if (name === 'comments') return <CommentsTab segment={segment} />
  if (name === 'history') return <HistoryTab segment={segment} />
  if (name === 'terms') return <TermsTab segment={segment} />
  if (name === 'memory') return <MemoryTab segment={segment} />
  if (name === 'checks') return <ChecksTab segment={segment} />
  return <DiscrepanciesTab segment={segment} />
}

function countOf(name: InspectorTab, segment: SegmentRow): number {
  if (name === 'discrepancies') return segment.discrepancies.length
  return name === 'comments' ? segment.comments.open : 0
}

function Count({ count }: { count: number }) {
  return count > 0 && <span className="text-ink-faint tabular-nums">{count}</span>
}

/** When the sheet comes up or grows, the row a person stands on stays in sight above it. */
function useRowInView(sheet: SheetHeight): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when the sheet has another height
  useEffect(() => {
    if (window.innerWidth >= WIDE) return
    const later = requestAnimationFrame(() =>
      document
        .querySelector('.review-row[data-current], .read-sentence[data-current]')
        ?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(later)
  }, [sheet])
}
