import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEditions, countChanges } from '../../lib/edition/changes'
import { edition, type Row, settled } from './documents'

const ROWS: Row[] = [
  ['1', '各位好。', 'Good morning.'],
  ['2', '今年查处案件68.9万起。', 'It handled 68,900 cases this year.'],
  ['3', '增长近三成。', 'That is up by nearly 30%.'],
  ['4', '谢谢。', 'Thank you.'],
]

const without = (...ids: string[]) => ROWS.filter(([id]) => !ids.includes(id))
const passages = (before: Row[], after: Row[]) =>
  compareEditions(edition(before), edition(after)).text.map(({ row, rowBefore, side, was, is }) => [
    row,
    rowBefore,
    side,
    was,
    is,
  ])
const structure = (before: Row[], after: Row[]) =>
  compareEditions(edition(before), edition(after)).structure.map(({ kind, ...change }) =>
    'rows' in change ? [kind, change.rowsBefore, change.rows] : [kind],
  )

const merged: Row = [
  '2',
  '今年查处案件68.9万起。增长近三成。',
  'It handled 68,900 cases this year. That is up by nearly 30%.',
]

describe('text', () => {
  test('nothing, where nothing changed', () => {
    expect(countChanges(compareEditions(edition(ROWS), edition(ROWS)))).toBe(0)
  })

  test('the whole row with what stood in its place', () => {
    const after: Row[] = [
      ...ROWS.slice(0, 1),
      ['2', ROWS[1]![1], 'It handled 689,000 cases this year.'],
      ...ROWS.slice(2),
    ]
    expect(passages(ROWS, after)).toEqual([
      [2, 2, 'en', 'It handled 68,900 cases this year.', 'It handled 689,000 cases this year.'],
    ])
  })

  test('two rows one after the other, each rewritten, are told apart', () => {
    const after: Row[] = [ROWS[0]!, ['2', ROWS[1]![1], 'Cases: 689,000.'], ['3', ROWS[2]![1], 'Up a third.'], ROWS[3]!]
    expect(passages(ROWS, after)).toEqual([
      [2, 2, 'en', 'It handled 68,900 cases this year.', 'Cases: 689,000.'],
      [3, 3, 'en', 'That is up by nearly 30%.', 'Up a third.'],
    ])
  })

  test('a row that is gone, and one that came', () => {
    expect(passages(ROWS, without('3'))).toEqual([
      [null, 3, 'zh', '增长近三成。', ''],
      [null, 3, 'en', 'That is up by nearly 30%.', ''],
    ])
    expect(passages(without('3'), ROWS)).toEqual([
      [3, null, 'zh', '', '增长近三成。'],
      [3, null, 'en', '', 'That is up by nearly 30%.'],
    ])
  })

  test('the first and the last row', () => {
    expect(passages(ROWS, without('1')).map(([row, before, side]) => [row, before, side])).toEqual([
      [null, 1, 'zh'],
      [null, 1, 'en'],
    ])
    expect(passages(ROWS, without('4')).map(([row, before, side]) => [row, before, side])).toEqual([
      [null, 4, 'zh'],
      [null, 4, 'en'],
    ])
  })

  test('one side of a row that was emptied', () => {
    const after: Row[] = [...ROWS.slice(0, 2), ['3', '增长近三成。', ''], ROWS[3]!]
    expect(passages(ROWS, after)).toEqual([[3, 3, 'en', 'That is up by nearly 30%.', '']])
  })

  test('a word that was mended in rows that were merged as well', () => {
    const mended: Row = ['2', merged[1], merged[2].replace('68,900', '689,000')]
    expect(passages(ROWS, [ROWS[0]!, mended, ROWS[3]!])).toEqual([[2, 2, 'en', merged[2], mended[2]]])
  })

  test('a note that was decided gives its reason; what none speaks of has none', () => {
    const after = edition([
      ROWS[0]!,
      ['2', ROWS[1]![1], 'It handled 689,000 cases this year.'],
      ROWS[2]!,
      ['4', '谢谢。', 'Thanks.'],
    ])
    const { text } = compareEditions(edition(ROWS), { ...after, discrepancies: [settled(after, 2, { en: '689,000' })] })
    expect(text.map(({ row, notes }) => [row, notes])).toEqual([
      [2, [{ number: 1, reason: 'As decided.' }]],
      [4, []],
    ])
  })
})

