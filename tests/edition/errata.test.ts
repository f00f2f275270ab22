import { describe, expect, test } from 'vitest'
import type { ExportedDiscrepancy } from '../../lib/bitext/interchange'
import { errataBetween, errataSheet } from '../../lib/edition/errata-sheet'
import { edition, type Row, settled } from './documents'

const ZH = '今年查处案件68.9万起，增长近三成。'
const EN = 'It handled 68,900 cases this year, up by 30%.'
const RIGHT = 'It handled 689,000 cases this year, up by 30%.'

type Marks = Parameters<typeof settled>[2]

/** The erratum of a note on the second row, which said EN in the older edition. */
function errata(after: Row, marks: Marks, more: Partial<ExportedDiscrepancy> = {}, governing = 'prevails-zh') {
  const rule = { governing: governing as 'prevails-zh' }
  const newer = edition([['1', '各位好。', 'Good morning.'], after], rule)
  const discrepancies = [settled(newer, 2, marks, more)]
  const older = edition(
    [
      ['1', '各位好。', 'Good morning.'],
      ['2', ZH, EN],
    ],
    rule,
  )
  return errataBetween(older, { ...newer, discrepancies })
}

const told = (found: ReturnType<typeof errata>) => found.map(({ side, was, is, number }) => [side, was, is, number])

describe('a decided note between two editions', () => {
  test.each([
    ['the marked words', RIGHT, { en: '689,000' }, '68,900', '689,000'],
    ['words put in right before them', EN.replace('by 30', 'by nearly 30'), { en: '30%' }, '30%', 'nearly 30%'],
    [
      'marked words that are gone',
      EN.replace(' this year', ''),
      { en: 'this year' },
      'cases this year, up',
      'cases, up',
    ],
    [
      'more than the marked words',
      'There were 689,000 cases this year, up by 30%.',
      { en: '689,000' },
      'It handled 68,900',
      'There were 689,000',
    ],
  ])('%s', (_, en, marks, was, is) => {
    expect(told(errata(['2', ZH, en], marks))).toEqual([['en', was, is, 1]])
  })

  test('with nothing marked on the mended side: what of the row is not as it was, with the words beside it', () => {
    const en = EN.replace('by 30', 'by nearly 30')
    expect(told(errata(['2', ZH, en], { zh: '近' }, { type: 'omission' }))).toEqual([
      ['en', 'by 30', 'by nearly 30', 1],
    ])
  })

  test('rows that were merged since: nothing but the words', () => {
    const rows: Row[] = [
      ['1', '各位好。', 'Good morning.'],
      ['2', ZH, EN],
    ]
    const one = edition([['1', `各位好。${ZH}`, `Good morning. ${RIGHT}`]])
    const found = errataBetween(edition(rows), { ...one, discrepancies: [settled(one, 1, { en: '689,000' })] })
    expect(found).toMatchObject([{ row: 1, rowBefore: 1, was: '68,900', is: '689,000' }])
  })

  test.each([
    ['the words are as they were', EN, { en: '68,900' }, {}],
    ['something else was changed', EN.replace('this year', 'in 2026'), { en: '68,900' }, {}],
    ['it is not decided', RIGHT, { en: '689,000' }, { state: 'proposed' }],
    ['both were to stay', RIGHT, { en: '689,000' }, { decision: 'keep-both' }],
    ['the words were never published', RIGHT, { en: '6.89 million' }, {}],
  ])('none where %s', (_, en, marks, more) => {
    expect(errata(['2', ZH, en], marks, more)).toEqual([])
  })

  test('none for a row that is new', () => {
    const newer = edition([
      ['1', '各位好。', 'Good morning.'],
      ['2', ZH, RIGHT],
    ])
    const discrepancies = [settled(newer, 2, { en: '689,000' })]
    expect(
      errataBetween(edition([['1', '各位好。', 'Good morning.']]), { ...newer, discrepancies }).filter(
        ({ number }) => number,
      ),
    ).toEqual([])
  })
})

describe('corrections of the governing text', () => {
  const corrected: Row = ['2', ZH.replace('近三成', '三成'), EN]

  test('are told as such, with the note that asked the issuer', () => {
    const found = errata(corrected, { zh: '近三成' }, { decision: 'query-issuer' })
    expect(found).toMatchObject([{ side: 'zh', governs: true, number: 1 }])
    expect(found[0]!.was).toContain('近三成')
  })

  test('are told without any note; those of the translation are not', () => {
    expect(errata(corrected, { en: '68,900' })).toMatchObject([
      { side: 'zh', governs: true, number: null, type: null, was: '增长近三成', is: '增长三成' },
    ])
    expect(errata(['2', ZH, RIGHT], { zh: '近三成' }, { state: 'open' })).toEqual([])
  })

  test('where both texts are equally authentic, neither governs', () => {
    const found = errata(corrected, { zh: '三成' }, { decision: 'mend-either' }, 'equally-authentic')
    expect(found).toMatchObject([{ side: 'zh', governs: false, number: 1 }])
  })
})

test('an erratum says where: row, turn and speaker, and the row it was before', () => {
  const more = { turn: 2, speakerZh: '张明', speakerEn: 'Zhang Ming' }
  const older = edition([['2', ZH, EN, more]])
  const newer = edition([
    ['1', '各位好。', 'Good morning.', { label: true }],
    ['2', ZH, RIGHT, more],
  ])
  const found = errataBetween(older, { ...newer, discrepancies: [settled(newer, 2, { en: '689,000' })] })
  expect(found.filter(({ number }) => number)).toMatchObject([
    { row: 2, rowBefore: 1, turn: 3, speakerZh: '张明', speakerEn: 'Zhang Ming', reason: 'As decided.' },
  ])
})

test('the first edition has nothing to correct', () => {
  const document = edition([['2', ZH, RIGHT]])
  const given = { ...document, discrepancies: [settled(document, 1, { en: '689,000' })] }
  expect(errataSheet({ edition: null, number: 1, document: given, previous: null })).toMatchObject({
    previous: null,
    errata: [],
  })
})
