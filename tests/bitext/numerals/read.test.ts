import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Numeral, readNumerals } from '../../../lib/bitext/numerals'
import { COUNTED, ofLength } from '../../support/long-input'

/** Short form of a reading: value, unit, kind where it matters. */
function say(one: Numeral): string {
  const { year, month, day } = one.date ?? {}
  const value = one.date
    ? [year, month, day].map((part) => part ?? '-').join('/')
    : String(Number(one.value.toPrecision(10)))
  const hedge = one.modifier === 'exact' ? '' : ` ${one.modifier}`
  return `${one.kind} ${value}${one.unit && ` ${one.unit}`}${hedge}`
}

const ZH: [text: string, ...readings: string[]][] = [
  ['一千二百三十四人', 'cardinal 1234 person'],
  ['三百五', 'cardinal 350'],
  ['三百零五', 'cardinal 305'],
  ['一万二', 'cardinal 12000'],
  ['十万零五百', 'cardinal 100500'],
  ['1亿3000万', 'cardinal 130000000'],
  ['1578.5万人次', 'measure 15785000 person-times'],
  ['183.7亿元', 'currency 18370000000 CNY'],
  ['3万亿元', 'currency 3000000000000 CNY'],
  ['310 万', 'cardinal 3100000'],
  ['９００，０００公斤', 'measure 900000 kg'],
  ['550多万', 'cardinal 5500000 more'],
  ['4600余名', 'cardinal 4600 more'],
  ['将近1000人', 'cardinal 1000 person near'],
  ['签约30家', 'cardinal 30'],
  ['约30家', 'cardinal 30 about'],
  ['不会超过48分钟', 'measure 48 minute upto'],
  ['70人以下', 'cardinal 70 person less'],
  ['高于四年前', 'measure 4 year'],
  ['近10年来', 'measure 10 year'],
  ['三分之二', 'fraction 0.6666666667'],
  ['十分之一', 'fraction 0.1'],
  ['百分之百', 'percent 100'],
  ['千分之五', 'fraction 0.005'],
  ['1.2个百分点', 'percentage-points 1.2'],
  ['三成以上', 'percent 30 atleast'],
  ['三成员', 'cardinal 3'],
  ['增长1.5倍', 'multiple 2.5'],
  ['是去年的两倍', 'multiple 2'],
  ['增加到3倍', 'multiple 3'],
  ['翻番', 'multiple 2'],
  ['翻两番', 'multiple 4'],
  ['2023年10月24日', 'date 2023/10/24'],
  ['二〇二三年十月', 'date 2023/10/-'],
  ['8·29专案', 'date -/8/29'],
  ['1至9月', 'date -/1/-', 'date -/9/-'],
  ['3至5亿元', 'currency 300000000 CNY', 'currency 500000000 CNY'],
  ['18至29岁', 'measure 18 age', 'measure 29 age'],
  ['20世纪80年代', 'decade 1980'],
  ['上世纪八十年代', 'decade 1980'],
  ['下午三点半', 'time 930'],
  ['星期二', 'weekday 2'],
  ['周五一名', 'weekday 5', 'cardinal 1'],
  ['第三批', 'ordinal 3'],
  ['党的二十大', 'ordinal 20'],
  ['“十四五”', 'ordinal 14'],
  ['数百万', 'indefinite 1000000'],
  ['几十年', 'indefinite 10 year'],
  ['数以亿计', 'indefinite 100000000'],
  ['两年半', 'measure 2.5 year'],
  ['半年', 'measure 0.5 year'],
  ['四川、三峡、万一、千方百计'],
  ['版本 2.6.32'],
  ['https://example.cn/2023/45'],
]

const EN: [text: string, ...readings: string[]][] = [
  ['15.785 million', 'cardinal 15785000'],
  ['18.37 billion yuan', 'currency 18370000000 CNY'],
  ['£2.8bn', 'currency 2800000000 GBP'],
  ['US$3 billion', 'currency 3000000000 USD'],
  ['3 million U.S. dollars', 'currency 3000000 USD'],
  ['two hundred and thirty-four', 'cardinal 234'],
  ['two and three', 'cardinal 2', 'cardinal 3'],
  ['half a million', 'cardinal 500000'],
  ['one and a half million', 'cardinal 1500000'],
  ['two and a half years', 'measure 2.5 year'],
  ['more than 900,000kg', 'measure 900000 kg more'],
  ['12 characters or more', 'cardinal 12 atleast'],
  ['less than $1.25', 'currency 1.25 dollar less'],
  ['two-thirds', 'fraction 0.6666666667'],
  ['by a third.', 'fraction 0.3333333333'],
  ['by a third party', 'ordinal 3'],
  ['3 percentage points', 'percentage-points 3'],
  ['4.8 per cent', 'percent 4.8'],
  ['doubled', 'multiple 2'],
  ['three times as much', 'multiple 3'],
  ['increased by 3 times', 'multiple 4'],
  ['Oct. 24, 2023', 'date 2023/10/24'],
  ['29 September 1918', 'date 1918/9/29'],
  ['30th September', 'date -/9/30'],
  ['in May', 'date -/5/-'],
  ['you may go'],
  ['Oct. 1-7', 'date -/10/1', 'date -/10/7'],
  ['between 2015 and 2020', 'date 2015/-/-', 'date 2020/-/-'],
  ['18- to 29-year-olds', 'measure 18 age', 'measure 29 age'],
  ['3 to 5 million yuan', 'currency 3000000 CNY', 'currency 5000000 CNY'],
  ['the 1980s', 'decade 1980'],
  ['two decades', 'measure 2 decade'],
  ['3:30 p.m.', 'time 930'],
  ['Friday', 'weekday 5'],
  ['44th', 'ordinal 44'],
  ['hundreds of millions', 'indefinite 100000000'],
  ['dozens', 'indefinite 10'],
  ['2.6.32'],
]

describe('readNumerals', () => {
  it.each(ZH)('reads %s', (text, ...readings) => {
    expect(readNumerals(text, 'zh').map(say)).toEqual(readings)
  })

  it.each(EN)('reads %s', (text, ...readings) => {
    expect(readNumerals(text, 'en').map(say)).toEqual(readings)
  })

  it('sees that a share is broken off', () => {
    expect(readNumerals('减少三分之', 'zh')[0]).toMatchObject({ malformed: true, text: '三分之' })
  })

  it.each(COUNTED)('comes to an end of a hundred thousand characters of %s', (piece, side) => {
    expect(readNumerals(ofLength(100_000, piece), side)).toBeInstanceOf(Array)
  })

  it('points at the words it read, whatever the text', () => {
    const words = fc.constantFrom(
      '第',
      '三',
      '百',
      '万',
      '亿',
      '多',
      '年',
      '月',
      '日',
      '至',
      '12',
      '3.5',
      '%',
      ' ',
      '分之',
      '半',
      '倍',
      '成',
      'one ',
      'hundred ',
      'and ',
      'a ',
      'half ',
      'million ',
      'Oct. ',
      '$',
      '-',
      'to ',
      'th',
      'İ',
      '😀',
      '，',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom('zh' as const, 'en' as const), (parts, side) => {
        const text = parts.join('')
        for (const one of readNumerals(text, side)) {
          expect(text.slice(one.from, one.to)).toBe(one.text)
          expect(one.to).toBeGreaterThan(one.from)
          expect(Number.isFinite(one.value)).toBe(true)
        }
      }),
    )
  })
})
