'use client'
/** A text with the words of its discrepancies underlined: the line's kind says how grave, its colour repeats it. */
import { memo, useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { diffText } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import type { RowDiscrepancy } from '@/lib/segment/queries'
import { cutAtMarks, type Mark, placeMark } from '../state/marks'

type Marked = {
  text: string
  side: Side
  notes: readonly RowDiscrepancy[]
  /** Without: the marks are only to be seen (behind a field being typed in). */
  onOpen?: (id: string) => void
  /** Marks can be reached by Tab only in the row a person works on, or Tab would lead through the whole document. */
  reachable?: boolean
}

function marksOf(text: string, side: Side, notes: readonly RowDiscrepancy[]): Mark<RowDiscrepancy>[] {
  return notes.flatMap((note) => {
    const span = placeMark(text, note, side)
    return span ? [{ ...span, of: note }] : []
  })
}

/** Of several notes on one word the gravest open one gives the look. */
function gravest(notes: readonly RowDiscrepancy[]): RowDiscrepancy | undefined {
  const order = ['neutral', 'minor', 'major', 'critical']
  const worth = (note: RowDiscrepancy) => (note.state === 'open' ? 10 : 0) + order.indexOf(note.severity)
  return [...notes].sort((a, b) => worth(b) - worth(a))[0]
}

export const MarkedText = memo(function MarkedText({ text, side, notes, onOpen, reachable }: Marked) {
  const pieces = useMemo(() => cutAtMarks(text, marksOf(text, side, notes)), [text, side, notes])
  return pieces.map(({ from, text: words, marks }) =>
    marks.length === 0 ? (
      <span key={from}>{words}</span>
    ) : (
      <MarkedWords key={from} words={words} notes={marks} onOpen={onOpen} reachable={reachable} />
    ),
  )
})

function MarkedWords({
  words,
  notes,
  onOpen,
  reachable,
}: { words: string; notes: readonly RowDiscrepancy[] } & Pick<Marked, 'onOpen' | 'reachable'>) {
  const t = useTexts()
  const note = gravest(notes)
  if (!note) return words
  const look = `marked marked-${note.severity}${note.state === 'decided' ? ' marked-decided' : ''}`
  if (!onOpen) return <span className={look}>{words}</span>
  const name = t('review.mark-name', {
    words,
    number: note.number,
    type: t(`discrepancy.type.${note.type}`),
    severity: t(`discrepancy.severity.${note.severity}`),
    state: t(`discrepancy.state.${note.state}`),
  })
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
        onOpen(note.id)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        onOpen(note.id)
      }}
    >
      {words}
    </span>
  )
}

/** The changes from `base` to `text`: deletions struck through, insertions underlined. */
export const TrackedText = memo(function TrackedText({ base, text, side }: { base: string; text: string; side: Side }) {
  const differences = useMemo(() => diffText(base, text, side), [base, text, side])
  let at = 0
  return differences.map(({ op, text: words }) => {
    const key = `${at}${op}`
    at += words.length
    if (op === 'delete') {
      return (
        <del key={key} data-deleted className="deleted">
          {words}
        </del>
      )
    }
    if (op === 'insert') {
      return (
        <ins key={key} className="inserted">
          {words}
        </ins>
      )
    }
    return <span key={key}>{words}</span>
  })
})
