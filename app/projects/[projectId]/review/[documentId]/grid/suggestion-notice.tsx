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
import { useCellPart } from '../state/cell'
import { type Act, ariaKeys, keysOf } from '../state/keys'
import { goTo } from '../state/move'
import { saveDraft } from '../state/save'
import type { LiveDraft } from '../state/screen'
import { acceptHere, rejectHere, withdrawHere } from '../state/suggest'
import { goOn, verdictOn } from '../state/suggestions'
import { discardDraft, joinSuggestion, noteSuggestion } from '../state/typed'
import { useScreen } from '../state/use-screen'
import { LANG } from './lang'
import { TrackedText } from './marked-text'
import { Below } from './notice'

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
      <SuggestionActs segment={segment} suggestion={suggestion} />
    </Below>
  )
}

function SuggestionActs({ segment, suggestion }: { segment: SegmentRow; suggestion: RowSuggestion }) {
  const t = useTexts()
  const screen = useScreen()
  const rejecting = useCellPart(screen.rejecting, (id) => id === suggestion.id)
  const { role, memberId } = screen.review.me
  const verdict = verdictOn(screen, segment, suggestion)
  // Keys mean the oldest suggestion of a row; only that one says so.
  const keys = (act: Act) =>
    segment.suggestions[0]?.id === suggestion.id
      ? { title: keysOf(act).join(' '), 'aria-keyshortcuts': ariaKeys(act) }
      : {}
  if (rejecting) return <Rejecting segment={segment} suggestionId={suggestion.id} />
  return (
    <div className="flex flex-wrap gap-2">
      {verdict.may === 'after-release' && <span className="text-ink-soft">{t('tracked.suggestion-released')}</span>}
      {verdict.may === 'accept' && (
        <Button
          size="small"
          onClick={() => void acceptHere(screen, segment, suggestion, verdict.text)}
          {...keys('accept-suggestion')}
        >
          {t('tracked.suggestion-accept')}
        </Button>
      )}
      {verdict.may === 'join' && (
        <Button size="small" onClick={() => joinSuggestion(screen, segment, suggestion)} {...keys('accept-suggestion')}>
          {t('tracked.suggestion-join')}
        </Button>
      )}
      {can(role, 'suggestion.settle') && suggestion.byId !== memberId && (
        <Button
          size="small"
          look="quiet"
          onClick={() => screen.rejecting.set(suggestion.id)}
          {...keys('reject-suggestion')}
        >
          {t('tracked.suggestion-reject')}
        </Button>
      )}
      {suggestion.byId === memberId && (
        <Button
          size="small"
          look="quiet"
          onClick={() => void withdrawHere(screen, segment, suggestion.id)}
          {...keys('reject-suggestion')}
        >
          {t('tracked.suggestion-withdraw')}
        </Button>
      )}
    </div>
  )
}

function Rejecting({ segment, suggestionId }: { segment: SegmentRow; suggestionId: string }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const [reason, setReason] = useState('')
  // The field goes: whoever wrote in it stands on their row again.
  const onClose = () => {
    screen.rejecting.set(null)
    goTo(screen, screen.place.get().row, { editing: false })
  }
  const submit = async () => {
    if (reason.trim() === '' || !(await rejectHere(screen, segment, suggestionId, reason))) return
    onClose()
    goOn(screen, segment.id)
  }
  return (
    <form
      className="flex w-full flex-wrap items-end gap-2 sm:w-auto"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
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
