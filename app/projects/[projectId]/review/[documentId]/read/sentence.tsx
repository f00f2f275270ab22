'use client'
/** One sentence of the page, tied to its row; what is open on it as quiet marks. */
import { Flag, MessageSquare, RefreshCw } from 'lucide-react'
import { useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { isUndecided } from '@/lib/discrepancy/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCellAt, useCellPart } from '../state/cell'
import { isFiltering, isHit } from '../state/filter'
import { showTab } from '../state/inspector'
import { cutAtMarks, placeMark } from '../state/marks'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'

type SentenceProps = { segment: SegmentRow; side: Side; tail: string; marks: boolean }

export function ReadSentence({ segment, side, tail, marks }: SentenceProps) {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellPart(screen.outline, (outline) => outline?.rowOf.get(segment.id) ?? -1)
  const current = useCellPart(screen.place, (place) => place.row === row)
  const here = useCellPart(screen.place, (place) => place.row === row && place.side === side)
  const found = useCellPart(screen.view, (view) => view.hits !== null && isHit(view, row))
  const filtering = useCellPart(screen.filter, isFiltering)
  const draft = useCellAt(screen.drafts, sideKey(segment.id, side))
  const text = draft?.text ?? segment[side]
  return (
    <>
      <span
        className="read-sentence"
        data-segment={segment.id}
        data-side={side}
        data-current={current || undefined}
        data-found={(filtering && found) || undefined}
        data-stale={(marks && segment.stale) || undefined}
        aria-current={here || undefined}
        tabIndex={here ? 0 : -1}
      >
        {marks ? <WithMarks text={text} segment={segment} side={side} /> : text}
      </span>
      {marks && <Signs segment={segment} side={side} t={t} />}
      {tail}
    </>
  )
}

function WithMarks({ text, segment, side }: { text: string; segment: SegmentRow; side: Side }) {
  const pieces = useMemo(() => {
    const open = segment.discrepancies.filter(({ state }) => isUndecided(state))
    return cutAtMarks(
      text,
      open.flatMap((note) => {
        const span = placeMark(text, note, side)
        return span ? [{ ...span, of: note }] : []
      }),
    )
  }, [text, segment.discrepancies, side])
  return pieces.map(({ from, text: words, marks }) =>
    marks.length === 0 ? (
      words
    ) : (
      <span key={from} className={`marked marked-${marks[0]!.severity}`}>
        {words}
      </span>
    ),
  )
}

type SignsProps = { segment: SegmentRow; side: Side; t: ReturnType<typeof useTexts> }

/** After the sentence, small and raised like a note's number; only after the side it concerns, so that nothing stands twice. */
function Signs({ segment, side, t }: SignsProps) {
  const screen = useScreen()
  const open = segment.discrepancies.filter(({ state }) => isUndecided(state)).length
  const concerned = side === 'en' || segment.en === ''
  if (!concerned || (open === 0 && segment.comments.open === 0 && !segment.stale)) return null
  const show = (tab: 'discrepancies' | 'comments') => () => {
    const row = screen.outline.get()?.rowOf.get(segment.id)
    if (row !== undefined) screen.place.set({ row, side, editing: false, caret: null })
    showTab(screen, tab)
  }
  return (
    <span className="read-signs">
      {open > 0 && (
        <button
          type="button"
          tabIndex={-1}
          title={t('review.open-count', { count: open })}
          className="text-danger"
          onClick={show('discrepancies')}
        >
          <Flag aria-hidden />
          <span className="sr-only">{t('review.open-count', { count: open })}</span>
        </button>
      )}
      {segment.comments.open > 0 && (
        <button
          type="button"
          tabIndex={-1}
          title={t('comment.open-count', { count: segment.comments.open })}
          className="text-info"
          onClick={show('comments')}
        >
          <MessageSquare aria-hidden />
          <span className="sr-only">{t('comment.open-count', { count: segment.comments.open })}</span>
        </button>
      )}
      {segment.stale && (
        <span title={t('review.stale-hint')} className="text-warn">
          <RefreshCw aria-hidden />
          <span className="sr-only">{t('review.stale')}</span>
        </span>
      )}
    </span>
  )
}
