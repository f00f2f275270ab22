import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument, DOCUMENT_CHECKS } from '../../../lib/bitext/check'
import { DOCUMENT_CHECK_IDS } from '../../../lib/bitext/check/ids'
import { CHECKED_TOGETHER, ofLength } from '../../support/long-input'

type Row = [zh: string, en: string]

function findings(rows: Row[]): string[] {
  const segments = rows.map(([zh, en], index) => ({ id: `r${index + 1}`, zh, en }))
  return checkDocument(segments).map(({ segmentId, id, en }) => {
    const row = segments.find((segment) => segment.id === segmentId)!
    return `${segmentId} ${id} ${en ? row.en.slice(en.from, en.to) : ''}`.trim()
  })
}

const CASES: [name: string, rows: Row[], ...expected: string[]][] = [
  [
    'the same Chinese in two ways',
    [
      ['公安机关依法办案。', 'The police act by law.'],
      ['公安机关依法办案。', 'The police act by law.'],
      ['公安机关依法办案', 'Police handle cases lawfully.'],
    ],
    'r3 same-zh-other-en Police handle cases lawfully.',
  ],
  [
    'the same English for two Chinese',
    [
      ['公安机关依法办案。', 'The police act by law.'],
      ['人民警察依法办事。', 'The police act by law.'],
    ],
    'r2 same-en-other-zh The police act by law.',
  ],
  [
    'short answers said freely',
    [
      ['谢谢。', 'Thank you.'],
      ['谢谢。', 'Thanks.'],
    ],
  ],
  [
    'a quoted term in two forms',
    [
      ['坚持“岚浦经验”。', 'Keep to the "Lanpu experience".'],
      ['发展“岚浦经验”。', 'Develop the "Lanpu Experience".'],
      ['推广“岚浦经验”。', 'Spread the "Lanpu model".'],
    ],
    'r3 term-variant Lanpu model',
  ],
  [
    'three points announced in Chinese, two counted off in English',
    [
      ['下面我讲三点意见。', 'I would like to make some points.'],
      ['一是加强管理，二是改进服务。', 'First, management will be strengthened and services improved.'],
      ['三是严格考核。', 'Second, assessment will be strict.'],
    ],
    'r1 enumeration-announced',
  ],
  [
    'three measures announced in English, four points in Chinese',
    [
      ['我们采取了以下措施。', 'We have taken three measures.'],
      ['一是加强管理。', 'Management was strengthened.'],
      ['二是改进服务。', 'Services were improved.'],
      ['三是严格考核。', 'Assessment was made strict.'],
      ['四是公开信息。', 'Information was made public.'],
    ],
    'r1 enumeration-announced three measures',
  ],
  [
    'as many points as were announced',
    [
      ['下面我讲两点意见。', 'Let me make two points.'],
      ['一是加强管理。', 'First, management will be strengthened.'],
      ['二是改进服务。', 'Second, services will be improved.'],
    ],
  ],
  [
    'quoted speech',
    [
      ['他说“很好”。', 'He said "It is good."'],
      ['她说“很好”。', 'She said "Very well indeed."'],
    ],
  ],
  [
    'a name before two nouns',
    [
      ['', 'We learn from the Lanpu model, and the Lanpu model grows.'],
      ['', 'It began with the Lanpu experience.'],
    ],
    'r2 variant-name Lanpu experience',
  ],
  [
    'a place that also stands alone',
    [
      ['', 'In the Beijing office and the Beijing court, we met.'],
      ['', 'They came from Beijing by the Beijing train.'],
    ],
  ],
  [
    'a name with a word more',
    [
      ['', 'along the Lan Tourist Belt; in the Lan Tourist Belt'],
      ['', 'along the Lan River Tourist Belt'],
    ],
    'r2 variant-name Lan River Tourist Belt',
  ],
  [
    'a name in another order',
    [
      ['', 'the 20th CPC National Congress; the 20th CPC National Congress'],
      ['', 'the 20th National Congress of the CPC'],
    ],
    'r2 variant-name 20th National Congress of the CPC',
  ],
  [
    'a person with two titles',
    [
      ['', 'Yang Xin, director general of the Research Office of the Ministry'],
      ['', 'Yang Xin, director of the Research Office of the Ministry'],
    ],
    'r2 person-titles director of the Research Office of the Ministry',
  ],
  [
    'a title cut short',
    [
      ['', 'Yang Xin, director general of the Research Office of the Ministry'],
      ['', 'Yang Xin, director general of the Research Office'],
    ],
  ],
  [
    'one curly apostrophe among straight ones',
    [
      ['', "it's, isn't, don't, can't, won't, let's"],
      ['', 'people’s lives'],
    ],
    'r2 quote-style ’',
  ],
]

describe('checkDocument', () => {
  it.each(CASES)('sees %s', (_, rows, ...expected) => {
    expect(findings(rows)).toEqual(expected)
  })

  it('can switch a check off', () => {
    const rows = [1, 2].map((id) => ({ id: String(id), zh: '公安机关依法办案。', en: `The police, ${'x'.repeat(id)}` }))
    expect(checkDocument(rows)).toHaveLength(1)
    expect(checkDocument(rows, { off: ['consistency'] })).toEqual([])
    expect(DOCUMENT_CHECKS.map(({ id }) => id)).toEqual(DOCUMENT_CHECK_IDS)
  })

  it.each(CHECKED_TOGETHER)('comes to an end of a hundred thousand characters of %s', (piece) => {
    const text = ofLength(100_000, piece)
    const rows = ['1', '2'].map((id) => ({ id, zh: text, en: text }))
    expect(checkDocument(rows)).toBeInstanceOf(Array)
  })

  it('finds nothing in a document whose rows are all alike', () => {
    const row = fc.record({ zh: fc.string(), en: fc.string() })
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 5 }), ({ zh, en }, count) => {
        const rows = Array.from({ length: count }, (_, id) => ({ id: String(id), zh, en }))
        const sorts = checkDocument(rows).map(({ check }) => check)
        expect(sorts.filter((check) => check === 'consistency' || check === 'quoted-terms')).toEqual([])
      }),
    )
  })
})
