import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type ExportedDocument, toErrata } from '@/lib/bitext/interchange'
import { discrepancy, sample } from './documents'
import { elementsOf, textOf } from './html-tree'

const decidedAt = new Date('2026-11-22T08:00:00Z')
const mended = (number: number, given: object) =>
  discrepancy(number, { state: 'decided', decision: 'mend-translation', decidedAt, decidedBy: 'Wang Yi', ...given })

const document: ExportedDocument = {
  ...sample,
  discrepancies: [
    ...sample.discrepancies,
    mended(4, { row: 5, legalEffect: 'formal', was: 'Morning', is: 'Good morning', note: 'As said.' }),
    mended(5, { row: 2, legalEffect: 'formal', was: '11月', is: '十一月', zh: { from: 5, to: 8, quote: '11月' } }),
    mended(6, { row: 8, was: '', is: 'a & <b>', type: 'omission' }),
    // None of these is an erratum.
    mended(7, { was: 'same', is: 'same' }),
    mended(8, { was: null, is: null }),
    discrepancy(9, { was: 'reopened', is: 'changed' }),
  ],
}

const cellsOf = (language: 'en' | 'zh', given = document) =>
  elementsOf(parse(toErrata(given, { format: 'html', language })))
    .filter(({ tagName }) => tagName === 'h2' || tagName === 'tr')
    .map((element) => (element.tagName === 'h2' ? textOf(element) : elementsOf(element).filter(isCell).map(textOf)))

const isCell = ({ tagName }: { tagName: string }) => tagName === 'td' || tagName === 'th'

describe('toErrata', () => {
  it('lists what was mended, what changes the meaning first, then by row', () => {
    const heads = ['No.', 'Place', 'Text', 'Was', 'Is', 'Decided on', 'Reason']
    expect(cellsOf('en')).toEqual([
      'Corrections that change the meaning',
      heads,
      [
        '1',
        'Row 6 · Zhang Ming',
        'English',
        '698,000',
        '689,000',
        '2026-11-21',
        'NumberFigures were checked with the office.',
      ],
      'Corrections of form',
      heads,
      ['5', 'Row 2', 'Chinese', '11月', '十一月', '2026-11-22', 'Number'],
      ['4', 'Row 5 · Zhang Ming', 'English', 'Morning', 'Good morning', '2026-11-22', 'NumberAs said.'],
      'Other corrections',
      heads,
      ['6', 'Row 8 · Morning Post', 'English', '(nothing)', 'a & <b>', '2026-11-22', 'Omission'],
    ])
  })

  it('says it in Chinese', () => {
    expect(cellsOf('zh').slice(0, 3)).toEqual([
      '改变含义的更正',
      ['序号', '位置', '文本', '原为', '更正为', '决定日期', '理由'],
      ['1', '第6行 · 张明', '英文', '698,000', '689,000', '2026-11-21', '数字Figures were checked with the office.'],
    ])
  })

  it.each([
    ['en', 'No errata'],
    ['zh', '无勘误'],
  ] as const)('says in %s when there is none', (language, none) => {
    const empty = { ...sample, discrepancies: sample.discrepancies.slice(1) }
    expect(cellsOf(language, empty)).toEqual([])
    expect(toErrata(empty, { format: 'html', language })).toContain(none)
    const json = JSON.parse(toErrata(empty, { format: 'json', language }))
    expect(json).toMatchObject({ format: 'duizhao-errata', groups: [] })
  })

  it('gives the same as JSON', () => {
    const { groups } = JSON.parse(toErrata(document, { format: 'json', language: 'en' }))
    expect(groups.map((group: { errata: { number: number }[] }) => group.errata.map(({ number }) => number))).toEqual([
      [1],
      [5, 4],
      [6],
    ])
    expect(groups[0].errata[0]).toEqual({
      number: 1,
      row: 6,
      speakerZh: '张明',
      speakerEn: 'Zhang Ming',
      type: 'number',
      side: 'en',
      was: '698,000',
      is: '689,000',
      decidedAt: '2026-11-21T08:00:00.000Z',
      decidedBy: 'Wang Yi',
      reason: 'Figures were checked with the office.',
    })
  })
})
