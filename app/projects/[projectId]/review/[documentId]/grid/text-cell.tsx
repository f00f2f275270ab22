'use client'
/** One side of a row: its words with their marks or changes, or the field they are edited in, at the same place. */
import { Lock, PencilLine } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef } from 'react'
import { IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { baseText } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { switchSide } from '../state/acts'
import { useCellAt, useCellPart } from '../state/cell'
import { askCorrection } from '../state/correct'
import { ariaKeys } from '../state/keys'
import { type Highlight, type Mark, notesOver } from '../state/marks'
import { enterCell, extendRange, goTo, goToEnd, step, stepView } from '../state/move'
import { type Locked, lockOf, mayCorrect } from '../state/rights'
import { sideKey } from '../state/screen'
import { offsetAtPoint } from '../state/selected-words'
import { isSuggesting, lockNow } from '../state/suggest'
import { changesOf, colourOf, wantChanges } from '../state/tracking'
import { useFocusHere } from '../state/use-focus-here'
import { useScreen } from '../state/use-screen'
import { CellField } from './cell-field'
import { LANG } from './lang'
import { type Authors, MarkedText, TrackedChanges } from './marked-text'
import { textCellOf } from './roles'

type TextCellProps = { segment: SegmentRow; row: number; side: Side; current: boolean }

export const TextCell = memo(function TextCell({ segment, row, side, current }: TextCellProps) {
  const t = useTexts()
  const screen = useScreen()
  const cell = useRef<HTMLDivElement>(null)
  const here = useCellPart(screen.place, (place) => place.row === row && place.side === side)
  const editing = useCellPart(screen.place, (place) => place.row === row && place.side === side && place.editing)
  const draft = useCellAt(screen.drafts, sideKey(segment.id, side))
  // Read anew when the person begins to suggest or stops.
  useCellPart(screen.settings, (settings) => settings.suggesting)
  const lock = lockNow(screen, segment, side)
  const suggesting = isSuggesting(screen, lockOf(screen.review, segment, side))
  const text = draft?.text ?? segment[side]
  const body = useRef<HTMLDivElement>(null)
  useFocusHere(here && !editing, cell)

  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) return extendRange(screen, row)
    // While a note is being written, a click into the text is the start of marking words.
    if (document.getSelection()?.isCollapsed === false || screen.raising.get()) return
    screen.range.set(null)
    if (lock) return goTo(screen, row, { side, editing: false })
    const caret = body.current ? offsetAtPoint(body.current, event.clientX, event.clientY) : null
    enterCell(screen, row, side, caret)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is spread
    <div
      {...textCellOf(lock !== null)}
      ref={cell}
      tabIndex={here && !editing ? 0 : -1}
      className={`review-cell side-${side}`}
      data-side={side}
      data-locked={lock ? '' : undefined}
      data-editing={editing || undefined}
      data-suggesting={(editing && suggesting) || undefined}
      onClick={editing ? undefined : onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onFocus={() => !here && screen.place.set({ row, side, editing: false, caret: null })}
      onKeyDown={(event) => !editing && event.target === event.currentTarget && onCellKey(event)}
    >
      <div
        ref={body}
        lang={LANG[side]}
        className="document-text review-body"
        data-segment={editing ? undefined : segment.id}
        data-side={side}
        data-behind={editing || undefined}
        aria-hidden={editing || undefined}
      >
        <CellText segment={segment} side={side} text={text} editing={editing} reachable={current && !editing} />
        {/* Keeps the height of a last empty line. */}
        {editing && '\u200b'}
      </div>
      {editing && <CellField segment={segment} side={side} text={text} lock={lock} suggesting={suggesting} />}
      {text === '' && !editing && (
        <span className="pointer-events-none absolute top-(--cell-y) left-(--cell-x) text-ink-faint text-sm italic">
          {t(side === 'zh' ? 'review.no-zh' : 'review.no-en')}
        </span>
      )}
      {lock && lock !== 'role' && current && <LockSign segment={segment} lock={lock} />}
      {editing && <TypedChanges segment={segment} text={text} side={side} />}
    </div>
  )

  function onCellKey(event: KeyboardEvent) {
    if (isInputMethods(event) || event.metaKey || event.altKey || event.shiftKey) return
    const done = event.ctrlKey ? documentKey(event.key) : cellKey(event.key)
    if (done) event.preventDefault()
  }

  function cellKey(key: string): boolean {
    if (key === 'Enter' || key === 'F2') enterCell(screen, row, side, screen.place.get().caret)
    else if (key === 'ArrowDown') step(screen, 1)
    else if (key === 'ArrowUp') step(screen, -1)
    else if (key === (side === 'zh' ? 'ArrowRight' : 'ArrowLeft')) switchSide(screen)
    else if (key === 'PageDown') stepView(screen, 1)
    else if (key === 'PageUp') stepView(screen, -1)
    else if (key === 'Escape') screen.range.set(null)
    else return false
    return true
  }

  function documentKey(key: string): boolean {
    if (key === 'Home') goToEnd(screen, -1)
    else if (key === 'End') goToEnd(screen, 1)
    else return false
    return true
  }
})

