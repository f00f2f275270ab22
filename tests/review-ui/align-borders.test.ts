import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clauseBorders,
  counterpart,
  sentenceBorders,
  strideFrom,
  usualCaret,
} from '@/app/projects/[projectId]/review/[documentId]/align/borders'
import { piecesOf } from '@/app/projects/[projectId]/review/[documentId]/align/pieces'
import { wordsOf } from '@/app/projects/[projectId]/review/[documentId]/align/tied-words'

const EN = 'The lamps were renewed. The pier, built in 1910, was mended.'
const ZH = '更换了灯具。加固了栈桥，更新了航标。'

describe('borders', () => {
  test.each([
    [EN, 'en', [24]],
    [ZH, 'zh', [6]],
    ['One sentence only.', 'en', []],
    ['', 'zh', []],
  ] as const)('sentences of %j', (text, side, borders) => expect(sentenceBorders(text, side)).toEqual(borders))

  test('clauses are borders too, commas within numbers are not', () => {
    expect(clauseBorders(ZH, 'zh')).toEqual([6, 12])
    expect(clauseBorders('It cost 18,370 yuan, no more.', 'en')).toEqual([21])
  })

  test('the caret waits before the last sentence, or at the start where there is one', () => {
    expect(usualCaret(EN, 'en')).toBe(24)
    expect(usualCaret('One sentence only.', 'en')).toBe(0)
  })

  test.each([
    ['sentence', 0, 1, 24],
    ['sentence', 24, -1, 0],
    ['sentence', 24, 1, EN.length],
    ['character', 0, 1, 1],
    ['sentence', 0, -1, null],
    ['sentence', EN.length, 1, null],
  ] as const)('a %s from %i by %i', (stride, at, step, to) => expect(strideFrom(EN, 'en', at, stride, step)).toBe(to))

  test('a rare character and an accent are never cut', () => {
    expect(strideFrom('𠮷野', 'zh', 0, 'character', 1)).toBe(2)
    expect(strideFrom('e\u0301a', 'en', 2, 'character', -1)).toBe(0)
  })

  test('a split cuts the other text after as many sentences', () => {
    expect(counterpart(EN, 'en', 24, ZH, 'zh')).toBe(6)
    expect(counterpart(EN, 'en', 24, '只有一句。', 'zh')).toBe(5)
    expect(counterpart(EN, 'en', 0, ZH, 'zh')).toBe(0)
  })
})

const span = fc
  .record({ from: fc.nat(12), length: fc.integer({ min: 1, max: 5 }) })
  .map(({ from, length }) => ({ from, to: from + length }))

test('pieces and tied words join to the text, whatever the cuts', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.integer({ min: -3, max: 40 })),
      fc.array(fc.array(span)),
      (text, cuts, ties) => {
        expect(
          piecesOf(text, cuts)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
        expect(
          wordsOf(text, ties)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
