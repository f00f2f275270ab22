import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cutAtMarks,
  isGone,
  notesOver,
  placeMark,
  placeQuote,
  trimSelection,
  wordsInSaved,
} from '@/app/projects/[projectId]/review/[documentId]/state/marks'
import type { RowDiscrepancy } from '@/lib/segment/queries'

const NOTE: RowDiscrepancy = {
  id: 'note',
  number: 1,
  type: 'number',
  severity: 'major',
  state: 'open',
  zhFrom: null,
  zhTo: null,
  zhQuote: '',
  enFrom: 0,
  enTo: 3,
  enQuote: 'one',
  note: '',
  decision: null,
  decisionNote: '',
  legalEffect: null,
  raisedBy: '',
  raisedById: '',
  raisedAt: '',
  decidedBy: null,
  decidedAt: null,
  mended: false,
  proposedById: null,
  steps: [],
  links: [],
  comments: 0,
  version: 1,
}

describe('where a quotation stands', () => {
  test.each<[string, string, string, number | null, [number, number] | null]>([
    ['where it was', 'one two one', 'one', 8, [8, 11]],
    ['moved', 'and one two', 'one', 0, [4, 7]],
    ['the nearest of several', 'one x one y one', 'one', 7, [6, 9]],
    ['without a place: the first', '一二一二', '二', null, [1, 2]],
    ['gone', 'two', 'one', 0, null],
    ['an empty quotation stands nowhere', 'one', '', 0, null],
  ])('%s', (_, text, quote, from, span) => {
    expect(placeQuote(text, quote, from)).toEqual(span && { from: span[0], to: span[1] })
  })

  test('the server’s span holds even where the words were replaced', () => {
    expect(placeMark('two and', NOTE, 'en')).toEqual({ from: 0, to: 3 })
  })

  test('a note whose span was lost is found by its quotation, or is gone', () => {
    const lost = { ...NOTE, enFrom: null, enTo: null }
    expect(placeMark('now one', lost, 'en')).toEqual({ from: 4, to: 7 })
    expect(isGone('nothing', lost, 'en')).toBe(true)
    expect(isGone('nothing', lost, 'zh')).toBe(false)
  })
})

describe('words marked in a draft', () => {
  test.each<[string, string, string, [number, number], string | null]>([
    ['saved and shown are the same', 'one two', 'one two', [4, 7], 'two'],
    ['white space at the ends is not meant', 'one two', 'one two', [3, 7], 'two'],
    ['only white space', 'one two', 'one two', [3, 4], null],
    ['the draft has words before them', 'one two', 'now one two', [8, 11], 'two'],
    ['the words are only in the draft', 'one two', 'one three', [4, 9], null],
  ])('%s', (_, saved, shown, [from, to], quote) => {
    const words = wordsInSaved(saved, shown, { from, to, side: 'en' })
    expect(words?.quote ?? null).toBe(quote)
    if (words) expect(saved.slice(words.from, words.to)).toBe(quote)
  })
})

test('a trimmed selection has no white space at its ends', () => {
  expect(trimSelection('　一 二 ', { from: 0, to: 5 })).toEqual({ from: 1, to: 4 })
})

test('pieces join to the text and carry exactly the marks that cover them', () => {
  const cases = fc
    .string({ maxLength: 40 })
    .chain((text) =>
      fc.tuple(fc.constant(text), fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 6 })),
    )
  fc.assert(
    fc.property(cases, ([text, spans]) => {
      const marks = spans.map(([a, b], of) => ({ from: Math.min(a, b), to: Math.max(a, b), of }))
      const pieces = cutAtMarks(text, marks)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const mark of marks) {
        const covered = pieces.filter((piece) => piece.marks.includes(mark.of)).map((piece) => piece.text)
        expect(covered.join('')).toBe(text.slice(mark.from, mark.to))
      }
    }),
  )
})

test('notes lie over the same words while others are typed before, among and over them', () => {
  const saved = 'All five ferries sail.'
  const note = { ...NOTE, enFrom: 9, enTo: 16, enQuote: 'ferries' }
  const over = (text: string) => {
    const [moved] = notesOver({ saved, text, side: 'en' }, [note])
    const span = placeMark(text, moved!, 'en')
    return span && text.slice(span.from, span.to)
  }
  expect(over(saved)).toBe('ferries')
  expect(over('Well, all five ferries sail.')).toBe('ferries')
  expect(over('All five old ferries sail.')).toBe('ferries')
  expect(over('All five boats sail.')).toBe('boats')
  expect(over('All five.')).toBeNull()
})
