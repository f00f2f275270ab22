/** What holds for every text: sentences are slices in order, and with the white space between them they are the text; the time is linear. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../lib/bitext/sentences'
import { SIDES, type Side } from '../../../lib/bitext/text'
import { ofLength, SPLIT } from '../../support/long-input'

const PIECES =
  '。|！|？|；|……|…|.|!|?|;|“|”|‘|’|"|（|）|《|》|「|」|(|)|[1]| |　|\u00a0|\n|\r\n|\r|\u2028|\v|Mr.|U.S.|No. 5|a.m.|J. R.|Oct. 24|3.5|我|他说：|的|Then|then|1．|第一条|😀|\ud83d|\u200b|\ufeff|http://a.b/?c|https://x.y'.split(
    '|',
  )
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

describe.each(SIDES)('laws of %s sentences', (side: Side) => {
  it('are slices in order, trimmed, without line breaks', () => {
    fc.assert(
      fc.property(text, (input) => {
        let last = 0
        for (const { from, to, text: words } of splitSentences(input, side)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(input.slice(from, to)).toBe(words)
          expect(words.trim()).toBe(words)
          expect(words).not.toMatch(/[\n\r\v\f\u2028\u2029]/)
          last = to
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('joined with what is between them are the text, and only white space is between them', () => {
    fc.assert(
      fc.property(text, (input) => {
        let joined = ''
        let at = 0
        for (const sentence of splitSentences(input, side)) {
          const gap = input.slice(at, sentence.from)
          expect(gap.trim()).toBe('')
          joined += gap + sentence.text
          at = sentence.to
        }
        expect(input.slice(at).trim()).toBe('')
        expect(joined + input.slice(at)).toBe(input)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(SPLIT)('comes to an end of half a megabyte of %s', (piece) => {
    expect(splitSentences(ofLength(500_000, piece), side)).toBeInstanceOf(Array)
  })

  it('keeps the order of given rules: the first that fits decides', () => {
    const rules = {
      ends: /[.|]/g,
      closing: /"*/y,
      rules: [
        { breaks: false, before: /x\.$/ },
        { breaks: true, after: /\s/y },
      ],
      otherwise: false,
    }
    expect(splitSentences('a. x. b| c|d. e', side, rules).map((sentence) => sentence.text)).toEqual([
      'a.',
      'x. b|',
      'c|d.',
      'e',
    ])
  })
})
