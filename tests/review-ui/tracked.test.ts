import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  numberHighlights,
  type TermWish,
  termHighlights,
} from '@/app/projects/[projectId]/review/[documentId]/state/highlights'
import {
  fitting,
  type HistoryEntry,
  inOrder,
  peopleOf,
} from '@/app/projects/[projectId]/review/[documentId]/state/history'
import { cutAtChanges } from '@/app/projects/[projectId]/review/[documentId]/state/marks'
import { numberChanges, presentText, startTracking, trackSteps } from '@/lib/bitext/diff'
import { type Concept, indexTerms, type Term } from '@/lib/bitext/terms'
import type { History } from '@/lib/revision/queries'

const t = (key: string) => key

describe('numbers of both texts', () => {
  const shown = (zh: string, en: string) => {
    const { zh: left, en: right } = numberHighlights(zh, en, t)
    const say = (text: string) => (mark: { from: number; to: number; of: { layer: string; pair: string | null } }) =>
      `${text.slice(mark.from, mark.to)} ${mark.of.layer} ${mark.of.pair ?? '?'}`
    return [left.map(say(zh)), right.map(say(en))]
  }

  test('that say the same have the same sign, in whatever order they stand', () => {
    expect(shown('投入183.7亿元，检修68.9万次。', 'Inspected 689,000 times, at a cost of 18.37 billion yuan.')).toEqual(
      [
        ['183.7亿元 number 1', '68.9万次 number 2'],
        ['18.37 billion yuan number 1', '689,000 times number 2'],
      ],
    )
  })

  test('that differ, or have no partner, say so; what is never missed is left alone', () => {
    const [zh, en] = shown('惠及3.2万人，在10月24日前完成。', 'One of them will benefit 23,000 people.')
    expect(zh?.join()).toMatch(/number-(alone|differs)/)
    expect(zh?.join()).toContain('10月24日 number-alone ?')
    expect(en?.join()).not.toContain('One')
  })
})

