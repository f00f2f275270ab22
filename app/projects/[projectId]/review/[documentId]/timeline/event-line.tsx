'use client'
/** One entry of the timeline: when, what, in which row, and the words it changed. */
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { STATUS_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Translate } from '@/app/_ui/texts/translate'
import { Time } from '@/app/_ui/time'
import type { DocumentEvent } from '@/lib/revision/list-events'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'
import { StatusMark } from '../grid/status-mark'
import { kindText } from '../state/history'
import { sayBatch } from '../state/many'
import { TakeBackButton } from './take-back-button'
import '../review.css'

type WorkDeed = Extract<DocumentEvent['detail'], { is: 'assignment' }>['did']

const WORK: Record<WorkDeed, TextKey> = {
  assign: 'tracked.did-assign',
  finish: 'tracked.did-finish-assignment',
  take: 'tracked.did-take',
  'hand-over': 'tracked.did-hand-over',
  decline: 'tracked.did-decline',
  return: 'tracked.did-return',
  withdraw: 'tracked.did-withdraw',
}

type EventProps = { event: DocumentEvent; projectId: string; review: string }

export function EventLine({ event, projectId, review }: EventProps) {
  const t = useTexts()
  const { detail, segmentId, row, lastRow, rows, at } = event
  const several = lastRow !== null && lastRow !== row
  return (
    <li tabIndex={-1} className="grid gap-x-4 py-1.5 pl-3 sm:grid-cols-[4rem_minmax(0,1fr)_8rem]">
      <span className="text-ink-faint text-sm tabular-nums">
        <Time at={at} show="time" />
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <What detail={detail} />
          {rows > 1 && <span className="text-ink-faint text-sm">{t('review.rows-found', { count: rows })}</span>}
        </p>
        <Changed detail={detail} />
        {detail.is === 'batch' && detail.mayUndo && (
          <TakeBackButton projectId={projectId} batchId={detail.batchId} act={sayBatch(t, detail)} />
        )}
      </div>
      <span className="text-sm sm:text-right">
        {segmentId !== null && row !== null && (
          <Link className="link" href={`${review}?segment=${segmentId}`}>
            {several ? t('tracked.timeline-rows', { from: row, to: lastRow }) : t('tracked.timeline-row', { row })}
          </Link>
        )}
        {detail.is === 'edition' && (
          <Link className="link" href={`${review}/editions/${detail.number}`}>
            {t('tracked.timeline-edition', { number: detail.number })}
          </Link>
        )}
      </span>
    </li>
  )
}

function What({ detail }: { detail: DocumentEvent['detail'] }) {
  const t = useTexts()
  if (detail.is !== 'status') return <span>{say(t, detail)}</span>
  if (detail.verdict === 'changed') return <span>{t('tracked.changed-against')}</span>
  if (detail.from === detail.to) return <span>{t('tracked.held-against')}</span>
  return (
    <span className="flex items-center gap-1.5">
      <StatusMark status={detail.from} />
      {t(STATUS_NAMES[detail.from])}
      <ArrowRight aria-label={t('review.becomes')} className="size-3.5" />
      <StatusMark status={detail.to} />
      {t(STATUS_NAMES[detail.to])}
    </span>
  )
}

function say(t: Translate, detail: Exclude<DocumentEvent['detail'], { is: 'status' }>): string {
  switch (detail.is) {
    case 'text': {
      const words = detail.author ? ` · ${t('tracked.words-of', { name: detail.author })}` : ''
      return `${t(kindText(detail.kind))} · ${t(`common.${detail.side}`)}${words}`
    }
    case 'discrepancy':
      if (detail.did === 'raise') return t('tracked.did-raise', { number: detail.number })
      return t('tracked.did-note', { act: t(`discrepancy.act.${detail.did}`), number: detail.number })
    case 'suggestion':
      return detail.did === 'suggest' ? t('tracked.did-suggest') : t(`tracked.did-${detail.did}-suggestion`)
    case 'acceptance':
      return t(detail.undo ? 'tracked.took-acceptance-back' : 'tracked.accepted-changes')
    case 'alignment':
      return t(detail.undone ? 'tracked.did-align-undone' : 'tracked.did-align')
    case 'assignment':
      if (detail.did === 'assign' && detail.to === null) return t('tracked.did-pool')
      return t(WORK[detail.did], { name: detail.to ?? '', from: detail.from ?? '' })
    case 'batch':
      return detail.undone ? `${sayBatch(t, detail)} (${t('find.batch-undone')})` : sayBatch(t, detail)
    case 'comment':
      return t(detail.did === 'resolve' ? 'tracked.did-resolve' : 'tracked.did-comment')
    case 'edition':
      return t('tracked.did-publish', { number: detail.number, changes: detail.changes })
  }
}

/** The words themselves, where there are any to show. */
function Changed({ detail }: { detail: DocumentEvent['detail'] }) {
  const t = useTexts()
  if (detail.is === 'text' && detail.before !== null && detail.after !== null) {
    return <Words side={detail.side} base={detail.before} text={detail.after} />
  }
  if (detail.is === 'suggestion') {
    return (
      <>
        {detail.did === 'suggest' && <Words side={detail.side} base={detail.base} text={detail.text} />}
        {detail.reason !== '' && <p className="text-ink-soft text-sm">{detail.reason}</p>}
      </>
    )
  }
  if (detail.is === 'discrepancy' && detail.reason !== '') {
    return <p className="whitespace-pre-wrap text-ink-soft text-sm">{detail.reason}</p>
  }
  if (detail.is === 'edition') {
    const said = [detail.note, detail.reason && t('review.override-said', { reason: detail.reason })].filter(Boolean)
    return said.length > 0 && <p className="whitespace-pre-wrap text-ink-soft text-sm">{said.join('\n')}</p>
  }
  if (detail.is === 'comment') return <p className="whitespace-pre-wrap text-ink-soft text-sm">{detail.body}</p>
  if (detail.is === 'status' && detail.reason !== '') {
    return <p className="text-ink-soft text-sm">{t('review.override-said', { reason: detail.reason })}</p>
  }
  return null
}

function Words({ side, base, text }: { side: 'zh' | 'en'; base: string; text: string }) {
  return (
    <p lang={LANG[side]} className="document-text line-clamp-4 text-base">
      <TrackedText base={base} text={text} side={side} />
    </p>
  )
}