describe('structure', () => {
  test('a merge, a split and a border that moved change no word', () => {
    const one = [ROWS[0]!, merged, ROWS[3]!]
    expect(passages(ROWS, one)).toEqual([])
    expect(structure(ROWS, one)).toEqual([['merged', [2, 3], [2]]])
    expect(passages(one, ROWS)).toEqual([])
    expect(structure(one, ROWS)).toEqual([['split', [2], [2, 3]]])
    const moved: Row[] = [
      ROWS[0]!,
      ['2', ROWS[1]![1], 'It handled 68,900 cases this year. That is up'],
      ['3', ROWS[2]![1], 'by nearly 30%.'],
      ROWS[3]!,
    ]
    expect(passages(ROWS, moved)).toEqual([])
    expect(structure(ROWS, moved)).toEqual([['realigned', [2, 3], [2, 3]]])
  })

  test('a line that names an outlet, missing', () => {
    const rows: Row[] = [
      ...ROWS,
      ['5', '晨报记者：', 'Morning Post:', { kind: 'question', label: true }],
      ['6', '何时？', 'When?'],
    ]
    const after = rows.filter(([id]) => id !== '5')
    expect(passages(rows, after)).toEqual([])
    expect(structure(rows, after)).toEqual([['line-removed', [5], []]])
    expect(structure(after, rows)).toEqual([['line-added', [], [5]]])
  })

  test('another speaker is told once a turn; another kind of block; the governing rule and the title', () => {
    const said = (speakerEn: string): Row[] => ROWS.map(([id, zh, en]) => [id, zh, en, { speakerEn }])
    expect(structure(said('Zhang'), said('Wang'))).toEqual([['speaker', [1, 2, 3, 4], [1, 2, 3, 4]]])
    const heading: Row[] = [['1', '各位好。', 'Good morning.', { kind: 'heading' }], ...ROWS.slice(1)]
    expect(structure(ROWS, heading)).toEqual([['block', [1], [1]]])
    const other = { governing: 'equally-authentic', title: 'Another' } as const
    expect(compareEditions(edition(ROWS), edition(ROWS, other)).structure).toMatchObject([
      { kind: 'title', is: 'Another' },
      { kind: 'governing', was: 'prevails-zh', is: 'equally-authentic' },
    ])
  })
})

test('furniture is told apart', () => {
  const rows: Row[] = [...ROWS, ['9', '', 'Share this', { kind: 'furniture' }]]
  const { text, structure, furniture } = compareEditions(edition(rows), edition(ROWS))
  expect([text, structure]).toEqual([[], []])
  expect(furniture).toMatchObject([{ row: null, rowBefore: 5, side: 'en', was: 'Share this', is: '' }])
})

test('law: rows cut otherwise say the same, and every word that is new or gone is told', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (said, a, b) => {
      const cut = (at: number): Row[] => {
        const middle = 1 + (at % (said.length - 1))
        return [
          ['1', '一', said.slice(0, middle).join(' ')],
          ['2', '二', said.slice(middle).join(' ')],
        ]
      }
      expect(passages(cut(a), cut(b))).toEqual([])
      const [first, second] = cut(b)
      const more: Row = ['2', '二', `${second![2]} five`]
      const told = passages(cut(a), [first!, more])
      expect(told.map(([, , , was, is]) => [String(was).includes('five'), String(is).includes('five')])).toEqual([
        [false, true],
      ])
    }),
    { numRuns: 60 },
  )
})