describe('changes and marks in one text', () => {
  test('what is deleted stands among the rest and belongs to no place of the text', () => {
    const pieces = trackSteps(startTracking('one two three'), [{ after: 'one 2 three', by: 'a' }], 'en')
    const shown = cutAtChanges('one 2 three', numberChanges(pieces, 'en'), [{ from: 2, to: 7, of: 'mark' }])
    expect(shown.map(({ text, change, marks }) => [text, change?.op ?? '', marks.length])).toEqual([
      ['on', '', 0],
      ['e ', '', 1],
      ['two', 'delete', 0],
      ['2', 'insert', 1],
      [' t', '', 1],
      ['hree', '', 0],
    ])
  })

  test('the pieces that are not deleted join to the text, whatever is marked, and no key comes twice', () => {
    const word = fc.constantFrom('one', 'two', ' ', 'the', '。', '一', '😀')
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
    const cases = fc.record({
      base: text,
      steps: fc.array(fc.record({ by: fc.constantFrom('a', 'b'), after: text }), { maxLength: 3 }),
      spans: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(cases, ({ base, steps, spans }) => {
        const changes = numberChanges(trackSteps(startTracking(base), steps, 'en'), 'en')
        const now = presentText(changes)
        const marks = spans.map(([a, b], of) => ({ from: Math.min(a, b), to: Math.max(a, b), of }))
        const shown = cutAtChanges(now, changes, marks)
        expect(shown.flatMap((one) => (one.change?.op === 'delete' ? [] : one.text)).join('')).toBe(now)
        expect(new Set(shown.map(({ key }) => key)).size).toBe(shown.length)
      }),
    )
  })
})

describe('terms of both texts', () => {
  const concept = (id: string, zh: string, ...en: [string, Term['status']][]): Concept => ({
    id,
    definition: '',
    subject: '',
    terms: [
      { side: 'zh', text: zh, status: 'preferred', note: '', source: '' },
      ...en.map(([text, status]): Term => ({ side: 'en', text, status, note: '', source: '' })),
    ],
  })
  const index = indexTerms([
    concept('council', '委员会', ['committee', 'preferred'], ['board', 'admitted'], ['soviet', 'forbidden']),
    concept('pier', '码头', ['pier', 'preferred']),
  ])
  const nowhere = { governing: 'zh' as const, around: { zh: [], en: [] }, dismissed: new Set<string>() }
  const marks = (zh: string, en: string, more: Partial<TermWish> = {}) => {
    const found = termHighlights(index, { zh, en }, { ...nowhere, ...more }, (key: string) => key)
    const say = (side: 'zh' | 'en', text: string) =>
      found[side].map(({ from, to, of }) => `${text.slice(from, to)}=${of.layer}${of.pair ? `/${of.pair}` : ''}`)
    return [...say('zh', zh), ...say('en', en)]
  }

  test.each<[string, string, string, string[], Partial<TermWish>]>([
    ['partners, in any inflection', '委员会。', 'Two committees.', ['委员会=term/a', 'committees=term/a'], {}],
    ['an admitted form will do', '委员会。', 'The Board.', ['委员会=term/a', 'Board=term/a'], {}],
    ['none of its forms', '委员会。', 'The council.', ['委员会=term-alone'], {}],
    ['a forbidden form is none', '委员会。', 'The soviet.', ['委员会=term-alone', 'soviet=term-forbidden'], {}],
    ['one of two', '委员会和码头。', 'The piers.', ['委员会=term-alone', '码头=term/a', 'piers=term/a'], {}],
    ['the side that follows asks for nothing', '会。', 'The pier.', ['pier=term'], {}],
    ['but where neither governs', '会。', 'The pier.', ['pier=term-alone'], { governing: null }],
    ['nothing is missing in a text that is not there', '委员会。', '', ['委员会=term'], {}],
    ['it stands in the next row', '委员会。', 'It.', ['委员会=term'], { around: { zh: [], en: ['Committees.'] } }],
    ['somebody let it stand', '委员会。', 'It.', ['委员会=term'], { dismissed: new Set(['委员会']) }],
  ])('%s', (_, zh, en, expected, more) => {
    expect(marks(zh, en, more)).toEqual(expected)
  })
})

describe('the history of a row', () => {
  const revision = {
    id: 1,
    segmentId: 1,
    before: 'a',
    after: 'b',
    version: 2,
    kind: 'edit',
    author: null,
    authorId: null,
  } as const
  const history: History = {
    revisions: [
      {
        ...revision,
        id: 2,
        side: 'zh',
        by: 'Lin',
        byId: 'lin',
        kind: 'suggestion',
        author: 'Ana',
        authorId: 'ana',
        at: '3',
      },
      { ...revision, side: 'en', by: 'Mark', byId: 'mark', at: '1' },
    ],
    transitions: [
      {
        id: 1,
        from: 'translated',
        to: 'revised',
        demotion: false,
        verdict: null,
        reason: '',
        by: 'Mark',
        byId: 'mark-2',
        at: '2',
      },
    ],
    suggestions: [],
    acceptances: [{ id: 1, side: 'en', undo: false, by: 'Lin', byId: 'lin', at: '4' }],
  }
  const names = (entries: HistoryEntry[]) => entries.map(({ is, id }) => `${is}${id}`)

  test('is one list, newest first; whose words were taken over counts as well', () => {
    const all = inOrder(history)
    expect(names(all)).toEqual(['acceptance1', 'revision2', 'transition1', 'revision1'])
    // Two people of one name are two.
    expect(peopleOf(all).map(({ id }) => id)).toEqual(['ana', 'lin', 'mark-2', 'mark'])
    expect(names(fitting(all, { person: 'ana', side: null }))).toEqual(['revision2'])
    expect(names(fitting(all, { person: 'mark', side: null }))).toEqual(['revision1'])
    expect(names(fitting(all, { person: null, side: 'en' }))).toEqual(['acceptance1', 'transition1', 'revision1'])
  })
})
