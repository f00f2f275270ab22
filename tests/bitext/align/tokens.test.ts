/** What the aligner compares: numbers by value, words by key, punctuation by class, names by sound. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lexicon } from '../../../lib/bitext/align'
import { chineseTokens, segment } from '../../../lib/bitext/align/chinese-tokens'
import { englishKey } from '../../../lib/bitext/align/english-key'
import { englishTokens } from '../../../lib/bitext/align/english-tokens'
import { nameTokens, nameWords } from '../../../lib/bitext/align/names'
import { chineseNumbers, englishNumbers } from '../../../lib/bitext/align/numbers'
import { simplified } from '../../../lib/bitext/align/script'

const WORDS = new Set(['北京', '人民', '人民法院', '法院', '网站', '一个'])
const lexicon: Lexicon = { id: 'test', maxLength: 4, isWord: (word) => WORDS.has(word), lookup: () => [] }

const english = (text: string) => englishTokens(text).tokens.map(({ token }) => token)
const chinese = (text: string) => chineseTokens(text, lexicon).map(({ token }) => token)

describe('numbers', () => {
  it.each([
    ['二十一', [21]],
    ['3万', [30_000]],
    ['1.2亿', [120_000_000]],
    ['68.9万', [689_000]],
    ['一百零五', [105]],
    ['十五', [15]],
    ['两千零二十四', [2024]],
    ['二〇二四年', [2024]],
    ['1,234.5元', [1234.5]],
    ['十二亿三千万', [1_230_000_000]],
    ['三万亿', [3e12]],
    ['廿三', [23]],
    ['12.1.1节', ['12.1.1']],
    ['没有数字', []],
  ])('Chinese %s', (text, values) => {
    expect(chineseNumbers(text).map(({ value }) => value)).toEqual(values)
  })

  it.each([
    ['twenty-one', [21]],
    ['30,000 people', [30_000]],
    ['120 million', [120_000_000]],
    ['one hundred and five', [105]],
    ['two thousand', [2000]],
    ['the twenty-third', [23]],
    ['3.5 billion', [3_500_000_000]],
    ['section 12.1.1', ['12.1.1']],
    ['hundreds of', []],
    ['three, four', [3, 4]],
  ])('English %s', (text, values) => {
    const words = text.match(/[a-z]+|\d+(?:[.,]\d+)*|[^\sa-z\d]/g) ?? []
    expect(englishNumbers(words).map(({ value }) => value)).toEqual(values)
  })
})

describe('words', () => {
  it.each([
    ['running', 'run'],
    ['went', 'go'],
    ['children', 'child'],
    ['bought', 'buy'],
  ])('%s has the key of %s', (form, base) => {
    expect(englishKey(form)).toBe(englishKey(base))
  })

  it('takes the longest words of the lexicon and single characters between them', () => {
    expect(segment('北京的人民法院', lexicon)).toEqual(['北京', '的', '人民法院'])
    expect(segment('北京', undefined)).toEqual(['北', '京'])
  })

  it('opens contractions and folds quotation marks', () => {
    expect(english("I don't know.")).toEqual(['i', 'not', 'do', 'know'])
    expect(english('‘Well?’ he said')).toEqual(['well', 'he', 'sai', '."', '.?'])
  })

  it('marks kinds the same way on both sides', () => {
    expect(chinese('北京的网站：NASA（3万）？')).toEqual(['#30000', '北京', '的', '网站', '@nasa', '.:', '.(', '.?'])
    expect(english('NASA: 30,000 (sites)?')).toEqual([
      '#30000',
      englishKey('nasa'),
      englishKey('sites'),
      '.:',
      '.(',
      '.?',
    ])
  })
})

describe('names', () => {
  it('are found by sound where the English capitalises them', () => {
    const texts = ['Chen Qingyang went home.', 'There Chen Qingyang stayed.']
    const names = nameWords(texts, texts.map(englishTokens))
    const found = nameTokens('陈清扬回家了', names, new Set(['陈']))
    expect(found).toEqual([
      { token: '~chen', at: 0, length: 1 },
      { token: '~qingyang', at: 1, length: 2 },
    ])
  })
})

describe('script', () => {
  it('leads traditional characters back to simplified ones and leaves simplified text alone', () => {
    expect(simplified(['國務院發佈條例', '自公佈之日起施行'])).toEqual(['国务院发布条例', '自公布之日起施行'])
    const text = ['国务院公布条例', '自公布之日起施行']
    expect(simplified(text)).toBe(text)
  })
})

it('every token stands where it says (law)', () => {
  const piece = fc.constantFrom(
    '北京',
    '人民',
    '3万',
    '…',
    '。',
    '“',
    'NASA',
    ' ',
    '一',
    'don’t',
    '12.5',
    '—',
    "'",
    '“好”',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      for (const { at, length } of [...chineseTokens(text, lexicon), ...englishTokens(text).tokens]) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
        expect(length).toBeGreaterThan(0)
      }
    }),
  )
})
