'use client'
/** The governing text was corrected: what changed since this side was last held right, and the two answers, one key each. */
import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { otherSide, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { governingSide } from '@/lib/segment/rules'
import { useCellAt } from '../state/cell'
import { type Act, ariaKeys, keysOf } from '../state/keys'
import { perform } from '../state/perform'
import { workingSide } from '../state/rights'
import { sideKey } from '../state/screen'
import { loadCorrected } from '../state/tracking'
import { useScreen } from '../state/use-screen'
import { LANG } from './lang'
import { TrackedChanges } from './marked-text'
import { Below } from './notice'
import { useAuthors } from './text-cell'

export function StaleNotice({ segment, current }: { segment: SegmentRow; current: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const governing = governingSide(screen.review.document.governing)
  return (
    <Below look="bg-warn-soft" label={t('review.stale')}>
      <RefreshCw aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <strong className="font-semibold">{t('review.stale')}</strong>{' '}
          {governing
            ? t('review.stale-since', { side: t(`common.${governing}`), other: t(`common.${otherSide(governing)}`) })
            : t('review.stale-once')}
        </p>
        {governing && <Corrected segment={segment} governing={governing} />}
        <TypedAlready segment={segment} />
      </div>
      {can(screen.review.me.role, 'segment.translate') && (
        <div className="flex flex-wrap gap-2">
          <Answer act="still-correct" current={current} segment={segment}>
            {t('review.still-correct')}
          </Answer>
          <Answer act="needs-change" current={current} segment={segment}>
            {t('review.needs-change')}
          </Answer>
        </div>
      )}
    </Below>
  )
}

function Corrected({ segment, governing }: { segment: SegmentRow; governing: Side }) {
  const screen = useScreen()
  const corrected = useCellAt(screen.corrected, segment.id)
  const authors = useAuthors(corrected?.people)
  useEffect(() => {
    void loadCorrected(screen, segment, governing)
  }, [screen, segment, governing])
  if (corrected?.version !== segment[`${governing}Version`]) return null
  return (
    <p lang={LANG[governing]} className="document-text mt-1">
      <TrackedChanges
        text={segment[governing]}
        side={governing}
        notes={[]}
        changes={corrected.changes}
        authors={authors}
        current={null}
      />
    </p>
  )
}

/** Whether what is being typed will count as the answer. */
function TypedAlready({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const side = workingSide(screen.review)
  const draft = useCellAt(screen.drafts, sideKey(segment.id, side))
  if (!draft || draft.suggestion) return null
  const answers = draft.against === segment[`${otherSide(side)}Version`]
  return <p className="mt-1 text-ink-soft">{t(answers ? 'review.stale-draft-answers' : 'review.stale-draft-before')}</p>
}

type AnswerProps = { act: Act; current: boolean; segment: SegmentRow; children: string }

/** The keys are of the row a person stands on. */
function Answer({ act, current, segment, children }: AnswerProps) {
  const screen = useScreen()
  const keys = keysOf(act)
  const answer = () => {
    const row = screen.outline.get()?.rowOf.get(segment.id)
    if (row !== undefined && !current) screen.place.set({ ...screen.place.get(), row, editing: false, caret: null })
    perform(screen, act)
  }
  return (
    <Button size="small" onClick={answer} aria-keyshortcuts={ariaKeys(act)} title={keys.join('+')}>
      {children}
      {current && keys.length > 0 && (
        <kbd aria-hidden className="text-ink-faint text-xs">
          {keys.join('+')}
        </kbd>
      )}
    </Button>
  )
}
