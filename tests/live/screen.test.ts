/** What the screen makes of what it is told: newer rows in, older ones out, drafts untouched, people where they stand. */
import { describe, expect, test, vi } from 'vitest'
import { colourOf, initialsOf } from '@/app/projects/[projectId]/review/[documentId]/live/avatar'
import { hear, isHere, isNews } from '@/app/projects/[projectId]/review/[documentId]/state/live'
import { followCaret } from '@/app/projects/[projectId]/review/[documentId]/state/live-caret'
import { openOutline, statusAt } from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import { editorOf } from '@/app/projects/[projectId]/review/[documentId]/state/live-presence'
import { takeRows } from '@/app/projects/[projectId]/review/[documentId]/state/load'
import { lockOf, mayCorrect } from '@/app/projects/[projectId]/review/[documentId]/state/rights'
import { openScreen, type Screen, sideKey } from '@/app/projects/[projectId]/review/[documentId]/state/screen'
import { showConflict, typeDraft } from '@/app/projects/[projectId]/review/[documentId]/state/typed'
import type { Change, LiveMessage, Person } from '@/lib/live/message'
import type { Review, SegmentRow } from '@/lib/segment/queries'

const ROW: SegmentRow = {
  id: 1,
  kind: 'point',
  label: false,
  turn: null,
  speakerZh: '',
  speakerEn: '',
  zhParagraph: null,
  enParagraph: null,
  zh: '一',
  en: 'one',
  zhVersion: 1,
  enVersion: 1,
  confidence: 0.5,
  moved: false,
  confirmed: false,
  status: 'draft',
  stale: false,
  locked: false,
  edited: false,
  zhTail: '',
  enTail: '',
  comments: { open: 0, all: 0, stamp: 0, marks: [] },
  suggestions: [],
  discrepancies: [],
}

const REVIEW = {
  document: { id: 'd', title: '', governing: 'prevails-zh', sources: [{ side: 'zh' }, { side: 'en' }] },
  project: { id: 'p' },
  me: { memberId: 'me', role: 'translator' },
  members: [],
} as unknown as Review

function screenWith(rows: SegmentRow[]): Screen {
  const screen = openScreen(
    REVIEW,
    (key) => key,
    () => {},
    null,
  )
  const flags = [0, 0, 0]
  screen.outline.set(openOutline({ ids: [1, 2, 3], statuses: '000', flags, sections: [] } as never))
  takeRows(screen, rows)
  return screen
}

// The fields a hidden test DOM would have; the screen only asks which element has the focus.
vi.stubGlobal('document', { activeElement: null })
vi.stubGlobal('HTMLTextAreaElement', class {})

const told = (rows: SegmentRow[], by: Change['by'] = {}): LiveMessage => ({
  type: 'change',
  cursor: '1:1:',
  kinds: ['text', 'row'],
  ids: rows.map(({ id }) => id),
  rows,
  by,
})

describe('a change that is told', () => {
  test('replaces the row that is here, marks it fresh and says who changed it', () => {
    const screen = screenWith([ROW])
    hear(screen, told([{ ...ROW, en: 'uno', enVersion: 2 }], { 1: { memberId: 'other', name: 'Mark' } }))
    expect(screen.rows.get(1)).toMatchObject({ en: 'uno', enVersion: 2 })
    expect(screen.live.fresh.get(1)).toBeTypeOf('number')
    expect(screen.live.changedBy.get('1/en')).toBe('Mark')
    expect(screen.live.said.get()).toBe('live.said-changed')
  })

  test('of a row that is not here changes the outline and keeps nothing', () => {
    const screen = screenWith([ROW])
    hear(screen, told([{ ...ROW, id: 2, status: 'revised' }]))
    expect(screen.rows.get(2)).toBeUndefined()
    expect(statusAt(screen.outline.get()!, 1)).toBe('revised')
  })

  test('of one’s own does not flash', () => {
    const screen = screenWith([ROW])
    hear(screen, told([{ ...ROW, en: 'uno', enVersion: 2 }], { 1: { memberId: 'me', name: 'Me' } }))
    expect(screen.live.fresh.get(1)).toBeUndefined()
  })

  test('leaves the words being typed; the draft knows what it began from, and both are shown when asked for', () => {
    const screen = screenWith([ROW])
    typeDraft(screen, ROW, 'en', 'one mine')
    hear(screen, told([{ ...ROW, en: 'one theirs', enVersion: 2 }], { 1: { memberId: 'other', name: 'Mark' } }))
    const draft = screen.drafts.get(sideKey(1, 'en'))
    expect(draft).toMatchObject({ text: 'one mine', base: 'one', baseVersion: 1, state: { is: 'typing' } })
    showConflict(screen, screen.rows.get(1)!, 'en')
    expect(screen.drafts.get(sideKey(1, 'en'))?.state).toEqual({ is: 'conflict', version: 2, theirs: 'one theirs' })
  })

  test.each<[string, Partial<SegmentRow>, boolean]>([
    ['an older text', { enVersion: 1, en: 'one' }, false],
    ['an older text of the other side', { zhVersion: 0, enVersion: 3 }, false],
    ['the same', {}, false],
    ['a status', { status: 'revised' }, true],
    ['a newer text', { enVersion: 3, en: 'tres' }, true],
  ])('%s', (_, after, news) => {
    const before = { ...ROW, enVersion: 2, en: 'dos' }
    expect(isNews(before, { ...before, ...after })).toBe(news)
  })
})

