/** How far a piece of work is, by its step: what is done, what waits for it, what is not there yet. */
import type { AssignmentRow } from '@/lib/assignment/queries'
import { Progress } from '../progress'
import type { Translate } from '../texts/translate'

export function WorkProgress({ t, row }: { t: Translate; row: AssignmentRow }) {
  const { segments, done, waiting, stale } = row
  if (segments === 0) return <p className="text-ink-soft text-sm">{t('assignment.progressNone')}</p>
  const early = segments - done - waiting - stale
  const label = t('assignment.progress', { done, segments })
  const rest = [
    waiting > 0 && t('assignment.waitingRows', { count: waiting }),
    stale > 0 && t('assignment.staleRows', { count: stale }),
    early > 0 && t('assignment.earlyRows', { count: early }),
  ].filter(Boolean)
  return (
    <div>
      <p className="mb-1 text-sm tabular-nums">{label}</p>
      <Progress done={done} of={segments} label={label} />
      {rest.length > 0 && <p className="mt-1 text-ink-soft text-xs tabular-nums">{rest.join(' · ')}</p>}
    </div>
  )
}
