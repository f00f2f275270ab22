'use client'
/** What a row has to say beneath its texts: a conflict, a save that failed, an earlier draft, a stale mark. */
import { CloudOff, History as HistoryIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCellAt, useCellPart } from '../state/cell'
import { askCorrection } from '../state/correct'
import type { Draft } from '../state/drafts'
import { enterCell } from '../state/move'
import { discardOffered, forgetSaved, takeOffered } from '../state/offers'
import { governs } from '../state/rights'
import { saveDraft } from '../state/save'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { ConflictPanel } from './conflict-panel'
import { Highlighter } from './highlighter'
import { LANG } from './lang'
import { TrackedText } from './marked-text'
import { Below } from './notice'
import { StaleNotice } from './stale-notice'
import { SuggestingNotice, SuggestionNotice } from './suggestion-notice'

export function RowNotices({ segment }: { segment: SegmentRow }) {
  const screen = useScreen()
  const current = useCellPart(screen.place, ({ row }) => screen.outline.get()?.ids[row] === segment.id)
  return (
    <>
      {current && <Highlighter segment={segment} />}
      {segment.stale && <StaleNotice segment={segment} current={current} />}
      {SIDES.map((side) => (
        <SideNotices key={side} segment={segment} side={side} />
      ))}
      {segment.suggestions.map((suggestion) => (
        <SuggestionNotice key={suggestion.id} segment={segment} suggestion={suggestion} />
      ))}
    </>
  )
}

function SideNotices({ segment, side }: { segment: SegmentRow; side: Side }) {
  const screen = useScreen()
  const draft = useCellAt(screen.drafts, sideKey(segment.id, side))
  const offered = useCellAt(screen.offered, sideKey(segment.id, side))
  return (
    <>
      {draft?.state.is === 'conflict' && <ConflictPanel draft={draft} state={draft.state} />}
      {draft?.suggestion && <SuggestingNotice draft={draft} />}
      {draft?.state.is === 'failed' && <FailedNotice segment={segment} side={side} message={draft.state.message} />}
      {offered?.map((old) => (
        <OfferedDraft key={old.begun} draft={old} segment={segment} />
      ))}
    </>
  )
}

function FailedNotice({ segment, side, message }: { segment: SegmentRow; side: Side; message: string }) {
  const t = useTexts()
  const screen = useScreen()
  return (
    <Below look="bg-danger-soft" urgent>
      <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">{t('review.not-saved')}</strong> {message} {t('review.draft-kept')}
      </p>
      <Button size="small" onClick={() => void saveDraft(screen, segment.id, side)}>
        {t('review.try-again')}
      </Button>
    </Below>
  )
}

function OfferedDraft({ draft, segment }: { draft: Draft; segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const moved = segment[`${draft.side}Version`] !== draft.baseVersion
  const saved = draft.text === segment[draft.side]
  useEffect(() => {
    if (saved) forgetSaved(screen, draft)
  }, [screen, draft, saved])
  if (saved) return null
  const correcting = governs(screen.review, draft.side)
  const take = () => {
    if (correcting) return askCorrection(screen, segment, draft)
    takeOffered(screen, draft, segment)
    const row = screen.outline.get()?.rowOf.get(segment.id)
    if (row !== undefined && !moved) enterCell(screen, row, draft.side, null)
  }
  return (
    <Below look="bg-info-soft">
      <HistoryIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <strong className="font-semibold">
            {t(correcting ? 'review.offered-correction' : 'review.offered', { side: t(`common.${draft.side}`) })}
          </strong>{' '}
          <Time at={draft.at} /> {moved && t('review.offered-moved')}
        </p>
        <p lang={LANG[draft.side]} className="document-text mt-1">
          <TrackedText base={draft.base} text={draft.text} side={draft.side} />
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" onClick={take}>
          {t('review.offered-take')}
        </Button>
        <Button size="small" look="quiet" onClick={() => discardOffered(screen, draft)}>
          {t('review.offered-discard')}
        </Button>
      </div>
    </Below>
  )
}
