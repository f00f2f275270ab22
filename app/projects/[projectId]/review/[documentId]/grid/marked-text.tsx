'use client'
/**
 * A text with everything that is said of its words: discrepancies underlined (the line's kind says how grave, its colour
 * repeats it), tracked changes struck through and underlined in the colour of who made them, numbers with their partners.
 */
import { memo, type ReactNode, useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Translate } from '@/app/_ui/texts/translate'
import { diffSentences, numberChanges, type TrackedChange } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import { isUndecided } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy } from '@/lib/segment/queries'
import './tracked.css'
import { cutAtChanges, cutAtMarks, type Highlight, type Mark, placeMark } from '../state/marks'

type Said = RowDiscrepancy | Highlight

type Marked = {
  text: string
  side: Side
  notes: readonly RowDiscrepancy[]
  highlights?: readonly Mark<Highlight>[]
  /** Without: the marks are only to be seen (behind a field being typed in). */
  onOpen?: (id: string) => void
  /** Marks can be reached by Tab only in the row a person works on, or Tab would lead through the whole document. */
  reachable?: boolean
}

const NONE: readonly Mark<Highlight>[] = []

function marksOf(text: string, side: Side, notes: readonly RowDiscrepancy[]): Mark<Said>[] {
  return notes.flatMap((note) => {
    const span = placeMark(text, note, side)
    return span ? [{ ...span, of: note }] : []
  })
}

/** Of several notes on one word the gravest open one gives the look. */
function gravest(notes: readonly RowDiscrepancy[]): RowDiscrepancy | undefined {
  const order = ['neutral', 'minor', 'major', 'critical']
  const worth = (note: RowDiscrepancy) => (isUndecided(note.state) ? 10 : 0) + order.indexOf(note.severity)
  return [...notes].sort((a, b) => worth(b) - worth(a))[0]
}

export const MarkedText = memo(function MarkedText(props: Marked) {
  const { text, side, notes, highlights = NONE, onOpen, reachable } = props
  const pieces = useMemo(
    () => cutAtMarks<Said>(text, [...marksOf(text, side, notes), ...highlights]),
    [text, side, notes, highlights],
  )
  return pieces.map(({ from, text: words, marks }, at) => (
    <Words key={from} words={words} said={marks} after={pieces[at + 1]?.marks} onOpen={onOpen} reachable={reachable} />
  ))
})

/** `after`: what is said of the words that follow, for a highlight that goes on is told once, at its end. */
type WordsProps = { words: string; said: readonly Said[]; after?: readonly Said[] } & Pick<
  Marked,
  'onOpen' | 'reachable'
>

function Words({ words, said, after, onOpen, reachable }: WordsProps) {
  const notes = said.filter((one): one is RowDiscrepancy => 'severity' in one)
  const highlight = said.find((one): one is Highlight => 'layer' in one)
  const marked =
    notes.length === 0 ? words : <MarkedWords words={words} notes={notes} onOpen={onOpen} reachable={reachable} />
  if (!highlight) return typeof marked === 'string' ? <span>{marked}</span> : marked
  return (
    <span
      className={`highlight highlight-${highlight.layer}`}
      data-pair={highlight.pair ?? '?'}
      data-continues={after?.includes(highlight) || undefined}
      title={highlight.name}
    >
      {marked}
    </span>
  )
}

function MarkedWords({
  words,
  notes,
  onOpen,
  reachable,
}: { words: string; notes: readonly RowDiscrepancy[] } & Pick<Marked, 'onOpen' | 'reachable'>) {
  const t = useTexts()
  const note = gravest(notes)
  if (!note) return words
  const look = `marked marked-${note.severity}${isUndecided(note.state) ? '' : ' marked-decided'}`
  if (!onOpen) return <span className={look}>{words}</span>
  const name = t('review.mark-name', {
    words,
    number: note.number,
    type: t(`discrepancy.type.${note.type}`),
    severity: t(`discrepancy.severity.${note.severity}`),
    state: t(`discrepancy.state.${note.state}`),
  })
  return (
    <WordButton name={name} look={look} reachable={reachable} onPress={() => onOpen(note.id)}>
      {words}
    </WordButton>
  )
}

