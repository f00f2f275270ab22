'use client'
/** What can be done in Align mode, always at the same place and with its keys; and how far the document is. */
import {
  ArrowDownUp,
  Check,
  Combine,
  CornerDownLeft,
  Delete,
  EllipsisVertical,
  ListChecks,
  type LucideIcon,
  Redo2,
  Scissors,
  SearchAlert,
  Spline,
  Undo2,
} from 'lucide-react'
import { Button, IconButton } from '@/app/_ui/button'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { useCell, useCellPart } from '../state/cell'
import { goTo } from '../state/move'
import { rangeOf } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { type AlignAct, alignActText, alignAriaKeys, alignKeysOf } from './keys'
import { performAlign } from './perform'
import { alignProgress, firstOpen } from './suspicious'

const MOVES: readonly [AlignAct, LucideIcon][] = [
  ['push', CornerDownLeft],
  ['pull', Delete],
  ['split', Scissors],
  ['merge', Combine],
  ['swap', ArrowDownUp],
]

const MORE: readonly AlignAct[] = [
  'push-last',
  'pull-first',
  'take-next',
  'take-previous',
  'shift-down',
  'shift-up',
  'realign',
  'confirm-suspicious',
  'confirm-sure',
  'unconfirm',
  'next-uneven',
  'least-sure',
  'next-open',
  'previous-suspicious',
  'why',
]

export function AlignBar() {
  const t = useTexts()
  const screen = useScreen()
  const align = alignOf(screen)
  const journal = useCell(align.journal)
  const ribbon = useCell(align.ribbon)
  const { role } = screen.review.me
  const aligns = can(role, 'segment.align')
  return (
    <div
      role="toolbar"
      aria-label={t('align.acts')}
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 border-line border-t bg-surface px-2 py-1.5 sm:px-3"
      // Keys go on working in the text after a button was pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Where />
      {aligns && (
        <span className="flex flex-wrap items-center gap-1">
          {MOVES.map(([act, Picture]) => (
            <ActButton key={act} act={act} picture={Picture} />
          ))}
          <ActButton act="undo" picture={Undo2} bare disabled={!journal?.undo} />
          <ActButton act="redo" picture={Redo2} bare disabled={!journal?.redo} />
        </span>
      )}
      <ActButton act="ribbon" picture={Spline} bare pressed={ribbon} />
      <Menu
        trigger={
          <IconButton size="small" label={t('align.more')}>
            <EllipsisVertical aria-hidden />
          </IconButton>
        }
        align="start"
      >
        {MORE.map((act) => (
          <MenuItem key={act} onSelect={() => setTimeout(() => performAlign(screen, act), 0)}>
            <span className="min-w-0 flex-1">{t(alignActText(act))}</span>
            <span className="text-ink-faint text-xs">{alignKeysOf(act).join(' ')}</span>
          </MenuItem>
        ))}
      </Menu>
      <span className="ml-auto flex flex-wrap items-center gap-1.5">
        <ActButton act="next-suspicious" picture={SearchAlert} />
        {can(role, 'segment.confirm') && (
          <>
            <ActButton act="confirm-to-here" picture={ListChecks} />
            <ActButton act="confirm-next" picture={Check} primary />
          </>
        )}
      </span>
      <Said />
    </div>
  )
}

type ActButtonProps = {
  act: AlignAct
  picture: LucideIcon
  bare?: boolean
  primary?: boolean
  pressed?: boolean
  disabled?: boolean
}

function ActButton({ act, picture: Picture, bare, primary, pressed, disabled }: ActButtonProps) {
  const t = useTexts()
  const screen = useScreen()
  const name = t(alignActText(act))
  const keys = alignKeysOf(act).join(' ')
  return (
    <Button
      size="small"
      look={primary ? 'primary' : pressed === undefined && !bare ? 'secondary' : 'quiet'}
      disabled={disabled}
      aria-label={bare ? name : `${t(`align.short-${act as Short}`)}: ${name}`}
      aria-pressed={pressed}
      aria-keyshortcuts={alignAriaKeys(act)}
      title={keys ? `${name} (${keys})` : name}
      onClick={() => performAlign(screen, act)}
    >
      <Picture aria-hidden />
      {!bare && (
        <>
          <span className="max-lg:hidden">{t(`align.short-${act as Short}`)}</span>
          <span data-keys={keys} className="align-keys max-sm:hidden" />
        </>
      )}
    </Button>
  )
}

/** Acts that stand in the bar with a word. */
type Short = 'push' | 'pull' | 'split' | 'merge' | 'swap' | 'next-suspicious' | 'confirm-to-here' | 'confirm-next'

/** The row, how much of the document is confirmed, and the way to the first row that is not. */
function Where() {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellPart(screen.place, (place) => place.row)
  const outline = useCell(screen.outline)
  const range = rangeOf(useCell(screen.range))
  if (!outline || outline.provisional) return <span className="text-ink-soft text-sm">{t('common.loading')}</span>
  const { rows, confirmed, suspicious } = alignProgress(outline)
  const first = firstOpen(outline)
  const percent = rows === 0 ? 0 : Math.floor((confirmed / rows) * 100)
  return (
    <span className="flex items-center gap-2 text-ink-soft text-sm tabular-nums">
      <button
        type="button"
        className="rounded-sm px-1 hover:bg-hover"
        onClick={() => screen.asking.set({ what: 'go-to-row' })}
      >
        {range
          ? t('review.range', { from: range.from + 1, to: range.to + 1 })
          : t('review.row-of', { row: Math.min(row + 1, outline.ids.length), rows: outline.ids.length })}
      </button>
      <button
        type="button"
        className="flex items-center gap-1.5 rounded-sm px-1 hover:bg-hover"
        title={t('align.to-first-open', { suspicious })}
        onClick={() => first !== null && goTo(screen, first, { editing: false })}
      >
        <span className="h-1.5 w-14 overflow-hidden rounded-full bg-line max-sm:hidden" aria-hidden>
          <span className="block h-full bg-ok" style={{ width: `${percent}%` }} />
        </span>
        {t('align.confirmed-of', { confirmed, rows })}
      </button>
    </span>
  )
}

/** What was done last, and whether it has reached the server. */
function Said() {
  const t = useTexts()
  const screen = useScreen()
  const align = alignOf(screen)
  const said = useCell(align.said)
  const pending = useCell(align.pending)
  const working = useCell(align.working)
  return (
    <span className="flex min-h-6 w-full items-center gap-2 text-ink-soft text-sm">
      <span aria-live="polite">
        {working ? working.says : said}
        {pending > 0 && <span className="text-ink-faint"> · {t('common.saving')}</span>}
      </span>
      {working?.cancel && (
        <Button size="small" look="quiet" onClick={working.cancel}>
          {t('common.cancel')}
        </Button>
      )}
    </span>
  )
}
