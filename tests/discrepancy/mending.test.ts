import { describe, expect, test } from 'vitest'
import { findMending, mendedBy, type PastChange, sidesToMend } from '../../lib/discrepancy/mending'

test.each([
  ['mend-translation', 'prevails-zh', ['en']],
  ['mend-translation', 'prevails-en', ['zh']],
  ['mend-either', 'equally-authentic', ['zh', 'en']],
  ['query-issuer', 'prevails-zh', []],
  ['keep-both', 'equally-authentic', []],
  [null, 'prevails-zh', []],
] as const)('%s under %s is carried out on %j', (decision, rule, sides) => {
  expect(sidesToMend(decision, rule)).toEqual(sides)
})

test('a change mends the notes whose words it changes, and those with nothing marked on its side', () => {
  const notes = [
    { id: 'number', decision: 'mend-translation', from: 11, to: 17 },
    { id: 'comma', decision: 'mend-translation', from: 0, to: 2 },
    { id: 'omission', decision: 'mend-translation', from: null, to: null },
    { id: 'kept', decision: 'keep-both', from: 11, to: 17 },
  ] as const
  const change = { before: 'It handled 68,900 cases.', after: 'It handled 689,000 cases.' }
  expect(mendedBy(notes, change, 'en', 'prevails-zh')).toEqual(['number', 'omission'])
  expect(mendedBy(notes, change, 'en', 'prevails-en')).toEqual([])
})

describe('the newest change since a note was raised that mends it', () => {
  const none = { quote: '', span: null }
  const changes = (...texts: string[]): PastChange[] =>
    texts.slice(1).map((after, at) => ({ id: at + 1, side: 'en', kind: 'edit', before: texts[at]!, after }))
  const en = (quote: string, from: number | null, to: number | null = null) => ({
    zh: none,
    en: { quote, span: from === null || to === null ? null : { from, to } },
  })

  test.each([
    ['none at all', changes('It had 5 cases.'), en('5', 7, 8), null],
    ['a comma is none', changes('Now it had 5 cases.', 'Now, it had 5 cases.'), en('5', 12, 13), null],
    ['the words', changes('It had 5 cases.', 'It had 6 cases.'), en('5', 7, 8), 1],
    ['then a comma', changes('It had 5 cases.', 'It had 6 cases.', 'It had 6 cases…'), en('5', 7, 8), 1],
    ['the words, twice', changes('It had 5 cases.', 'It had 6 cases.', 'It had 7 cases.'), en('5', 7, 8), 2],
    ['the words are gone', changes('It also had cases.', 'It had cases.'), en('also', null), 1],
    ['the second of two', changes('5 men, 5 women.', '5 men, 6 women.'), en('5', 7, 8), 1],
    ['the first of two', changes('5 men, 5 women.', '5 men, 6 women.'), en('5', 0, 1), null],
    ['nothing marked: any', changes('One.', 'One, two.'), en('', null), 1],
    ['words that came in later and stand', changes('One.', 'Two.'), en('cases', 0, 5), 1],
  ])('%s', (_, past, marks, expected) => {
    expect(findMending(past, marks, ['en'])).toBe(expected)
  })

  test('moving text between rows writes no words', () => {
    const [change] = changes('One. Two.', 'One.')
    expect(findMending([{ ...change!, kind: 'align' }], en('', null), ['en'])).toBeNull()
  })
})
