'use client'
/** Between the texts: which row this is, how its texts belong together, how far it is, and what needs a look. */
import { Flag, Lightbulb, Lock, PencilLine, RefreshCw } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { PROTECTED_KINDS } from '@/lib/bitext/intake/block'
import { isUndecided } from '@/lib/discrepancy/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { RowPeople } from '../live/row-people'
import { statusText, toggleConfirmed } from '../state/acts'
import { useCellAt, useCellPart } from '../state/cell'
import { extendRange, goTo } from '../state/move'
import { takesSteps } from '../state/rights'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { BeadShape, sayBead } from './bead-shape'
import { CommentSign } from './comment-sign'
import { CELL } from './roles'
import { FindingSign } from './row-findings'
import { StatusMark } from './status-mark'
import { StatusMenu } from './status-menu'

type GutterProps = { segment: SegmentRow; row: number; current: boolean }

export function Gutter({ segment, row, current }: GutterProps) {
  const t = useTexts()
  const screen = useScreen()
  const [near, setNear] = useState(false)
  const reachable = current ? 0 : -1
  const select = (event: MouseEvent) => {
    if (event.shiftKey) return extendRange(screen, row)
    screen.range.set(null)
    goTo(screen, row, { editing: false })
  }
  return (
    <div {...CELL} className="review-gutter" onPointerEnter={() => setNear(true)}>
      <span className="flex items-center">
        <button
          type="button"
          tabIndex={reachable}
          onClick={select}
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          className="min-h-6 min-w-6 rounded-sm px-1 font-medium text-ink-soft text-sm tabular-nums hover:bg-hover"
          aria-label={t('review.row-name', { row: row + 1 })}
        >
          {row + 1}
        </button>
        <button
          type="button"
          tabIndex={reachable}
          aria-pressed={segment.confirmed}
          aria-label={t('review.pairing-name', { state: sayBead(t, segment) })}
          title={`${sayBead(t, segment)} – ${t(segment.confirmed ? 'review.pairing-unconfirm' : 'review.pairing-confirm')}`}
          onClick={() => void toggleConfirmed(screen, segment)}
          className="flex min-h-6 min-w-6 items-center justify-center rounded-sm px-1 hover:bg-hover"
        >
          <BeadShape bead={segment} />
        </button>
        <DraftSign segmentId={segment.id} />
      </span>
      {segment.locked ? (
        <ProtectedMark segment={segment} />
      ) : !takesSteps(screen.review) ? null : current || near ? (
        <StatusMenu segment={segment} reachable={current} />
      ) : (
        <span className="review-status">
          <StatusMark status={segment.status} />
          {t(statusText(segment.status))}
        </span>
      )}
      <RowPeople segmentId={segment.id} />
      <Signs segment={segment} />
      <FindingSign segment={segment} row={row} current={current} />
      <CommentSign segment={segment} row={row} current={current} />
    </div>
  )
}

function ProtectedMark({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const kind = PROTECTED_KINDS.includes(segment.kind) ? t(`import.kind.${segment.kind}`) : t('review.protected')
  return (
    <span title={t('review.lock-protected')} className="review-status">
      <Lock aria-hidden className="size-3" />
      {kind}
    </span>
  )
}

/** In a line that is there anyway: no row grows under the hands of whoever begins to type. */
function DraftSign({ segmentId }: { segmentId: number }) {
  const t = useTexts()
  const screen = useScreen()
  const zh = useCellAt(screen.drafts, sideKey(segmentId, 'zh'))
  const en = useCellAt(screen.drafts, sideKey(segmentId, 'en'))
  if (!zh && !en) return null
  const said = t(zh?.state.is === 'saving' || en?.state.is === 'saving' ? 'common.saving' : 'review.unsaved')
  return (
    <span title={said} className="-mr-1 rounded-sm bg-warn-soft p-0.5 text-warn">
      <PencilLine aria-hidden className="size-3.5" />
      <span className="sr-only">{said}</span>
    </span>
  )
}

/** What needs a look, each with a picture of its own. */
function Signs({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const open = segment.discrepancies.filter(({ state }) => isUndecided(state)).length
  const opened = useCellPart(screen.opened, (one) => segment.discrepancies.some((note) => note.id === one?.id))
  return (
    <>
      {segment.stale && (
        <Sign look="bg-warn-soft text-warn" title={t('review.stale-hint')}>
          <RefreshCw aria-hidden />
          {t('review.stale')}
        </Sign>
      )}
      {segment.suggestions.length > 0 && (
        <Sign
          look="bg-info-soft text-info"
          title={t('tracked.suggestion-count', { count: segment.suggestions.length })}
        >
          <Lightbulb aria-hidden />
          <span aria-hidden>{segment.suggestions.length}</span>
          <span className="sr-only">{t('tracked.suggestion-count', { count: segment.suggestions.length })}</span>
        </Sign>
      )}
      {open > 0 && (
        <Sign
          look={opened ? 'bg-danger text-paper' : 'bg-danger-soft text-danger'}
          title={t('review.open-count', { count: open })}
        >
          <Flag aria-hidden />
          <span aria-hidden>{open}</span>
          <span className="sr-only">{t('review.open-count', { count: open })}</span>
        </Sign>
      )}
    </>
  )
}

function Sign({ look, title, children }: { look: string; title: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className={`flex items-center gap-1 rounded-sm px-1 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0 ${look}`}
    >
      {children}
    </span>
  )
}
