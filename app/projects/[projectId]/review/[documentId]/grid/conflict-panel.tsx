'use client'
/**
 * Two people changed one text. Base, theirs and mine side by side; what does not overlap is joined and marked, where both
 * wrote there is a choice, and nobody's words vanish.
 */
import { GitMerge } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type Choice, leftOut, type MergePart, mergedText, mergeParts } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import { MergeChoice } from '../live/merge-choice'
import { takeTheirs } from '../state/acts'
import { actOf, ariaKeys, keysOf } from '../state/keys'
import { saveMerge } from '../state/save'
import type { DraftState, LiveDraft } from '../state/screen'
import { discardDraft } from '../state/typed'
import { useScreen } from '../state/use-screen'
import { LANG } from './lang'
import { TrackedText } from './marked-text'
import { CELL } from './roles'

type Conflict = Extract<DraftState, { is: 'conflict' }>

export function ConflictPanel({ draft, state }: { draft: LiveDraft; state: Conflict }) {
  const t = useTexts()
  const screen = useScreen()
  const { base, text: mine, side } = draft
  const { theirs } = state
  const parts = useMemo(() => mergeParts(base, mine, theirs, side), [base, mine, theirs, side])
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map())
  const [seen, setSeen] = useState(parts)
  // Written by hand it stays as written; until then it follows the choices.
  const [written, setWritten] = useState<string | null>(null)
  // Typed on in the cell above, or saved by the other once more: other places, other choices.
  if (seen !== parts) {
    setSeen(parts)
    setChoices(new Map())
  }
  const panel = useFocusWhenOpened()
  const result = written ?? mergedText(parts, choices, side)
  const open = parts.filter(({ is }) => is === 'choice').length - choices.size
  const save = () => {
    if (result === null) screen.tell(t('live.conflict-undecided'), { hint: true })
    else void saveMerge(screen, draft, result)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event) || actOf(event.nativeEvent) !== 'save') return
    event.preventDefault()
    event.stopPropagation()
    save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is spread
    <div
      {...CELL}
      ref={panel}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="review-below col-span-full bg-danger-soft px-4 py-3 text-sm"
    >
      <div role="alert" className="flex items-start gap-2">
        <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        <p>
          <strong className="font-semibold">{t('review.conflict')}</strong> {t('review.conflict-body')}
        </p>
      </div>
      <div className="mt-3 grid gap-3 md:grid-cols-3">
        <Version title={t('review.conflict-base')} side={side}>
          {base}
        </Version>
        <Version title={t('review.conflict-theirs')} side={side}>
          <TrackedText base={base} text={theirs} side={side} />
        </Version>
        <Version title={t('review.conflict-mine')} side={side}>
          <TrackedText base={base} text={mine} side={side} />
        </Version>
      </div>
      {written === null ? (
        <Proposal parts={parts} side={side} choices={choices} open={open} onChoose={setChoices} />
      ) : (
        <ByHand parts={parts} side={side} text={written} onWrite={setWritten} />
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          look="primary"
          size="small"
          aria-disabled={result === null || undefined}
          className="aria-disabled:opacity-60"
          aria-keyshortcuts={ariaKeys('save')}
          title={keysOf('save').join('+')}
          onClick={save}
        >
          {t('review.conflict-save')}
        </Button>
        {written === null ? (
          <Button size="small" onClick={() => setWritten(mergedText(parts, choices, side, 'both') ?? mine)}>
            {t('live.conflict-write-self')}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => setWritten(null)}>
              {t('live.conflict-write-again')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setWritten(mine)}>
              {t('review.conflict-use-mine')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setWritten(theirs)}>
              {t('review.conflict-use-theirs')}
            </Button>
          </>
        )}
        <Button
          size="small"
          look="quiet"
          onClick={() => (mine === base ? discardDraft(screen, draft) : takeTheirs(screen, draft.segmentId, side))}
        >
          {t('review.conflict-leave')}
        </Button>
        {open > 0 && written === null && (
          <p className="text-ink-soft text-xs">{t('live.conflict-keys', { keys: keysOf('save').join('+') })}</p>
        )}
      </div>
    </div>
  )
}

