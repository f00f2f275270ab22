'use client'
/** What is known about the present row. Beside the grid where there is room, a sheet at the lower edge where there is none. */
import { X } from 'lucide-react'
import { IconButton } from '@/app/_ui/button'
import { Tab, TabList, TabPanel, Tabs } from '@/app/_ui/tabs'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellAt, useCellPart } from '../state/cell'
import type { InspectorTab } from '../state/screen'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { ChecksTab } from './checks-tab'
import { DiscrepanciesTab } from './discrepancies-tab'
import { HistoryTab } from './history-tab'
import { InfoTab } from './info-tab'

const TABS: readonly InspectorTab[] = ['discrepancies', 'history', 'checks', 'info']

export function Inspector() {
  const t = useTexts()
  const screen = useScreen()
  const tab = useCellPart(screen.settings, (settings) => settings.tab)
  const row = useCellPart(screen.place, (place) => place.row)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  const count = segment?.discrepancies.length ?? 0
  return (
    <aside
      aria-label={t('review.inspector')}
      className="fixed inset-x-0 bottom-0 z-30 flex h-[60dvh] flex-col rounded-t-lg border-line border-t bg-surface shadow-raised lg:static lg:z-auto lg:h-auto lg:w-80 lg:rounded-none lg:border-t-0 lg:border-l lg:shadow-none xl:w-96"
    >
      <Tabs
        value={tab}
        onValueChange={(value) => screen.settings.set({ ...screen.settings.get(), tab: value as InspectorTab })}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex items-center border-line border-b">
          <TabList className="min-w-0 flex-1 border-b-0" aria-label={t('review.inspector')}>
            {TABS.map((name) => (
              <Tab key={name} value={name} className="mb-0 px-2.5 text-sm">
                {t(`review.tab-${name}`)}
                {name === 'discrepancies' && count > 0 && <span className="text-ink-faint tabular-nums">{count}</span>}
              </Tab>
            ))}
          </TabList>
          <IconButton
            size="small"
            className="mx-1"
            label={t('review.inspector-close')}
            onClick={() => changeSettings(screen, { inspector: false })}
          >
            <X aria-hidden />
          </IconButton>
        </div>
        {TABS.map((name) => (
          <TabPanel key={name} value={name} className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
            {name === 'info' ? (
              <InfoTab />
            ) : !segment ? (
              <p className="text-ink-soft text-sm">{t('common.loading')}</p>
            ) : (
              <>
                <p className="mb-3 font-medium text-ink-faint text-xs">{t('review.row-name', { row: row + 1 })}</p>
                {name === 'discrepancies' && <DiscrepanciesTab key={segment.id} segment={segment} />}
                {name === 'history' && <HistoryTab key={segment.id} segment={segment} />}
                {name === 'checks' && <ChecksTab key={segment.id} segment={segment} />}
              </>
            )}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}
