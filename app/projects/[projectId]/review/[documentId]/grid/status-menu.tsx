'use client'
import { Menu, MenuItem, MenuLabel } from '@/app/_ui/menu'
/** The status is a label; where it can go from here are buttons in its menu. */
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { nextStatus, rank, reachableStatuses, waitsForVerdict } from '@/lib/segment/rules'
import { changeStatusTo, statusText } from '../state/acts'
import { useCellAt } from '../state/cell'
import { keysOf } from '../state/keys'
import { workingSide } from '../state/rights'
import { saveDraft } from '../state/save'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { StatusMark } from './status-mark'

export function StatusMenu({ segment, reachable }: { segment: SegmentRow; reachable: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const { role } = screen.review.me
  const typed = useCellAt(screen.drafts, sideKey(segment.id, workingSide(screen.review))) !== undefined
  const ways = reachableStatuses(segment.status, role)
  const approves = nextStatus(segment.status, role)
  return (
    <Menu
      align="center"
      trigger={
        <button
          type="button"
          tabIndex={reachable ? 0 : -1}
          className="review-status hover:bg-hover hover:text-ink"
          aria-label={t('review.status-name', { status: t(statusText(segment.status)) })}
        >
          <StatusMark status={segment.status} />
          {t(statusText(segment.status))}
        </button>
      }
    >
      <MenuLabel>{t(ways.length > 0 ? 'review.status-to' : 'review.status-none')}</MenuLabel>
      {segment.stale && <MenuLabel>{t('problems.stale-unanswered')}</MenuLabel>}
      {ways.map((to) => (
        <MenuItem
          key={to}
          // What is typed may be the answer that is waited for.
          disabled={!typed && waitsForVerdict(segment.stale, segment.status, to)}
          onSelect={async () => {
            const saved = (await saveDraft(screen, segment.id, 'zh')) && (await saveDraft(screen, segment.id, 'en'))
            if (saved) await changeStatusTo(screen, screen.rows.get(segment.id) ?? segment, to)
          }}
        >
          <StatusMark status={to} />
          {t(statusText(to))}
          {to === approves && (
            <span className="ml-auto pl-3 text-ink-faint text-xs">{keysOf('approve').join(' ')}</span>
          )}
          {rank(to) < rank(segment.status) && (
            <span className="ml-auto pl-3 text-ink-faint text-xs">{t('review.status-back')}</span>
          )}
        </MenuItem>
      ))}
    </Menu>
  )
}
