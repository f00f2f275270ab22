'use client'
/** Suggestions on a row: what somebody would rather read, shown as tracked changes of what stands there now. */
import { Lightbulb } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { can } from '@/lib/auth/roles'
import { mergeTexts } from '@/lib/bitext/diff'
import type { RowSuggestion, SegmentRow } from '@/lib/segment/queries'
import { keysOf } from '../state/keys'
import { governs } from '../state/rights'
import { discardDraft, joinSuggestion, noteSuggestion, saveDraft } from '../state/save'
import type { LiveDraft } from '../state/screen'
import { acceptHere, rejectHere, withdrawHere } from '../state/suggest'
import { useScreen } from '../state/use-screen'
import { TrackedText } from './marked-text'
import { Below } from './notice'
import { LANG } from './text-cell'

export function SuggestionNotice({ segment, suggestion }: { segment: SegmentRow; suggestion: RowSuggestion }) {
  const t = useTexts()
  const { side, base, text, note, by, at } = suggestion
  const now = segment[side]
  const merge = useMemo(() => mergeTexts(base, text, now, side), [base, text, now, side])
  const moved = now !== base
  const shown = merge.clean ? { base: now, text: merge.text } : { base, text }
  return (
    <Below look="bg-info-soft" label={t('tracked.suggestion-by', { name: by })}>
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <strong className="font-semibold">{t('tracked.suggestion-by', { name: by })}</strong>{' '}
          {t('tracked.suggestion-of', { side: t(`common.${side}`) })}{' '}
          <span className="text-ink-soft">
            <Time at={at} />
          </span>
        </p>
        <p lang={LANG[side]} className="document-text mt-1">
          <TrackedText base={shown.base} text={shown.text} side={side} />
        </p>
        {note !== '' && <p className="mt-1 whitespace-pre-wrap">{note}</p>}
        {moved && (
          <p className="mt-1 text-ink-soft">
            {t(merge.clean ? 'tracked.suggestion-moved' : 'tracked.suggestion-overlaps')}
          </p>
        )}
      </div>
      <SuggestionActs segment={segment} suggestion={suggestion} merged={merge.clean ? merge.text : null} />
    </Below>
  )
}

type ActsProps = { segment: SegmentRow; suggestion: RowSuggestion; merged: string | null }

function SuggestionActs({ segment, suggestion, merged }: ActsProps) {
  const t = useTexts()
  const screen = useScreen()
  const [rejecting, setRejecting] = useState(false)
  const { role, memberId } = screen.review.me
  const guarded = segment.locked || governs(screen.review, suggestion.side)
  const mayAccept = can(role, 'suggestion.settle') && (!guarded || can(role, 'segment.correct'))
  if (rejecting) {
    return <Rejecting segment={segment} suggestionId={suggestion.id} onClose={() => setRejecting(false)} />
  }
  return (
    <div className="flex flex-wrap gap-2">
      {mayAccept && segment.status === 'released' && (
        <span className="text-ink-soft">{t('tracked.suggestion-released')}</span>
      )}
      {mayAccept && segment.status !== 'released' && merged !== null && (
        <Button size="small" onClick={() => void acceptHere(screen, segment, suggestion, merged)}>
          {t('tracked.suggestion-accept')}
        </Button>
      )}
      {mayAccept && segment.status !== 'released' && merged === null && (
        <Button size="small" onClick={() => joinSuggestion(screen, segment, suggestion)}>
          {t('tracked.suggestion-join')}
        </Button>
      )}
      {can(role, 'suggestion.settle') && suggestion.byId !== memberId && (
        <Button size="small" look="quiet" onClick={() => setRejecting(true)}>
          {t('tracked.suggestion-reject')}
        </Button>
      )}
      {suggestion.byId === memberId && (
        <Button size="small" look="quiet" onClick={() => void withdrawHere(screen, segment, suggestion.id)}>
          {t('tracked.suggestion-withdraw')}
        </Button>
      )}
    </div>
  )
}

function Rejecting({
  segment,
  suggestionId,
  onClose,
}: {
  segment: SegmentRow
  suggestionId: string
  onClose: () => void
}) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <form
      className="flex w-full flex-wrap items-end gap-2 sm:w-auto"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') void rejectHere(screen, segment, suggestionId, reason)
      }}
      onKeyDown={(event) => event.key === 'Escape' && !isInputMethods(event) && onClose()}
    >
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="mb-1 block font-medium">
          {t('tracked.suggestion-reason')}
        </label>
        <Input id={id} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} className="h-8" />
      </div>
      <Button size="small" type="submit" disabled={reason.trim() === ''}>
        {t('tracked.suggestion-reject-do')}
      </Button>
      <Button size="small" look="quiet" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}

/** Beneath a row in which a suggestion is being written: what it changes, why, and the way to send it. */
export function SuggestingNotice({ draft }: { draft: LiveDraft }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const { side, segmentId } = draft
  const saving = draft.state.is === 'saving'
  const send = () => void saveDraft(screen, segmentId, side)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isInputMethods(event)) return
    event.preventDefault()
    send()
  }
  return (
    <Below look="bg-info-soft" label={t('tracked.suggest-title')}>
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{t('tracked.suggest-title')}</p>
        <p lang={LANG[side]} className="document-text mt-1">
          <TrackedText base={draft.base} text={draft.text} side={side} />
        </p>
        <label htmlFor={id} className="mt-2 block text-ink-soft">
          {t('tracked.suggest-note')}
        </label>
        <Input
          id={id}
          value={draft.suggestion?.note ?? ''}
          maxLength={2_000}
          onChange={(event) => noteSuggestion(screen, draft, event.target.value)}
          onKeyDown={onKeyDown}
          className="mt-1 h-8 max-w-xl"
        />
      </div>
      <div className="flex gap-2">
        <Button size="small" look="primary" disabled={saving} onClick={send} title={keysOf('save').join('+')}>
          {t('tracked.suggest-send')}
        </Button>
        <Button size="small" look="quiet" disabled={saving} onClick={() => discardDraft(screen, draft)}>
          {t('tracked.suggest-discard')}
        </Button>
      </div>
    </Below>
  )
}