type CellTextProps = { segment: SegmentRow; side: Side; text: string; editing: boolean; reachable: boolean }

/** Names and colours of those who changed a text. */
export function useAuthors(people: Record<string, string> | undefined): Authors {
  const t = useTexts()
  const screen = useScreen()
  return useMemo(() => {
    const { members } = screen.review
    return {
      nameOf: (id) => people?.[id ?? ''] ?? members.find((member) => member.id === id)?.name ?? t('tracked.someone'),
      colourOf: (id) => colourOf(members, id ?? ''),
    }
  }, [t, screen, people])
}

const NONE: readonly Mark<Highlight>[] = []

/** Only while they speak of the text that is shown: of another one their places would be wrong. */
function useHighlights(segment: SegmentRow, side: Side, text: string): readonly Mark<Highlight>[] {
  const screen = useScreen()
  return useCellPart(screen.highlights, (now) =>
    now?.segmentId === segment.id && now.texts[side] === text ? now.found[side] : NONE,
  )
}

function useChanges(segment: SegmentRow, side: Side, text: string) {
  const screen = useScreen()
  const tracking = useCellPart(screen.settings, ({ base }) => base !== null)
  const tracked = useCellAt(screen.bases, sideKey(segment.id, side))
  const saved = segment[side]
  const me = screen.review.me.memberId
  const current = tracked?.version === segment[`${side}Version`] ? tracked : undefined
  // A text that was changed and whose changes are still on their way is shown plain.
  const missing = tracking && current === undefined && segment[`${side}Version`] > 1
  useEffect(() => {
    if (missing) wantChanges(screen, segment.id)
  }, [screen, segment.id, missing])
  const ready = tracking && (current !== undefined || segment[`${side}Version`] === 1)
  const changes = useMemo(
    () => (ready ? changesOf(current, saved, text, { side, me }) : null),
    [ready, current, saved, text, side, me],
  )
  return { changes, people: current?.people }
}

function CellText({ segment, side, text, editing, reachable }: CellTextProps) {
  const screen = useScreen()
  const { changes, people } = useChanges(segment, side, text)
  const authors = useAuthors(people)
  const highlights = useHighlights(segment, side, text)
  const view = useCellPart(screen.settings, ({ trackedView }) => trackedView)
  const chosen = useCellPart(screen.change, (change) =>
    change?.segmentId === segment.id && change.side === side ? change.number : null,
  )
  const goHere = () => {
    const row = screen.outline.get()?.rowOf.get(segment.id)
    if (row !== undefined) screen.place.set({ row, side, editing: false, caret: null })
  }
  const onOpen = (id: string) => {
    goHere()
    screen.opened.set({ id, focus: true })
    screen.settings.set({ ...screen.settings.get(), inspector: true, tab: 'discrepancies' })
  }
  const onChoose = (number: number) => {
    goHere()
    screen.change.set({ segmentId: segment.id, side, number })
  }
  const { [side]: saved, discrepancies } = segment
  const notes = useMemo(() => notesOver({ saved, text, side }, discrepancies), [saved, text, side, discrepancies])
  const marked = {
    text,
    side,
    notes,
    highlights,
    reachable,
    onOpen: editing ? undefined : onOpen,
  }
  if (!changes || editing || view === 'final') return <MarkedText {...marked} />
  // Words of the original have no place in the text as it is: none can be selected in it.
  if (view === 'original') return <span data-deleted>{baseText(changes)}</span>
  return <TrackedChanges {...marked} changes={changes} authors={authors} current={chosen} onChoose={onChoose} />
}

/** Says why the text is locked; for a manager it is the way to correct a governing text. */
function LockSign({ segment, lock }: { segment: SegmentRow; lock: Exclude<Locked, null> }) {
  const t = useTexts()
  const screen = useScreen()
  const why = t(`review.lock-${lock}`)
  if (lock === 'governs' && mayCorrect(screen.review, segment)) {
    return (
      <IconButton
        size="small"
        label={t('review.act-correct')}
        aria-description={why}
        aria-keyshortcuts={ariaKeys('correct')}
        className="absolute top-0.5 right-0.5"
        onClick={(event) => {
          event.stopPropagation()
          askCorrection(screen, segment)
        }}
      >
        <PencilLine aria-hidden />
      </IconButton>
    )
  }
  return (
    <span title={why} className="absolute top-1 right-1 text-ink-faint">
      <Lock aria-hidden className="size-3" />
      <span className="sr-only">{why}</span>
    </span>
  )
}

/** While tracked changes are shown, the text being edited is shown with its changes beneath the field. */
function TypedChanges({ segment, text, side }: { segment: SegmentRow; text: string; side: Side }) {
  const { changes, people } = useChanges(segment, side, text)
  const authors = useAuthors(people)
  if (!changes?.some(({ change }) => change !== null)) return null
  return (
    <div
      lang={LANG[side]}
      className="document-text review-body mt-2 border-line border-t border-dashed pt-2"
      aria-hidden
    >
      <TrackedChanges text={text} side={side} notes={[]} changes={changes} authors={authors} current={null} />
    </div>
  )
}
