'use client'
/** Everything that happened to the present row, newest first: who, when, what became of which words; any text can come back. */
import { ArrowRight, Undo2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { Side } from '@/lib/bitext/text'
import type { History } from '@/lib/revision/queries'
import type { SegmentRow } from '@/lib/segment/queries'
import { restore } from '../actions'
import { TrackedText } from '../grid/marked-text'
import { StatusMark } from '../grid/status-mark'
import { LANG } from '../grid/text-cell'
import { attempt, statusText } from '../state/acts'
import { useCellAt } from '../state/cell'
import { loadHistory, reloadRows } from '../state/load'
import { lockOf } from '../state/rights'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'

type Revision = History['revisions'][number]
type Transition = History['transitions'][number]
type Compare = 'step' | 'now'

export function HistoryTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const history = useCellAt(screen.histories, segment.id)
  const id = useId()
  const [compare, setCompare] = useState<Compare>('step')
  useEffect(() => {
    if (!history) void loadHistory(screen, segment.id)
  }, [screen, segment.id, history])
  if (!history) return <p className="text-ink-soft text-sm">{t('common.loading')}</p>
  const entries = inOrder(history)
  if (entries.length === 0) return <p className="text-ink-soft text-sm">{t('review.history-empty')}</p>
  return (
    <>
      {history.revisions.length > 0 && (
        <div className="mb-3 flex items-center gap-2 text-sm">
          <label htmlFor={id} className="shrink-0 text-ink-soft">
            {t('review.compare')}
          </label>
          <Select
            id={id}
            value={compare}
            onChange={(event) => setCompare(event.target.value === 'now' ? 'now' : 'step')}
            className="h-8 text-sm"
          >
            <option value="step">{t('review.compare-step')}</option>
            <option value="now">{t('review.compare-now')}</option>
          </Select>
        </div>
      )}
      <ol className="flex flex-col gap-3 text-sm">
        {entries.map((entry) =>
          'side' in entry ? (
            <RevisionEntry key={`r${entry.id}`} revision={entry} segment={segment} compare={compare} />
          ) : (
            <TransitionEntry key={`t${entry.id}`} transition={entry} />
          ),
        )}
      </ol>
    </>
  )
}

/** Newest first; of one moment, the change of text before the demotion it caused. */
function inOrder({ revisions, transitions }: History): (Revision | Transition)[] {
  return [...transitions, ...revisions].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function RevisionEntry({ revision, segment, compare }: { revision: Revision; segment: SegmentRow; compare: Compare }) {
  const t = useTexts()
  const { side, before, after, kind } = revision
  const now = segment[side]
  return (
    <li className="border-line border-l-2 pl-3">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-soft">
        <span className="font-medium text-ink">{revision.by}</span>
        <Time at={revision.at} />
        <Badge>{t(`common.${side}`)}</Badge>
        <Badge tone={kind.startsWith('correction') ? 'accent' : 'plain'}>{t(kindText(kind))}</Badge>
      </p>
      <p lang={LANG[side]} className="document-text mt-1">
        {compare === 'step' ? (
          <TrackedText base={before} text={after} side={side} />
        ) : (
          <TrackedText base={after} text={now} side={side} />
        )}
      </p>
      <div className="mt-1 flex flex-wrap gap-1">
        {before !== now && <RestoreButton revision={revision} state="before" segment={segment} side={side} />}
        {after !== now && <RestoreButton revision={revision} state="after" segment={segment} side={side} />}
      </div>
    </li>
  )
}

function kindText(kind: string) {
  const names = {
    edit: 'review.kind-edit',
    merge: 'review.kind-merge',
    restore: 'review.kind-restore',
    correction: 'review.kind-correction',
    'correction-editorial': 'review.kind-correction-editorial',
  } as const
  return names[kind as keyof typeof names] ?? 'review.kind-edit'
}

type RestoreProps = { revision: Revision; state: 'before' | 'after'; segment: SegmentRow; side: Side }

function RestoreButton({ revision, state, segment, side }: RestoreProps) {
  const t = useTexts()
  const screen = useScreen()
  const [running, setRunning] = useState(false)
  // The governing text is mended in its own dialog, where the manager says what the correction means.
  if (lockOf(screen.review, segment, side)) return null
  const bringBack = async () => {
    if (screen.drafts.get(sideKey(segment.id, side))) return screen.tell(t('review.save-first'), { failed: true })
    setRunning(true)
    const seenVersion = segment[`${side}Version`]
    const input = { projectId: screen.projectId, revisionId: revision.id, state, seenVersion }
    if (await attempt(screen, () => restore(input))) screen.tell(t('review.restored'))
    await reloadRows(screen, [segment.id])
    setRunning(false)
  }
  return (
    <Button size="small" look="quiet" disabled={running} onClick={() => void bringBack()}>
      <Undo2 aria-hidden />
      {t(`review.restore-${state}`)}
    </Button>
  )
}

function TransitionEntry({ transition }: { transition: Transition }) {
  const t = useTexts()
  const { from, to, demotion, reason, by, at } = transition
  return (
    <li className="border-line border-l-2 border-dotted pl-3">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-soft">
        <span className="font-medium text-ink">{by}</span>
        <Time at={at} />
      </p>
      <p className="mt-0.5 flex flex-wrap items-center gap-1.5">
        <StatusMark status={from} />
        {t(statusText(from))}
        <ArrowRight aria-label={t('review.becomes')} className="size-3.5" />
        <StatusMark status={to} />
        {t(statusText(to))}
        {demotion && <span className="text-ink-faint">({t('review.demotion')})</span>}
      </p>
      {reason !== '' && <p className="mt-0.5 text-ink-soft">{t('review.override-said', { reason })}</p>}
    </li>
  )
}
