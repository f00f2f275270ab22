'use client'
/** The line above the grid: which document, how it is shown, what can be opened. */
import { Check, Keyboard, ListTree, PanelRight, PencilLine, Rows3, Rows4, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button, IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { ExportMenu } from '@/app/_ui/export-menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { PeopleHere } from '../live/people-here'
import { useCell } from '../state/cell'
import { isFiltering } from '../state/filter'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { FilterBar } from './filter-bar'
import { ModeSwitch } from './mode-switch'
import { TrackedBar } from './tracked-bar'
import { TrackingMenu } from './tracking-menu'

export function Toolbar() {
  const t = useTexts()
  const screen = useScreen()
  const settings = useCell(screen.settings)
  const filter = useCell(screen.filter)
  const [filtering, setFiltering] = useState(false)
  const open = filtering || isFiltering(filter)
  // A bar that came with the address stays when its filter is cleared: it would vanish under the pointer.
  useEffect(() => {
    if (isFiltering(filter)) setFiltering(true)
  }, [filter])
  const { document } = screen.review
  return (
    <header className="border-line border-b bg-surface">
      <div className="review-bar flex flex-wrap items-center gap-x-2 gap-y-1 px-2 py-1.5 max-sm:gap-x-1 sm:px-3">
        <IconButton
          size="small"
          label={t('review.act-outline')}
          aria-pressed={settings.outline}
          onClick={() => changeSettings(screen, { outline: !settings.outline })}
        >
          <ListTree aria-hidden />
        </IconButton>
        <h1 className="min-w-0 max-w-full flex-1 basis-40 truncate font-serif text-lg" title={document.title}>
          {document.title}
        </h1>
        {document.isSample && <Badge>{t('common.sample')}</Badge>}
        <ModeSwitch />
        <PeopleHere />
        <Unsaved />
        <Button
          size="small"
          look="quiet"
          aria-expanded={open}
          aria-controls="review-filter"
          onClick={() => setFiltering(!open)}
          data-find
          className={cx(isFiltering(filter) && 'text-accent')}
        >
          <Search aria-hidden />
          <span className="max-lg:sr-only">{t('review.find')}</span>
        </Button>
        <TrackingMenu />
        <IconButton
          size="small"
          className="max-sm:hidden"
          label={t(settings.density === 'compact' ? 'review.density-comfortable' : 'review.density-compact')}
          onClick={() =>
            changeSettings(screen, { density: settings.density === 'compact' ? 'comfortable' : 'compact' })
          }
        >
          {settings.density === 'compact' ? <Rows3 aria-hidden /> : <Rows4 aria-hidden />}
        </IconButton>
        <ExportMenu
          projectId={screen.projectId}
          documentId={screen.documentId}
          look="quiet"
          size="small"
          label={<span className="max-sm:sr-only">{t('export.action')}</span>}
        />
        <IconButton
          size="small"
          className="max-sm:hidden"
          label={t('review.act-keys')}
          onClick={() => screen.asking.set({ what: 'keys' })}
        >
          <Keyboard aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('review.act-inspector')}
          aria-pressed={settings.inspector}
          onClick={() => changeSettings(screen, { inspector: !settings.inspector })}
        >
          <PanelRight aria-hidden />
        </IconButton>
      </div>
      {open && <FilterBar onClose={() => setFiltering(false)} />}
      <TrackedBar />
    </header>
  )
}

/** A glance is enough; what counts is in the history. */
const SAID_FOR = 6000

/** Says at all times whether words are waiting to be saved. */
function Unsaved() {
  const t = useTexts()
  const screen = useScreen()
  const drafts = useCell(screen.draftCount)
  const savedAt = useCell(screen.savedAt)
  useEffect(() => {
    if (savedAt === 0) return
    const later = setTimeout(() => screen.savedAt.set(0), SAID_FOR)
    return () => clearTimeout(later)
  }, [screen, savedAt])
  return (
    <span aria-live="polite" className="text-sm">
      {drafts > 0 ? (
        <Badge tone="warn" title={t('review.unsaved-count', { count: drafts })}>
          <PencilLine aria-hidden className="sm:hidden" />
          <span aria-hidden className="sm:hidden">
            {drafts}
          </span>
          <span className="max-sm:sr-only">{t('review.unsaved-count', { count: drafts })}</span>
        </Badge>
      ) : (
        savedAt > 0 && (
          <Badge tone="ok" title={t('review.saved')}>
            <Check aria-hidden className="sm:hidden" />
            <span className="max-sm:sr-only">{t('review.saved')}</span>
          </Badge>
        )
      )}
    </span>
  )
}
