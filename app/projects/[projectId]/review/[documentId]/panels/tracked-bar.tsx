'use client'
/** Beneath the toolbar while tracked changes are shown: against what, how, whose colour is whose, and what becomes of a change. */
import { Check, ChevronLeft, ChevronRight, Ellipsis, Lightbulb, X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { Change as LiveChange } from '@/lib/live/message'
import { sayChange } from '../grid/marked-text'
import { useAuthors } from '../grid/text-cell'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { type Act, ariaKeys, keysOf } from '../state/keys'
import { perform } from '../state/perform'
import { sideKey, TRACKED_VIEWS } from '../state/screen'
import { toggleSuggesting } from '../state/suggest'
import { forgetChanges, maySettleChanges, showBase, showTrackedView } from '../state/tracking'
import { useScreen } from '../state/use-screen'

export function TrackedBar() {
  const screen = useScreen()
  const base = useCellPart(screen.settings, (settings) => settings.base)
  const suggesting = useCellPart(screen.settings, (settings) => settings.suggesting)
  useEffect(() => {
    const hear = ({ ids, kinds }: LiveChange) => kinds.includes('acceptance') && forgetChanges(screen, ids)
    screen.live.listeners.add(hear)
    return () => void screen.live.listeners.delete(hear)
  }, [screen])
  if (!base && !suggesting) return null
  return (
    <div className="review-tracked flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t bg-paper px-3 py-1 text-sm sm:flex-nowrap">
      {suggesting && <Suggesting />}
      {base && <Tracking />}
    </div>
  )
}

function Suggesting() {
  const t = useTexts()
  const screen = useScreen()
  return (
    <span
      className="flex items-center gap-1.5 rounded-sm bg-info-soft px-2 py-0.5"
      title={t('tracked.suggesting-hint')}
    >
      <Lightbulb aria-hidden className="size-3.5 text-info" />
      <strong className="font-semibold">{t('tracked.suggesting')}</strong>
      <button type="button" className="link" onClick={() => toggleSuggesting(screen)}>
        {t('common.close')}
      </button>
    </span>
  )
}

function Tracking() {
  const t = useTexts()
  const screen = useScreen()
  const view = useCellPart(screen.settings, ({ trackedView }) => trackedView)
  const base = useCellPart(screen.settings, (settings) => settings.base)
  return (
    <>
      <fieldset className="flex shrink-0 rounded-md border border-line-strong p-px">
        <legend className="sr-only">{t('tracked.view')}</legend>
        {TRACKED_VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            onClick={() => showTrackedView(screen, one)}
            className="h-6 rounded-sm px-2 text-ink-soft hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
          >
            {t(`tracked.view-${one}`)}
          </button>
        ))}
      </fieldset>
      {view === 'original' ? (
        <span className="min-w-0 flex-1 truncate text-ink-soft">{t('tracked.view-original-note')}</span>
      ) : (
        <Legend />
      )}
      <span className="ml-auto flex shrink-0 items-center gap-1 max-sm:shrink max-sm:flex-wrap">
        {base === 'accepted' && <ChangeActs />}
        <IconButton size="small" label={t('tracked.close')} onClick={() => showBase(screen, null)}>
          <X aria-hidden />
        </IconButton>
      </span>
    </>
  )
}

/** Those whose changes stand in the present row, or anyone of the project where it has none. */
function Legend() {
  const t = useTexts()
  const screen = useScreen()
  const changes = useChangesHere()
  const people = useMemo(() => Object.assign({}, ...changes.map((one) => one?.people ?? {})), [changes])
  const authors = useAuthors(people)
  const ids = [...new Set(changes.flatMap((one) => one?.changes.flatMap(({ by }) => by ?? []) ?? []))]
  const shown =
    ids.length > 0 ? ids : screen.review.members.filter(({ role }) => role !== 'observer').map(({ id }) => id)
  return (
    <ul aria-label={t('tracked.people')} title={t('tracked.legend')} className={NAMES}>
      {shown.slice(0, 8).map((id) => (
        <li key={id} className={cx('flex items-center gap-1.5', ids.length === 0 && 'text-ink-faint')}>
          <span aria-hidden data-author={authors.colourOf(id)} className="inserted px-1 text-xs">
            文
          </span>
          {authors.nameOf(id)}
        </li>
      ))}
    </ul>
  )
}