type WordButtonProps = { name: string; look: string; reachable?: boolean; onPress: () => void; children: ReactNode }

function WordButton({ name, look, reachable, onPress, children }: WordButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot break over lines as words of a text do
    <span
      role="button"
      tabIndex={reachable ? 0 : -1}
      aria-label={name}
      title={name}
      className={look}
      onClick={(event) => {
        if (document.getSelection()?.isCollapsed === false) return
        event.stopPropagation()
        onPress()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        onPress()
      }}
    >
      {children}
    </span>
  )
}

export type Authors = {
  nameOf: (memberId: string | null) => string
  colourOf: (memberId: string | null) => number
}

type TrackedProps = Marked & {
  changes: readonly TrackedChange[]
  authors: Authors
  /** The change a person is at. */
  current: number | null
  onChoose?: (change: number) => void
}

/** The text with its changes in it; the deleted words count nowhere but to the eye. */
export const TrackedChanges = memo(function TrackedChanges(props: TrackedProps) {
  const { text, side, notes, changes, highlights = NONE, authors, current, onChoose, onOpen, reachable } = props
  const t = useTexts()
  const pieces = useMemo(
    () => cutAtChanges<Said>(text, changes, [...marksOf(text, side, notes), ...highlights]),
    [text, side, notes, changes, highlights],
  )
  return pieces.map(({ key, text: words, marks, change }, at) => {
    const after = pieces[at + 1]?.marks
    const shown = <Words key={key} words={words} said={marks} after={after} onOpen={onOpen} reachable={reachable} />
    if (!change) return shown
    const Tag = change.op === 'delete' ? 'del' : 'ins'
    const name = sayChange(t, change, authors.nameOf(change.by))
    return (
      <Tag
        key={key}
        title={name}
        data-deleted={change.op === 'delete' || undefined}
        data-author={authors.colourOf(change.by)}
        data-moved={change.moved}
        data-chosen={(current !== null && current === change.change) || undefined}
        className={change.op === 'delete' ? 'deleted' : 'inserted'}
      >
        {onChoose && marks.length === 0 ? (
          <WordButton
            name={name}
            look="cursor-pointer"
            reachable={reachable}
            onPress={() => onChoose(change.change ?? 0)}
          >
            {words}
          </WordButton>
        ) : (
          shown
        )}
      </Tag>
    )
  })
})

export function sayChange(t: Translate, { op, moved, text: words }: TrackedChange, name: string): string {
  if (moved) return t(`tracked.moved-${moved}`, { name, words })
  return t(op === 'delete' ? 'tracked.deleted' : 'tracked.inserted', { name, words })
}

/** The changes from `base` to `text`: deletions struck through, insertions underlined, sentences that moved framed in both places. */
export const TrackedText = memo(function TrackedText({ base, text, side }: { base: string; text: string; side: Side }) {
  const t = useTexts()
  const differences = useMemo(() => {
    const pieces = diffSentences(base, text, side).map((piece) => ({ ...piece, by: null }))
    return numberChanges(pieces, side)
  }, [base, text, side])
  let at = 0
  return differences.map(({ op, text: words, moved }) => {
    const told = moved && {
      'data-moved': moved,
      title: t(moved === 'from' ? 'tracked.moved-away' : 'tracked.moved-here'),
    }
    const key = `${at}${op}`
    at += words.length
    if (op === 'delete') {
      return (
        <del key={key} data-deleted className="deleted" {...told}>
          {words}
        </del>
      )
    }
    if (op === 'insert') {
      return (
        <ins key={key} className="inserted" {...told}>
          {words}
        </ins>
      )
    }
    return <span key={key}>{words}</span>
  })
})
