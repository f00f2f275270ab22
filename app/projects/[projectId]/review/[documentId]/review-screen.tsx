'use client'
/** The review: two texts on one grid, and everything about the row a person stands on. */
import { FileQuestion } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import type { KeyMaps } from '@/lib/auth/key-maps'
import { can } from '@/lib/auth/roles'
import type { Cursor } from '@/lib/live/message'
import type { Opening } from '@/lib/segment/get-opening'
import type { Review } from '@/lib/segment/queries'
import { FirstRows } from './grid/first-rows'
import { Grid } from './grid/grid'
import { Inspector } from './inspector/inspector'
import { ActionBar } from './panels/action-bar'
import { OutlinePanel } from './panels/outline-panel'
import { RaisePanel } from './panels/raise-panel'
import { ScrollStrip } from './panels/scroll-strip'
import { SelectionButton } from './panels/selection-button'
import { Toolbar } from './panels/toolbar'
import { useCell, useCellPart } from './state/cell'
import { isFiltering, NO_FILTER } from './state/filter'
import { useFindings } from './state/findings'
import { followTab } from './state/inspector'
import { type Later, useLater } from './state/later'
import { useLive } from './state/live'
import { applyFilter, loadOutline, reloadRows, startFrom } from './state/load'
import { type Mode, useModeAddress } from './state/mode'
import { goTo, goToUnsaved } from './state/move'
import { offerKeptDrafts } from './state/offers'
import { missingSide } from './state/rights'
import { openScreen, type Screen } from './state/screen'
import { browserStorage, changeSettings, readSettings } from './state/settings'
import { useTerms } from './state/terms'
import { followAddress, useAddress } from './state/use-address'
import { useHeldFocus } from './state/use-held-focus'
import { useKeys, useOwnKeys } from './state/use-keys'
import { ScreenContext, useScreen } from './state/use-screen'
import './review.css'

type Given = { review: Review; cursor: Cursor; keys: KeyMaps; opening: Opening | null; mode: Mode }

export function ReviewScreen({ review, cursor, keys, opening, mode }: Given) {
  const t = useTexts()
  const tell = useToast()
  const [screen] = useState(() => openScreen(review, t, tell, browserStorage(), mode))
  useEffect(() => {
    Object.assign(screen, { t, tell } satisfies Partial<Screen>)
  }, [screen, t, tell])
  useEffect(() => {
    screen.review = review
    screen.role.set(review.me.role)
  }, [screen, review])
  useOpening(screen, opening)
  useLeaving(screen)
  useComingBack(screen)
  useLive(screen, cursor)
  useFindings(screen)
  useTerms(screen)
  useOwnKeys(keys)
  useKeys(screen)
  useAddress(screen)
  useModeAddress(screen)
  useEffect(() => followTab(screen), [screen])
  const whole = useRef<HTMLDivElement>(null)
  useHeldFocus(screen, whole)
  const density = useCellPart(screen.settings, (settings) => settings.density)
  const later = useLater(screen)
  return (
    <ScreenContext value={screen}>
      <div ref={whole} className="review" data-density={density}>
        <Toolbar />
        <Notices />
        {later && <later.RegisterOffer />}
        <Panes opening={opening} later={later} />
        <RaisePanel />
        <SelectionButton />
        {later && <later.Dialogs />}
      </div>
    </ScreenContext>
  )
}

/** The rows around the place come with the page; the outline of the whole document follows. */
function useOpening(screen: Screen, start: Opening | null): void {
  const given = useRef(start)
  useEffect(() => {
    screen.settings.set(readSettings(browserStorage(), window.innerWidth, screen.settings.get()))
    void open(screen, given.current)
  }, [screen])
}

const opening = new WeakSet<Screen>()

async function open(screen: Screen, start: Opening | null = null): Promise<void> {
  // In development React mounts everything twice.
  if (opening.has(screen)) return
  opening.add(screen)
  if (start) {
    startFrom(screen, start)
    goTo(screen, start.row, { editing: false })
  }
  const loaded = await loadOutline(screen)
  if (!loaded) opening.delete(screen)
  if (!loaded) return
  void offerKeptDrafts(screen)
  // Rows above have other heights than was guessed: whoever has gone nowhere yet stays with the row they came for.
  if (start && isStill(screen, start.row)) goTo(screen, start.row, { editing: false })
  // Who came in by the rows of the page may be writing already.
  if (!start) await followAddress(screen)
}

function isStill(screen: Screen, row: number): boolean {
  const focused = document.activeElement
  const elsewhere = focused !== null && focused !== document.body && !focused.closest('[role="grid"]')
  return !elsewhere && screen.place.get().row === row && !screen.place.get().editing
}

/** Drafts are kept in the browser, but a person should know that they have not saved. */
function useLeaving(screen: Screen): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => screen.draftCount.get() > 0 && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [screen])
}