type ProposalProps = {
  parts: MergePart[]
  side: Side
  choices: ReadonlyMap<number, Choice>
  open: number
  onChoose(choices: ReadonlyMap<number, Choice>): void
}

/** The text that will be saved, its joined changes marked by whose they are, its open places as choices. */
function Proposal({ parts, side, choices, open, onChoose }: ProposalProps) {
  const t = useTexts()
  const id = useId()
  const count = parts.filter(({ is }) => is === 'choice').length
  let number = -1
  let at = 0
  return (
    <section aria-labelledby={id} className="mt-3">
      <h3 id={id} className="font-semibold">
        {t('live.conflict-result')}
      </h3>
      <p aria-live="polite" className="text-ink-soft">
        {count === 0 ? t('live.conflict-clean') : t('live.conflict-choices', { open })}{' '}
        {count > 0 && open > 0 && t('live.conflict-hint')}
      </p>
      <div
        lang={LANG[side]}
        className="document-text mt-1 whitespace-pre-wrap rounded-md border border-line-strong bg-surface px-3 py-2"
      >
        {parts.map((part) => {
          const key = at
          at += part.is === 'same' ? part.text.length : part.before.length + 1
          if (part.is === 'same') return <span key={key}>{part.text}</span>
          if (part.is !== 'choice') return <Joined key={key} part={part} />
          number++
          const own = number
          return (
            <MergeChoice
              key={key}
              part={part}
              side={side}
              name={t('live.conflict-place', { number: own + 1, count })}
              chosen={choices.get(own)}
              onChoose={(choice) => onChoose(new Map(choices).set(own, choice))}
            />
          )
        })}
      </div>
    </section>
  )
}

function Joined({ part }: { part: Extract<MergePart, { after: string }> }) {
  const t = useTexts()
  if (part.is === 'alike') return part.after
  const title = t(part.is === 'mine' ? 'live.conflict-mine-merged' : 'live.conflict-theirs-merged')
  if (part.after.trim() === '') {
    return (
      <>
        <del className="merge-joined" data-whose={part.is} title={title}>
          {part.before.trim()}
        </del>
        {part.after}
      </>
    )
  }
  return (
    <ins className="merge-joined" data-whose={part.is} title={title}>
      {part.after}
    </ins>
  )
}

type ByHandProps = { parts: MergePart[]; side: Side; text: string; onWrite(text: string): void }

function ByHand({ parts, side, text, onWrite }: ByHandProps) {
  const t = useTexts()
  const missing = leftOut(parts, text)
  return (
    <>
      <label className="mt-3 block">
        <span className="font-semibold">{t('live.conflict-written')}</span>
        <textarea
          lang={LANG[side]}
          spellCheck={side === 'en'}
          value={text}
          onChange={(event) => onWrite(event.target.value)}
          rows={3}
          className="document-text mt-1 block field-sizing-content w-full rounded-md border border-line-strong bg-surface px-3 py-2"
        />
      </label>
      <p aria-live="polite" className="mt-1 text-ink-soft">
        {missing.length > 0 && t('live.conflict-left-out', { words: missing.map((words) => `“${words}”`).join(', ') })}
      </p>
    </>
  )
}

/** Opened by a button that is gone with it, it takes the focus; opened by saving it leaves the person in their text. */
function useFocusWhenOpened() {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
    // Below the last row in view nobody would see what stopped their saving.
    if (panel.current?.closest('[data-current]')) panel.current.scrollIntoView({ block: 'nearest' })
  }, [])
  return panel
}

function Version({ title, side, children }: { title: string; side: Side; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-md border border-line bg-surface px-3 py-2">
      <h3 className="mb-1 text-ink-soft text-xs">{title}</h3>
      <p lang={LANG[side]} className="document-text">
        {children}
      </p>
    </section>
  )
}