/** In one line: names for which there is no room wrap to where they are not seen. */
const NAMES = 'flex h-6 min-w-0 flex-1 flex-wrap gap-x-3 overflow-hidden [&>li]:h-6'

function useChangesHere() {
  const screen = useScreen()
  const row = useCellPart(screen.place, (place) => place.row)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const zh = useCellAt(screen.bases, sideKey(id, 'zh'))
  const en = useCellAt(screen.bases, sideKey(id, 'en'))
  return useMemo(() => [zh, en], [zh, en])
}

function ChangeActs() {
  const t = useTexts()
  const screen = useScreen()
  const chosen = useCell(screen.change)
  const sides = useChangesHere()
  const authors = useAuthors(sides.find((one) => one?.side === chosen?.side)?.people)
  const numbers = sides.flatMap((one) => [
    ...new Set(one?.changes.flatMap(({ change }) => (change === null ? [] : [`${one.side}${change}`])) ?? []),
  ])
  const nth = chosen ? numbers.indexOf(`${chosen.side}${chosen.number}`) + 1 : 0
  const at = sides[chosen ? SIDES.indexOf(chosen.side) : -1]
  const pieces =
    nth > 0 && at?.segmentId === chosen?.segmentId ? at?.changes.filter(({ change }) => change === chosen?.number) : []
  const may = maySettleChanges(screen)
  return (
    <>
      <span aria-live="polite" className="px-1 text-ink-soft tabular-nums">
        {nth > 0
          ? t('tracked.change-here', { nth, count: numbers.length })
          : t('tracked.changes-here', { count: numbers.length })}
        <span className="sr-only">
          {pieces?.map((piece) => sayChange(t, piece, authors.nameOf(piece.by))).join('. ')}
        </span>
      </span>
      <ActButton act="previous-change" label={t('tracked.previous')}>
        <ChevronLeft aria-hidden />
      </ActButton>
      <ActButton act="next-change" label={t('tracked.next')}>
        <ChevronRight aria-hidden />
      </ActButton>
      {may && (
        <>
          <Settle act="accept-change" disabled={nth === 0} text={t('tracked.accept')} icon={<Check aria-hidden />} />
          <Settle act="reject-change" disabled={nth === 0} text={t('tracked.reject')} icon={<X aria-hidden />} />
          <SettleAll none={numbers.length === 0} />
        </>
      )}
    </>
  )
}

/** Beside the others where there is room, else behind three dots. */
function SettleAll({ none }: { none: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const acts = [
    { act: 'accept-row', disabled: none, text: t('tracked.accept-all') },
    { act: 'reject-row', disabled: none, text: t('tracked.reject-all') },
    { act: 'settle-many', disabled: false, text: t('tracked.many') },
  ] as const
  return (
    <>
      <span className="contents max-xl:hidden">
        {acts.map((one) => (
          <Settle key={one.act} {...one} />
        ))}
      </span>
      <Menu
        trigger={
          <IconButton size="small" className="xl:hidden" label={t('tracked.more')}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {acts.map(({ act, disabled, text }) => (
          <MenuItem key={act} disabled={disabled} onSelect={() => perform(screen, act)}>
            {text}
            <kbd className="ml-auto text-ink-faint text-xs">{keysOf(act).join(' ')}</kbd>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

function ActButton({ act, label, children }: { act: Act; label: string; children: React.ReactNode }) {
  const screen = useScreen()
  return (
    <IconButton
      size="small"
      label={`${label} (${keysOf(act).join(' ')})`}
      aria-keyshortcuts={ariaKeys(act)}
      onClick={() => perform(screen, act)}
    >
      {children}
    </IconButton>
  )
}

function Settle({ act, disabled, text, icon }: { act: Act; disabled: boolean; text: string; icon?: React.ReactNode }) {
  const screen = useScreen()
  return (
    <Button
      size="small"
      look="quiet"
      disabled={disabled}
      title={keysOf(act).join(' ')}
      aria-keyshortcuts={ariaKeys(act)}
      onClick={() => perform(screen, act)}
    >
      {icon}
      {text}
    </Button>
  )
}
