'use client'
/** What can be done with the present row, always at the same place; keys do the same without looking. */
import { ArrowDown, ArrowUp, CheckCheck, Flag, Save, Undo2 } from 'lucide-react'
import { Button, IconButton } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { nextStatus } from '@/lib/segment/rules'
import { StatusMenu } from '../grid/status-menu'
import { approve, saveAndNext, saveHere, statusText } from '../state/acts'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { ariaKeys, keysOf } from '../state/keys'
import { step } from '../state/move'
import { beginRaising } from '../state/raise'
import { takesSteps } from '../state/rights'
import { rangeOf, sideKey } from '../state/screen'
import { discardDraft } from '../state/typed'
import { useScreen } from '../state/use-screen'

export function ActionBar() {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellPart(screen.place, (place) => place.row)
  const side = useCellPart(screen.place, (place) => place.side)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const count = useCellPart(screen.outline, (outline) => outline?.ids.length ?? 0)
  const segment = useCellAt(screen.rows, id)
  const draft = useCellAt(screen.drafts, sideKey(id, side))
  const { role } = screen.review.me
  const steps = takesSteps(screen.review)
  const to = segment && !segment.locked && steps ? nextStatus(segment.status, role) : null
  const hint = (act: Parameters<typeof keysOf>[0]) => ({
    title: keysOf(act).join(' '),
    'aria-keyshortcuts': ariaKeys(act),
  })
  return (
    <div
      role="toolbar"
      aria-label={t('review.row-acts')}
      className="flex flex-wrap items-center gap-1.5 border-line border-t bg-surface px-2 py-1.5 sm:px-3"
    >
      <IconButton size="small" label={t('review.act-previous-row')} onClick={() => step(screen, -1)}>
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton size="small" label={t('review.act-next-row')} onClick={() => step(screen, 1)}>
        <ArrowDown aria-hidden />
      </IconButton>
      <button
        type="button"
        className="rounded-sm px-1 text-ink-soft text-sm tabular-nums hover:bg-hover"
        onClick={() => screen.asking.set({ what: 'go-to-row' })}
        {...hint('go-to-row')}
      >
        {count > 0 && t('review.row-of', { row: Math.min(row + 1, count), rows: count })}
      </button>
      {/* A protected row takes no steps of its own, but one that was released can be taken back to be corrected. */}
      {segment && (!segment.locked || segment.status === 'released') && steps && (
        <StatusMenu segment={segment} reachable />
      )}
      <RangeActs />
      <span className="ml-auto flex flex-wrap items-center gap-1.5">
        {draft && draft.state.is !== 'saving' && (
          <IconButton size="small" label={t('review.discard-draft')} onClick={() => discardDraft(screen, draft)}>
            <Undo2 aria-hidden />
          </IconButton>
        )}
        {can(role, 'discrepancy.raise') && (
          <Button
            size="small"
            look="quiet"
            // The selection must outlive the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => beginRaising(screen)}
            aria-label={t('review.act-raise')}
            {...hint('raise')}
          >
            <Flag aria-hidden />
            {t('review.raise-short')}
          </Button>
        )}
        {can(role, 'segment.edit') && (
          <>
            <Button
              size="small"
              disabled={!draft || draft.state.is === 'saving'}
              onClick={() => void saveHere(screen)}
              {...hint('save')}
            >
              <Save aria-hidden />
              {t(draft?.state.is === 'saving' ? 'common.saving' : 'common.save')}
            </Button>
            <Button
              size="small"
              onClick={() => saveAndNext(screen)}
              className="max-sm:hidden"
              {...hint('save-and-next')}
            >
              {t('review.act-save-and-next')}
            </Button>
          </>
        )}
        {to && (
          <Button size="small" look="primary" onClick={() => void approve(screen)} {...hint('approve')}>
            <CheckCheck aria-hidden />
            {t('review.approve-as', { status: t(statusText(to)) })}
          </Button>
        )}
      </span>
    </div>
  )
}

/** Shown while rows are marked. */
function RangeActs() {
  const t = useTexts()
  const screen = useScreen()
  const range = rangeOf(useCell(screen.range))
  if (!range) return null
  return (
    <span className="flex items-center gap-1.5 rounded-md bg-info-soft px-2 py-0.5 text-sm">
      <span>{t('review.range', { from: range.from + 1, to: range.to + 1 })}</span>
      {can(screen.review.me.role, 'assignment.manage') && (
        <Button size="small" onClick={() => screen.asking.set({ what: 'assign' })}>
          {t('review.act-assign')}
        </Button>
      )}
      {can(screen.review.me.role, 'segment.confirm') && (
        <Button size="small" onClick={() => screen.asking.set({ what: 'status-of-many' })}>
          {t('find.many')}
        </Button>
      )}
      <button type="button" className="link" onClick={() => screen.range.set(null)}>
        {t('review.range-clear')}
      </button>
    </span>
  )
}
