'use client'
/** One note: the exact words, what is wrong with them, what was decided, and what can be done about it. */
import { useEffect, useRef } from 'react'
import { Badge } from '@/app/_ui/badge'
import { cx } from '@/app/_ui/cx'
import { Name } from '@/app/_ui/name'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { Side } from '@/lib/bitext/text'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { useCellAt } from '../state/cell'
import { commentsOf, talkOn } from '../state/comments'
import { isGone } from '../state/marks'
import { useScreen } from '../state/use-screen'
import { NoteActions } from './note-actions'
import { NoteLinks } from './note-links'
import { NoteSteps } from './note-steps'
import { NoteTalk } from './note-talk'

const TONES = { neutral: 'info', minor: 'warn', major: 'danger', critical: 'danger' } as const

const STATE_TONES = { open: 'plain', proposed: 'info', decided: 'accent', verified: 'ok', published: 'ok' } as const

type CardProps = { note: RowDiscrepancy; segment: SegmentRow; opened: boolean; focused: boolean }

export function DiscrepancyCard({ note, segment, opened, focused }: CardProps) {
  const t = useTexts()
  const screen = useScreen()
  const card = useRef<HTMLElement>(null)
  const { me } = screen.review
  const talk = talkOn(screen, segment.id)
  const found = useCellAt(commentsOf(screen).fetched, segment.id)
  const thread = found?.threads.find(({ discrepancyId }) => discrepancyId === note.id)
  useEffect(() => {
    if (!opened) return
    card.current?.scrollIntoView({ block: 'nearest' })
    if (focused) card.current?.focus({ preventScroll: true })
  }, [opened, focused])
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t('discrepancy.numberOf', { number: note.number })}
      className={cx('rounded-md border bg-raised px-3 py-2.5 text-sm', opened ? 'border-accent' : 'border-line')}
    >
      <header className="flex flex-wrap items-center gap-1.5">
        <span className="font-semibold tabular-nums">{t('discrepancy.numberOf', { number: note.number })}</span>
        <span className="font-medium">{t(`discrepancy.type.${note.type}`)}</span>
        <Badge tone={TONES[note.severity]}>{t(`discrepancy.severity.${note.severity}`)}</Badge>
        <Badge tone={STATE_TONES[note.state]}>{t(`discrepancy.state.${note.state}`)}</Badge>
      </header>
      <Quote side="zh" note={note} segment={segment} />
      <Quote side="en" note={note} segment={segment} />
      {note.note !== '' && <p className="mt-2 whitespace-pre-wrap break-words">{note.note}</p>}
      <p className="mt-2 text-ink-faint text-xs">
        {t('review.raised-by', { name: note.raisedBy })} <Time at={note.raisedAt} />
      </p>
      {note.decision && <Decided note={note} />}
      <NoteSteps steps={note.steps} />
      <NoteLinks note={note} role={me.role} talk={talk} />
      <NoteActions note={note} segment={segment} />
      <NoteTalk note={note} thread={thread} talk={talk} drafts={commentsOf(screen).drafts} />
    </article>
  )
}

function Quote({ side, note, segment }: { side: Side; note: RowDiscrepancy; segment: SegmentRow }) {
  const t = useTexts()
  const quote = note[`${side}Quote`]
  if (quote === '') {
    return (
      <p className="mt-2 text-ink-faint text-xs">
        {t(`common.${side}`)}: {t('discrepancy.notMarked')}
      </p>
    )
  }
  const gone = isGone(segment[side], note, side)
  return (
    <blockquote className="mt-2 border-line-strong border-l-2 pl-2.5">
      <p lang={LANG[side]} className={cx('document-text', gone && 'line-through decoration-1')}>
        {quote}
      </p>
      {gone && <p className="text-warn text-xs">{t('review.words-gone')}</p>}
    </blockquote>
  )
}

function Decided({ note }: { note: RowDiscrepancy }) {
  const t = useTexts()
  const { decision, state, steps } = note
  if (!decision) return null
  const last = (act: string) => steps.findLast((step) => step.act === act)
  const taken = last(state === 'proposed' ? 'propose' : 'decide')
  const verified = state === 'verified' || state === 'published' ? last('verify') : undefined
  return (
    <div className={cx('mt-2 rounded-sm px-2.5 py-2', state === 'proposed' ? 'bg-info-soft' : 'bg-ok-soft')}>
      <p className="font-semibold">
        {state === 'proposed' && `${t('discrepancy.proposedHead')}: `}
        {t(`discrepancy.decision.${decision}`)}
      </p>
      {note.legalEffect && <p>{t(`discrepancy.legalEffect.${note.legalEffect}`)}</p>}
      {note.decisionNote !== '' && <p className="mt-1 whitespace-pre-wrap break-words">{note.decisionNote}</p>}
      {taken && (
        <p className="mt-1 text-ink-soft text-xs">
          <Name of={taken.by} /> · <Time at={taken.at} />
        </p>
      )}
      {state === 'decided' && decision.startsWith('mend') && !note.mended && (
        <p className="mt-1 font-medium text-warn text-xs">{t('discrepancy.waitsForMending')}</p>
      )}
      {verified && (
        <p className="mt-1 text-ink-soft text-xs">
          {t('discrepancy.verifiedBy', { name: verified.by })} · <Time at={verified.at} />
        </p>
      )}
    </div>
  )
}
