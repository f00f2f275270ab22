import { describe, expect, test } from 'vitest'
import {
  hasFlag,
  openOutline,
  progressOf,
  questionOf,
  sectionAt,
  statusAt,
  waitsForMe,
  withRows,
} from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import { fitting } from '@/app/projects/[projectId]/review/[documentId]/state/type-ahead'
import { FLAGS } from '@/lib/segment/flags'
import type { SegmentRow } from '@/lib/segment/queries'
import { SEGMENT_STATUSES } from '@/lib/segment/rules'

const OUTLINE = openOutline({
  ids: [1, 2, 3, 4, 5],
  statuses: '12300',
  flags: [0, FLAGS.disputed, 0, FLAGS.locked, FLAGS.mine | FLAGS.doubtful],
  sections: [
    { row: 1, kind: 'question', turn: 0, zh: '问：', en: 'Q:' },
    { row: 2, kind: 'answer', turn: 1, zh: '答：', en: 'A:' },
    { row: 4, kind: 'moderator', turn: 2, zh: '主持人：', en: 'Chair:' },
  ],
})

const ROW: SegmentRow = {
  id: 5,
  kind: 'speech',
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

describe('the outline', () => {
  test.each([
    [0, -1],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [400, 2],
  ])('row %i is in section %i', (row, index) => {
    expect(sectionAt(OUTLINE.sections, row)).toBe(index)
  })

  test('an answer knows its question; a chair ends it', () => {
    expect(questionOf(OUTLINE.sections, 1)?.zh).toBe('问：')
    expect(questionOf(OUTLINE.sections, 0)).toBeNull()
    expect(questionOf(OUTLINE.sections, 2)).toBeNull()
  })

  test('what a second person approved counts as done; protected rows are not counted', () => {
    expect(progressOf(OUTLINE, 0, 5)).toEqual({ rows: 4, done: 2, open: 1, stale: 0 })
  })

  test('a loaded row brings it up to date and leaves what only the server knows', () => {
    expect(withRows(OUTLINE, [ROW])).toBe(OUTLINE)
    const after = withRows(OUTLINE, [{ ...ROW, status: 'reviewed', stale: true, confirmed: true, en: '' }])
    expect(statusAt(after, 4)).toBe('reviewed')
    for (const flag of [FLAGS.stale, FLAGS.confirmed, FLAGS.enEmpty, FLAGS.mine])
      expect(hasFlag(after, 4, flag)).toBe(true)
    expect(hasFlag(after, 4, FLAGS.doubtful)).toBe(false)
    expect(statusAt(OUTLINE, 4)).toBe('draft')
    expect(withRows(OUTLINE, [{ ...ROW, id: 99 }])).toBe(OUTLINE)
  })
})

describe('what waits for me', () => {
  test.each([
    ['translate', 'draft'],
    ['revise', 'translated'],
    ['review', 'revised'],
    ['final', 'reviewed'],
  ] as const)('given for the step %s: rows that are %s', (step, status) => {
    const rows = openOutline({
      ids: [1, 2, 3, 4, 5],
      statuses: '01234',
      flags: Array.from({ length: 5 }, () => FLAGS.mine | FLAGS[step]),
      sections: [],
    })
    expect(rows.ids.map((_, row) => row).filter((row) => waitsForMe(rows, row))).toEqual([
      SEGMENT_STATUSES.indexOf(status),
    ])
  })

  test('a protected row waits for nobody; a row given for two steps waits for each in its turn', () => {
    const both = FLAGS.mine | FLAGS.translate | FLAGS.revise
    const flags = [both | FLAGS.locked, both, both, both]
    const rows = openOutline({ ids: [1, 2, 3, 4], statuses: '0012', flags, sections: [] })
    expect([0, 1, 2, 3].map((row) => waitsForMe(rows, row))).toEqual([false, true, true, false])
  })
})

describe('type-ahead', () => {
  const names = ['Mistranslation', 'Number', 'Over-translation', 'Under-translation', 'Error in the governing text']
  test.each([
    ['nu', 'Number'],
    ['mi', 'Mistranslation'],
    ['ut', 'Under-translation'],
    ['ot', 'Over-translation'],
    ['gov', 'Error in the governing text'],
    ['NUM', 'Number'],
  ])('%s finds %s first', (typed, name) => {
    expect(fitting(names, typed, (one) => [one])[0]).toBe(name)
  })

  test('nothing typed shows all in their order, nonsense none', () => {
    expect(fitting(names, ' ', (one) => [one])).toEqual(names)
    expect(fitting(names, 'zzz', (one) => [one])).toEqual([])
  })
})