/** Back from another tab or a lost connection, what is in view is fetched anew. */
function useComingBack(screen: Screen): void {
  useEffect(() => {
    const again = () => {
      if (document.visibilityState !== 'visible') return
      const { from, to } = screen.shown.get()
      const ids = screen.outline.get()?.ids.slice(from, Math.min(to + 1, from + 100)) ?? []
      void reloadRows(screen, ids)
    }
    document.addEventListener('visibilitychange', again)
    window.addEventListener('online', again)
    return () => {
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('online', again)
    }
  }, [screen])
}

function Notices() {
  const t = useTexts()
  const screen = useScreen()
  const trouble = useCell(screen.trouble)
  const offered = useCell(screen.offeredCount)
  return (
    <>
      {trouble && (
        <Note tone="danger" className="m-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span>{trouble}</span>
            <Button size="small" onClick={() => void retry(screen)}>
              {t('review.try-again')}
            </Button>
          </div>
        </Note>
      )}
      {offered > 0 && (
        <div className="flex flex-wrap items-center gap-3 border-line border-b bg-info-soft px-4 py-1.5 text-sm">
          <span>{t('review.offered-count', { count: offered })}</span>
          <button type="button" className="link" onClick={() => goToUnsaved(screen)}>
            {t('review.offered-show')}
          </button>
        </div>
      )}
    </>
  )
}

async function retry(screen: Screen): Promise<void> {
  if (!screen.outline.get()) return await open(screen)
  const { from, to } = screen.shown.get()
  await reloadRows(screen, screen.outline.get()?.ids.slice(from, Math.min(to + 1, from + 100)) ?? [])
}

function Panes({ opening, later }: { opening: Opening | null; later: Later | null }) {
  const screen = useScreen()
  const outline = useCellPart(screen.settings, (settings) => settings.outline)
  const inspector = useCellPart(screen.settings, (settings) => settings.inspector)
  const mode = useCell(screen.mode)
  return (
    <div className="relative flex min-h-0 flex-1 max-lg:flex-col">
      {outline && (
        <>
          <OutlinePanel />
          <Scrim />
        </>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden">
        <div className="flex min-h-0 flex-1">
          {mode === 'review' ? <Middle opening={opening} /> : <OtherMode later={later} />}
          <ScrollStrip />
        </div>
        {mode === 'align' ? later && <later.AlignBar /> : <ActionBar />}
      </div>
      {inspector && (mode === 'align' ? later && <later.WhyPanel /> : <Inspector />)}
    </div>
  )
}

function OtherMode({ later }: { later: Later | null }) {
  const t = useTexts()
  const mode = useCell(useScreen().mode)
  if (!later) return <p className="flex-1 p-6 text-ink-soft">{t('common.loading')}</p>
  return mode === 'align' ? <later.AlignPane /> : <later.ReadMode />
}

/** In place of the column that has no text yet. */
function MissingSide() {
  const t = useTexts()
  const screen = useScreen()
  const missing = missingSide(screen.review)
  if (!missing) return null
  const href = `/projects/${screen.projectId}/import?document=${screen.documentId}`
  const side = t(`common.${missing}`)
  return (
    <section
      aria-label={t('review.missing', { side })}
      className="flex flex-col justify-center gap-2 border-line border-b p-4 text-center md:w-64 md:border-r md:border-b-0"
    >
      <p className="font-semibold">{t('review.missing', { side })}</p>
      <p className="text-ink-soft text-sm max-md:hidden">{t('review.missing-body', { side })}</p>
      {can(screen.review.me.role, 'document.import') && (
        <ButtonLink href={href} className="self-center">
          {t('review.add-side', { side })}
        </ButtonLink>
      )}
    </section>
  )
}

/** Behind the outline where it lies over the grid; touching it closes the outline. */
function Scrim() {
  const screen = useScreen()
  return (
    <div
      aria-hidden="true"
      className="fixed inset-0 z-20 bg-scrim lg:hidden"
      onPointerDown={() => changeSettings(screen, { outline: false })}
    />
  )
}

function Middle({ opening }: { opening: Opening | null }) {
  const t = useTexts()
  const screen = useScreen()
  const rows = useCellPart(screen.outline, (outline) => outline?.ids.length ?? null)
  const view = useCell(screen.view)
  const filter = useCell(screen.filter)
  if (rows === 0) {
    return (
      <EmptyState
        icon={FileQuestion}
        title={t('review.empty')}
        className="m-6 flex-1 justify-center"
        action={<ButtonLink href={`/projects/${screen.projectId}/import`}>{t('review.empty-import')}</ButtonLink>}
      >
        {t('review.empty-body')}
      </EmptyState>
    )
  }
  if (rows !== null && view.count === 0 && isFiltering(filter)) {
    return (
      <EmptyState
        title={t('review.nothing-found')}
        className="m-6 flex-1 justify-center"
        action={<Button onClick={() => void applyFilter(screen, NO_FILTER)}>{t('review.filter-clear')}</Button>}
      >
        {t('review.nothing-found-body')}
      </EmptyState>
    )
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col md:flex-row">
      <MissingSide />
      {rows === null && opening ? <FirstRows opening={opening} /> : <Grid />}
    </div>
  )
}
