'use client'
/** One note: the exact words, what is wrong with them, what was decided, and what can be done about it. */
import { useEffect, useRef, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { can } from '@/lib/auth/roles'
import type { Side } from '@/lib/bitext/text'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { reopen } from '../actions'
import { LANG } from '../grid/text-cell'
import { attempt } from '../state/acts'
import { reloadRows } from '../state/load'
import { isGone } from '../state/marks'
import { useScreen } from '../state/use-screen'
import { AmendForm } from './amend-form'
import { DecideForm } from './decide-form'

const TONES = { neutral: 'info', minor: 'warn', major: 'danger', critical: 'danger' } as const

type CardProps = { note: RowDiscrepancy; segment: SegmentRow; opened: boolean; focused: boolean }

export function DiscrepancyCard({ note, segment, opened, focused }: CardProps) {
  const t = useTexts()
  const screen = useScreen()
  const card = useRef<HTMLElement>(null)
  const [form, setForm] = useState<'decide' | 'amend' | null>(null)
  const { role } = screen.review.me
  useEffect(() => {
    if (!opened) return
    card.current?.scrollIntoView({ block: 'nearest' })
    if (focused) card.current?.focus({ preventScroll: true })
  }, [opened, focused])
  const reopenNote = async () => {
    const input = { projectId: screen.projectId, discrepancyId: note.id, seenVersion: note.version }
    if (await attempt(screen, () => reopen(input))) screen.tell(t('discrepancy.reopened', { number: note.number }))
    await reloadRows(screen, [segment.id])
  }
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
        <Badge tone={note.state === 'open' ? 'plain' : 'ok'}>{t(`discrepancy.state.${note.state}`)}</Badge>
      </header>
      <Quote side="zh" note={note} segment={segment} />
      <Quote side="en" note={note} segment={segment} />
      {note.note !== '' && <p className="mt-2 whitespace-pre-wrap break-words">{note.note}</p>}
      <p className="mt-2 text-ink-faint text-xs">
        {t('review.raised-by', { name: note.raisedBy })} <Time at={note.raisedAt} />
      </p>
      {note.decision && <Decided note={note} />}
      {form === 'decide' && <DecideForm note={note} segment={segment} onClose={() => setForm(null)} />}
      {form === 'amend' && <AmendForm note={note} segment={segment} onClose={() => setForm(null)} />}
      {form === null && (
        <footer className="mt-2.5 flex flex-wrap gap-1.5">
          {note.state === 'open' && can(role, 'discrepancy.decide') && (
            <Button
              size="small"
              onClick={() => setForm('decide')}
              aria-label={t('discrepancy.decideLabel', { number: note.number })}
            >
              {t('discrepancy.decide')}
            </Button>
          )}
          {note.state === 'open' && can(role, 'discrepancy.raise') && (
            <Button
              size="small"
              look="quiet"
              onClick={() => setForm('amend')}
              aria-label={t('review.amend-name', { number: note.number })}
            >
              {t('review.amend')}
            </Button>
          )}
          {note.state === 'decided' && can(role, 'discrepancy.decide') && (
            <Button
              size="small"
              look="quiet"
              onClick={() => void reopenNote()}
              aria-label={t('discrepancy.reopenLabel', { number: note.number })}
            >
              {t('discrepancy.reopen')}
            </Button>
          )}
        </footer>
      )}
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
  if (!note.decision) return null
  return (
    <div className="mt-2 rounded-sm bg-ok-soft px-2.5 py-2">
      <p className="font-semibold">{t(`discrepancy.decision.${note.decision}`)}</p>
      {note.legalEffect && <p>{t(`discrepancy.legalEffect.${note.legalEffect}`)}</p>}
      {note.decisionNote !== '' && <p className="mt-1 whitespace-pre-wrap break-words">{note.decisionNote}</p>}
      {note.decidedBy && note.decidedAt && (
        <p className="mt-1 text-ink-soft text-xs">
          {note.decidedBy} · <Time at={note.decidedAt} />
        </p>
      )}
    </div>
  )
}