describe('people', () => {
  const person = (one: Partial<Person>): Person => ({
    tab: 't',
    memberId: 'other',
    name: 'Mark',
    segmentId: null,
    side: null,
    editing: false,
    ...one,
  })

  test('are shown once each, where they type, and without myself', () => {
    const screen = screenWith([ROW])
    const people = [
      person({ tab: '1', segmentId: 2 }),
      person({ tab: '2', segmentId: 1, side: 'en', editing: true }),
      person({ tab: '3', memberId: 'me', segmentId: 1 }),
    ]
    hear(screen, { type: 'people', people })
    expect(screen.live.people.get().map(({ tab }) => tab)).toEqual(['2'])
    expect(screen.live.at.get(1)?.map(({ tab }) => tab)).toEqual(['2'])
    expect(editorOf(screen, 1, 'en')?.name).toBe('Mark')
    expect(editorOf(screen, 1, 'zh')).toBeUndefined()
    hear(screen, { type: 'people', people: [] })
    expect(screen.live.at.get(1)).toBeUndefined()
  })

  test.each([
    ['Mark Ellis', 'ME'],
    ['周静', '静'],
    ['Madonna', 'M'],
    ['ana maria price', 'AP'],
    ['Lin 林悦', '悦'],
    ['', '?'],
  ])('%j is %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('keep their colour', () => {
    expect(colourOf('a-member')).toBe(colourOf('a-member'))
    expect(colourOf('a-member')).toBeLessThan(8)
  })
})

test.each([
  ['one two', 'one and two', 2, 2],
  ['one two', 'one and two', 7, 11],
  ['one two', 'three', 7, 5],
  ['same', 'same', 3, 3],
  ['abc', '', 3, 0],
])('%j becomes %j: a caret at %i goes to %i', (before, after, caret, to) => {
  expect(followCaret(before, after, caret)).toBe(to)
})

describe('another role', () => {
  test('counts at once, for every rule of the screen, and leaves what was typed', () => {
    const screen = screenWith([ROW])
    typeDraft(screen, ROW, 'en', 'one and a half')
    const seen: string[] = []
    screen.role.subscribe(() => seen.push(screen.review.me.role))
    expect(lockOf(screen.review, ROW, 'en')).toBe(null)
    hear(screen, { type: 'role', role: 'observer' })
    expect(seen).toEqual(['observer'])
    expect(lockOf(screen.review, ROW, 'en')).toBe('role')
    expect(screen.drafts.get(sideKey(1, 'en'))?.text).toBe('one and a half')
    hear(screen, { type: 'role', role: 'manager' })
    expect(mayCorrect(screen.review, ROW)).toBe(true)
  })
})

describe('a change of rows needs no outline', () => {
  const rows = [1, 2, 3].map((id) => ({ ...ROW, id }))
  const told = (change: Partial<Change>): Change => ({
    kinds: ['structure', 'text'],
    ids: [1],
    by: {},
    rows: [],
    ...change,
  })
  test.each<[string, Change, boolean]>([
    ['that are here as they were told', told({ ids: [1, 2], rows: rows.slice(0, 2) }), true],
    ['that are here newer than they were told', told({ rows: [{ ...ROW, zhVersion: 0 }] }), true],
    ['of which one is gone here as well', told({ ids: [1, 9], rows: [ROW] }), true],
    ['but one that was told otherwise', told({ rows: [{ ...ROW, zh: '二', zhVersion: 2 }] }), false],
    ['but one that is new', told({ ids: [1, 9], rows: [ROW, { ...ROW, id: 9 }] }), false],
    ['but one that is gone', told({ ids: [1, 2], rows: [ROW] }), false],
    ['but many', told({ ids: null }), false],
    ['but rows that could not be read', told({}), false],
    ['but one of assignments', told({ kinds: ['assignment'], rows: [ROW] }), false],
  ])('%s', (_, change, here) => {
    expect(isHere(screenWith(rows), change)).toBe(here)
  })
})
