'use client'
/** Views that are there for everyone, one's own, and those shared in the project. */
import { Bookmark, ChevronDown } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type Filter, isFiltering, NO_FILTER } from '@/lib/view/filter'
import type { View } from '@/lib/view/queries'
import { useCell } from '../state/cell'
import { applyFilter } from '../state/load'
import { useScreen } from '../state/use-screen'
import { BUILT_IN_VIEW_NAMES, BUILT_IN_VIEWS, loadViews } from '../state/views'

export function ViewsMenu() {
  const t = useTexts()
  const screen = useScreen()
  const views = useCell(screen.views)
  const filter = useCell(screen.filter)
  const show = (part: Partial<Filter>) => void applyFilter(screen, { ...NO_FILTER, ...part })
  return (
    <Menu
      align="start"
      trigger={
        <Button
          size="small"
          look="quiet"
          className="max-sm:order-1"
          onPointerDown={() => void loadViews(screen)}
          onFocus={() => void loadViews(screen)}
        >
          <Bookmark aria-hidden />
          {t('find.views')}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{t('find.views-built-in')}</MenuLabel>
      {BUILT_IN_VIEW_NAMES.map((name) => (
        <MenuItem key={name} onSelect={() => show(BUILT_IN_VIEWS[name])}>
          {t(`find.view-${name}`)}
        </MenuItem>
      ))}
      <Group title={t('find.views-mine')} views={views?.filter(({ mine }) => mine) ?? []} show={show} />
      <Group title={t('find.views-shared')} views={views?.filter(({ mine }) => !mine) ?? []} show={show} />
      <MenuSeparator />
      <MenuItem
        disabled={!isFiltering(filter) && (views ?? []).length === 0}
        onSelect={() => screen.asking.set({ what: 'save-view' })}
      >
        {t(isFiltering(filter) ? 'find.views-save' : 'find.view-manage')}
      </MenuItem>
    </Menu>
  )
}

function Group({ title, views, show }: { title: string; views: readonly View[]; show: (filter: Filter) => void }) {
  if (views.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{title}</MenuLabel>
      {views.map((view) => (
        <MenuItem key={view.id} onSelect={() => show(view.filter)}>
          {view.name}
        </MenuItem>
      ))}
    </>
  )
}
