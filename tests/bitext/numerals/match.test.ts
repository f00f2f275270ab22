import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchNumerals, readNumerals } from '../../../lib/bitext/numerals'

function differences(zh: string, en: string): string[] {
  return matchNumerals(
    readNumerals(zh, 'zh').filter(({ text }) => text !== '每'),
    readNumerals(en, 'en'),
  ).map((match) => {
    if (match.en === null) return `${match.zh.text} –`
    if (match.zh === null) return `– ${match.en.text}`
    return match.differs.length ? `${match.zh.text} ${match.differs} ${match.en.text}` : '='
  })
}

const CASES: [zh: string, en: string, ...expected: string[]][] = [
  ['涉案183.7亿元', 'involving 18.37 billion yuan', '='],
  ['涉案183.7亿元', 'involving 1.837 billion yuan', '183.7亿元 value 1.837 billion yuan'],
  ['每10万例降至70例以下', 'less than 70 per 100,000', '=', '='],
  ['五年', 'five months', '五年 unit five months'],
  ['两个十年', 'two decades', '=', '十年 –'],
  ['过去20年', 'past two decades', '='],
  ['900吨', '900,000 kg', '='],
  ['2斤', '2 kilograms', '2斤 unit 2 kilograms'],
  ['12个月', 'one year', '='],
  ['3个百分点', '3 percent', '3个百分点 kind 3 percent'],
  ['三成', '30 percent', '='],
  ['一半', '50 percent', '='],
  ['增长三分之一', 'up by one third', '='],
  ['增加一倍', 'doubled', '='],
  ['增长2倍', 'doubled', '2倍 value doubled'],
  ['翻两番', 'quadrupled', '='],
  ['收视率翻了近两倍', 'ratings nearly tripled', '='],
  ['⅔的人', 'two-thirds of them', '='],
  ['三分之二', '⅔ of them', '='],
  ['万分之一', 'one in ten thousand', '='],
  ['百万分之五', 'five parts per million', '='],
  ['30摄氏度', '86 degrees Fahrenheit', '='],
  ['30摄氏度', '90 degrees Fahrenheit', '30摄氏度 value 90 degrees Fahrenheit'],
  ['4600余名', '4,600', '4600余 modifier 4,600'],
  ['4600余名', 'over 4,600', '='],
  ['5岁以下', 'under 5', '='],
  ['10月24日', 'Oct. 24', '='],
  ['10月24日', 'Oct. 25', '10月24日 value Oct. 25'],
  ['2023年10月24日', 'Oct. 24', '='],
  ['8·29专案', 'the Aug. 29 case', '='],
  ['数百万人', 'millions of people', '='],
  ['数百人', 'thousands of people', '数百人 value thousands of people'],
  ['1234567人', '1.23 million people', '1234567人 rounding 1.23 million people'],
  ['5元', '$5', '5元 unit $5'],
  ['21世纪', 'the 21st century', '='],
  ['第三批', 'the third batch', '='],
]

describe('matchNumerals', () => {
  it.each(CASES)('compares %s with %s', (zh, en, ...expected) => {
    expect(differences(zh, en)).toEqual(expected)
  })

  it('puts every expression into exactly one match, and finds nothing between equal figures in any order', () => {
    const values = fc.uniqueArray(fc.integer({ min: 20, max: 900 }), { maxLength: 80 })
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list
          .map((value) => ({ value, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
        const zh = readNumerals(list.map((value) => `${value}人`).join('，'), 'zh')
        const en = readNumerals(shuffled.map(({ value }) => `${value} people`).join('; '), 'en')
        const matches = matchNumerals(zh, en)
        expect(matches).toHaveLength(list.length)
        for (const match of matches) expect(match).toMatchObject({ differs: [] })
      }),
      { numRuns: 40 },
    )
  })
})
