'use client'
/** What the checks find, where the texts stand: a sign in the gutter, and the first few unfolded beneath the row a person works on. */
import { EyeOff, Flag, SearchCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '@/app/_ui/button'
import { sayFinding } from '@/app/_ui/say-finding'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { MOST_UNFOLDED } from '@/lib/finding/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { SeverityIcon } from '../inspector/finding-card'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { findingsOf, isHere, isOpen } from '../state/findings'
import { showTab } from '../state/inspector'
import { goTo } from '../state/move'
import { type Shown, useRowFindings } from '../state/row-findings'
import { raiseFinding } from '../state/settle-findings'
import { useScreen } from '../state/use-screen'
import { watchWordMarks } from '../state/word-marks'
import { Below } from './notice'

const RANK = { error: 0, warning: 1, note: 2 } as const
const LOOKS = ['bg-danger-soft text-danger', 'bg-warn-soft text-warn', 'text-ink-soft'] as const

/** How many findings of the row are open, looking as grave as the gravest, and the way to them. */
export function FindingSign({ segment, row, current }: { segment: SegmentRow; row: number; current: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const found = useCellAt(findingsOf(screen).byRow, segment.id)
  const open = found?.filter(isOpen) ?? []
  if (open.length === 0) return null
  const name = t('checks.sign', { count: open.length })
  return (
    <button
      type="button"
      tabIndex={current ? 0 : -1}
      title={name}
      onClick={(event) => {
        event.stopPropagation()
        goTo(screen, row, { editing: false })
        findingsOf(screen).scope.set('row')
        showTab(screen, 'checks')
      }}
      className={`flex min-h-6 items-center gap-1 rounded-sm px-1 font-medium text-xs hover:underline [&_svg]:size-3 [&_svg]:shrink-0 ${LOOKS[Math.min(...open.map(({ severity }) => RANK[severity]))]}`}
    >
      <SearchCheck aria-hidden />
      <span aria-hidden>{open.length}</span>
      <span className="sr-only">{name}</span>
    </button>
  )
}

/** In the row a person works on. Where the inspector shows them already, only the words are marked. */
export function RowFindings({ segment, row }: { segment: SegmentRow; row: number }) {
  const t = useTexts()
  const screen = useScreen()
  const mark = useRef<HTMLSpanElement>(null)
  const { shown } = useRowFindings(segment)
  const here = useCell(findingsOf(screen).here)
  const unfolded = useCellPart(
    screen.settings,
    ({ findings, inspector, tab }) => findings && !(inspector && tab === 'checks'),
  )
  const open = shown.filter(({ finding }) => isOpen({ ...finding, key: '' }))
  const at = open.find((one) => one.here !== null && isHere(here, one.here)) ?? null
  const spans = at ? [at.finding] : open.map(({ finding }) => finding)
  const drawn = JSON.stringify(spans.map(({ zh, en }) => ({ zh, en })))
  useEffect(() => {
    const place = mark.current?.closest('[data-row]')
    return place ? watchWordMarks('finding', place, JSON.parse(drawn)) : undefined
  }, [drawn])
  return (
    <>
      <span ref={mark} hidden />
      {unfolded && open.length > 0 && (
        <Below look="review-findings bg-sunken" label={t('checks.in-row', { row: row + 1 })}>
          <ul className="flex min-w-0 flex-1 flex-col gap-1">
            {foremost(open, at).map((one, i) => (
              <Line key={one.here ? `${one.here.key} ${one.here.nth}` : i} shown={one} current={one === at} />
            ))}
          </ul>
          {open.length > MOST_UNFOLDED && (
            <button
              type="button"
              className="link shrink-0 text-sm"
              onClick={() => {
                findingsOf(screen).scope.set('row')
                showTab(screen, 'checks')
              }}
            >
              {t('checks.more', { count: open.length - MOST_UNFOLDED })}
            </button>
          )}
        </Below>
      )}
    </>
  )
}

/** The gravest, and the one a person is at. */
function foremost(open: readonly Shown[], at: Shown | null): readonly Shown[] {
  const first = open.slice(0, MOST_UNFOLDED)
  return at && !first.includes(at) ? [...first.slice(0, -1), at] : first
}

function Line({ shown: { finding, here, saved }, current }: { shown: Shown; current: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const { role } = screen.review.me
  return (
    <li aria-current={current || undefined} className="flex items-start gap-2 aria-[current]:font-medium">
      <SeverityIcon severity={finding.severity} />
      <p className="min-w-0 flex-1">{sayFinding(t, finding)}</p>
      {saved && here && (
        <span className="-my-0.5 flex shrink-0">
          {can(role, 'discrepancy.raise') && (
            <IconButton size="small" label={t('checks.raise')} onClick={() => void raiseFinding(screen, saved)}>
              <Flag aria-hidden />
            </IconButton>
          )}
          {can(role, 'finding.dismiss') && (
            <IconButton
              size="small"
              label={t('checks.dismiss-this')}
              onClick={() => {
                const state = findingsOf(screen)
                state.here.set(here)
                state.scope.set('row')
                state.dismissing.set(here)
                showTab(screen, 'checks')
              }}
            >
              <EyeOff aria-hidden />
            </IconButton>
          )}
        </span>
      )}
    </li>
  )
}
