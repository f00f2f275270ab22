import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPercent, prepareMatch, tokensForMatch } from '../../../lib/bitext/match'

const percent = (one: string, other: string, least?: number) =>
  matchPercent(prepareMatch(one), prepareMatch(other), least)

describe('a per cent is of characters in Chinese and of words in English', () => {
  test.each([
    ['我们欢迎大家。', '我们欢迎大家。', 100],
    // One of seven characters is another; one is gone; one more of eight.
    ['我们欢迎大家。', '我们欢迎各家。', 85],
    ['我们欢迎大家。', '我们欢迎大家', 85],
    ['我们欢迎大家。', '我们都欢迎大家。', 87],
    // A number is one token, however many digits.
    ['增长了1,313人。', '增长了5人。', 83],
    ['We welcome you all.', 'We welcome you both.', 80],
    ['We welcome you all.', 'We  welcome you all.', 99],
    ['We welcome you all.', 'we welcome you all.', 80],
    ['你好', '再见了朋友', 0],
    ['', '你好', 0],
    [' ', '  ', 0],
    ['', '', 100],
  ])('%s | %s: %i', (one, other, wanted) => expect(percent(one, other)).toBe(wanted))

  test('what would round up to the whole is not the whole', () => {
    const long = '一二三四五六七八九十'.repeat(30)
    expect(percent(long, `${long}。`)).toBe(99)
  })
})

const texts = fc
  .array(fc.constantFrom('甲', '乙', '丙', ' ', 'word', '1,313', '。'), { maxLength: 12 })
  .map((some) => some.join(''))

describe('laws', () => {
  test('both ways alike; whole only for the same text; a threshold hides, and changes nothing', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 0, max: 100 }), (one, other, least) => {
        const whole = percent(one, other)
        expect(percent(other, one)).toBe(whole)
        expect(whole === 100).toBe(one === other)
        expect(percent(one, other, least)).toBe(whole >= least ? whole : 0)
      }),
    )
  })

  test('as the plain table of all cells has it', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        fc.pre(one !== other)
        const [a, b] = [tokensForMatch(one), tokensForMatch(other)]
        const longer = Math.max(a.length, b.length)
        const wanted = longer === 0 ? 0 : Math.min(99, Math.floor((100 * (longer - levenshtein(a, b))) / longer))
        expect(percent(one, other)).toBe(wanted)
      }),
    )
  })
})

function levenshtein(one: readonly string[], other: readonly string[]): number {
  let above = other.map((_, i) => i + 1)
  above.unshift(0)
  one.forEach((token, i) => {
    const here = [i + 1]
    other.forEach((beside, j) => {
      here.push(Math.min(above[j]! + (token === beside ? 0 : 1), above[j + 1]! + 1, here[j]! + 1))
    })
    above = here
  })
  return above[other.length]!
}
