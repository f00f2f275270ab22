/** Clauses without a counterpart: said once, where they stand, and not where a neighbour has them. */
import { describe, expect, it } from 'vitest'
import { type CheckedSegment, checkDocument } from '../../../lib/bitext/check'
import { loadLexicon } from '../../../lib/lexicon'

const TEXT: [zh: string, en: string][] = [
  [
    '我们加强了食品安全监管，依法惩处违法企业。',
    'We strengthened food safety supervision and punished unlawful enterprises in accordance with the law.',
  ],
  ['去年全市新建了三所学校和两家医院。', 'Last year the city built three new schools and two hospitals.'],
  ['老人可以在社区食堂吃午饭，价格很便宜。', 'Old people can have lunch in the community canteen at a very low price.'],
  ['司机必须带着驾驶执照，否则会被罚款。', 'Drivers must carry their driving licence, otherwise they will be fined.'],
  ['图书馆每天开放到晚上九点。', 'The library is open until nine in the evening every day.'],
  [
    '政府将继续改善农村道路，方便农民出售蔬菜。',
    'The government will go on improving rural roads so that farmers can sell their vegetables easily.',
  ],
]

function findings(pairs: readonly (readonly [string, string])[]): [string, string][] {
  const rows = pairs.map(([zh, en], at): CheckedSegment => ({ id: String(at), zh, en }))
  return checkDocument(rows, { lexicon: loadLexicon() })
    .filter(({ check }) => check === 'coverage')
    .map(({ segmentId, zh, en }) => {
      const row = rows[Number(segmentId)]!
      return [segmentId, zh ? row.zh.slice(zh.from, zh.to) : row.en.slice(en!.from, en!.to)]
    })
}

describe('coverage', () => {
  it('is silent where everything has its counterpart', () => {
    expect(findings(TEXT)).toEqual([])
  })

  it('marks a clause the English lacks', () => {
    const gone = TEXT.with(0, [
      `${TEXT[0]![0].slice(0, -1)}，同时鼓励消费者通过电话举报假冒商品和过期牛奶。`,
      TEXT[0]![1],
    ])
    const [[row, words]] = findings(gone) as [[string, string]]
    expect(row).toBe('0')
    expect(words).toContain('消费者通过电话举报')
  })

  it('marks a clause the Chinese lacks', () => {
    const come = TEXT.with(4, [
      TEXT[4]![0],
      'The library is open until nine in the evening every day, and children may borrow ten picture books without paying any deposit.',
    ])
    const [[row, words]] = findings(come) as [[string, string]]
    expect(row).toBe('4')
    expect(words).toContain('borrow ten picture books')
  })

  it('looks at the neighbours before it speaks', () => {
    const clause = '同时鼓励消费者通过电话举报假冒商品和过期牛奶'
    const english = 'Consumers are also encouraged to report counterfeit goods and expired milk by telephone.'
    const moved = TEXT.with(0, [`${TEXT[0]![0].slice(0, -1)}，${clause}。`, TEXT[0]![1]]).with(1, [
      TEXT[1]![0],
      `${english} ${TEXT[1]![1]}`,
    ])
    expect(findings(moved)).toEqual([])
  })

  it('needs a lexicon and two sides, and leaves formulas alone', () => {
    const pair = {
      zh: '同时鼓励消费者通过电话举报假冒商品和过期牛奶，违者罚款。',
      en: 'Yes, of course we do that every day.',
    }
    expect(checkDocument([{ id: '0', ...pair }]).filter(({ check }) => check === 'coverage')).toEqual([])
    const credit = checkDocument([{ id: '0', kind: 'credit', ...pair }], { lexicon: loadLexicon() })
    expect(credit.filter(({ check }) => check === 'coverage')).toEqual([])
  })
})
