import mammoth from 'mammoth'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { ERRATA_FORMATS, type ErrataSheet, type Erratum, errataAsJson, errataAsPage } from '@/lib/bitext/interchange'
import { elementsOf, textOf } from './html-tree'

const entry = (row: number, given: Partial<Erratum>): Erratum => ({
  number: row,
  row,
  rowBefore: row,
  turn: null,
  speakerZh: '',
  speakerEn: '',
  type: 'number',
  side: 'en',
  governs: false,
  was: '',
  is: '',
  decidedAt: new Date('2026-11-22T08:00:00Z'),
  decidedBy: 'Wang Yi',
  legalEffect: null,
  reason: '',
  ...given,
})

const sheet: ErrataSheet = {
  document: { id: 'doc-1', title: 'Briefing on harbour works <draft>', governing: 'prevails-zh' },
  edition: { number: 2, publishedAt: new Date('2026-11-30T10:00:00Z'), sha256: 'ab'.repeat(32) },
  number: 2,
  previous: { number: 1, publishedAt: new Date('2026-11-23T10:00:00Z'), sha256: 'cd'.repeat(32) },
  madeAt: new Date('2026-11-30T10:00:00Z'),
  errata: [
    entry(2, { legalEffect: 'formal', was: 'Morning', is: 'Good morning', reason: 'As said.' }),
    entry(6, {
      rowBefore: 7,
      turn: 3,
      speakerZh: '张明',
      speakerEn: 'Zhang Ming',
      legalEffect: 'changes-meaning',
      was: '698,000',
      is: '689,000',
      reason: 'Figures were checked with the office.',
    }),
    entry(7, { number: null, type: null, decidedAt: null, side: 'zh', governs: true, was: '近三成', is: '三成' }),
    entry(8, { type: 'omission', is: 'a & <b>' }),
  ],
}

const cellsOf = (language: 'en' | 'zh', given = sheet) =>
  elementsOf(parse(errataAsPage(given, language)))
    .filter(({ tagName }) => tagName === 'h2' || tagName === 'tr')
    .map((element) => (element.tagName === 'h2' ? textOf(element) : elementsOf(element).filter(isCell).map(textOf)))

const isCell = ({ tagName }: { tagName: string }) => tagName === 'td' || tagName === 'th'

describe('the errata sheet', () => {
  it('lists the governing text first, then what changes the meaning, then by row', () => {
    const heads = ['No.', 'Place', 'Text', 'Was', 'Is', 'Decided on', 'Reason']
    expect(cellsOf('en')).toEqual([
      'Corrections of the governing text',
      heads,
      ['–', 'Row 7', 'Chinese', '近三成', '三成', '', 'Without a discrepancy on record'],
      'Corrections that change the meaning',
      heads,
      [
        '6',
        'Row 6 (row 7 of edition 1) · turn 3 · Zhang Ming',
        'English',
        '698,000',
        '689,000',
        '2026-11-22',
        'NumberFigures were checked with the office.',
      ],
      'Corrections of form',
      heads,
      ['2', 'Row 2', 'English', 'Morning', 'Good morning', '2026-11-22', 'NumberAs said.'],
      'Other corrections',
      heads,
      ['8', 'Row 8', 'English', '(nothing)', 'a & <b>', '2026-11-22', 'Omission'],
    ])
  })

  it('says it in Chinese', () => {
    expect(cellsOf('zh').slice(3, 6)).toEqual([
      '改变含义的更正',
      ['序号', '位置', '文本', '原为', '更正为', '裁定日期', '理由'],
      [
        '6',
        '第6行（第1版第7行） · 第3轮发言 · 张明',
        '英文',
        '698,000',
        '689,000',
        '2026-11-22',
        '数字Figures were checked with the office.',
      ],
    ])
  })

  it.each(ERRATA_FORMATS)('$id names the edition, its day, its hash and the one it corrects', async ({ render }) => {
    for (const language of ['en', 'zh'] as const) {
      const rendered = await render(sheet, language)
      const text =
        typeof rendered === 'string'
          ? rendered
          : (await mammoth.extractRawText({ buffer: Buffer.from(rendered) })).value
      for (const fact of ['ab'.repeat(32), 'cd'.repeat(32), '2026-11-30', '689,000']) expect(text).toContain(fact)
    }
  })

  it.each([
    ['en', 'first edition', 'No errata', 'Preview'],
    ['zh', '首版', '无勘误', '预览'],
  ] as const)('says in %s when there is none, and why; and that a preview is one', (language, first, none, preview) => {
    const empty = { ...sheet, errata: [] }
    expect(cellsOf(language, empty)).toEqual([])
    expect(errataAsPage(empty, language)).toContain(none)
    expect(errataAsPage({ ...empty, number: 1, previous: null }, language)).toContain(first)
    expect(errataAsPage(sheet, language)).not.toContain(preview)
    expect(errataAsPage({ ...sheet, edition: null }, language)).toContain(preview)
  })

  it('gives the same as JSON', () => {
    const { groups, ...head } = JSON.parse(errataAsJson(sheet))
    expect(head).toMatchObject({
      format: 'duizhao-errata',
      version: 2,
      preview: false,
      number: 2,
      edition: { number: 2 },
    })
    expect(groups.map((group: { errata: { row: number }[] }) => group.errata.map(({ row }) => row))).toEqual([
      [7],
      [6],
      [2],
      [8],
    ])
    expect(groups[1].errata[0]).toMatchObject({ was: '698,000', is: '689,000', decidedAt: '2026-11-22T08:00:00.000Z' })
  })
})
