import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileQuery, type Query, replacePlaces, type Search } from '../../../lib/bitext/search'

function searchFor(text: string, options: Partial<Query> = {}): Search {
  const compiled = compileQuery({ text, matchCase: false, wholeWord: false, regex: false, ...options })
  if (!compiled.ok) throw new Error(compiled.problem)
  return compiled.search
}

function found(query: string, text: string, options: Partial<Query> = {}): string[] {
  return searchFor(query, options)
    .placesIn(text)
    .map(({ from, to }) => `${from}:${text.slice(from, to)}`)
}

describe('finding', () => {
  test.each<[string, string, Partial<Query>, string, string[]]>([
    ['one Chinese character', '人', {}, '人民的人', ['0:人', '3:人']],
    ['case aside', 'china', {}, 'China and CHINA', ['0:China', '10:CHINA']],
    ['with its case', 'China', { matchCase: true }, 'China and CHINA', ['0:China']],
    ['a whole word', 'art', { wholeWord: true }, 'art, party, state-of-the-art', ['0:art', '25:art']],
    ['whole words do not part Chinese', '人权', { wholeWord: true }, '尊重人权事业', ['2:人权']],
    ['a whole word beside Chinese', 'AI', { wholeWord: true }, '发展AI产业, AIs', ['2:AI']],
    ['a whole number', '68', { wholeWord: true }, '68 and 689', ['0:68']],
    ['signs of patterns as they stand', '$1.5 (a|b)', {}, 'x $1.5 (a|b)', ['2:$1.5 (a|b)']],
    ['a pattern', '\\d+(,\\d{3})*', { regex: true }, '689,000 of 12', ['0:689,000', '11:12']],
    ['a pattern beyond the first plane', '𠮷.', { regex: true }, 'a𠮷野家', ['1:𠮷野']],
    ['a pattern that can be empty', 'a*', { regex: true }, 'baab', ['1:aa']],
    ['words of a pattern', 'a\\w*', { regex: true, wholeWord: true }, 'art part', ['0:art']],
    ['nothing', '不在', {}, '人民', []],
  ])('%s', (_, query, options, text, places) => {
    expect(found(query, text, options)).toEqual(places)
  })

  test.each([
    ['', 'empty', false],
    ['(', 'pattern', true],
    ['(a)\\1', 'pattern', true],
    ['(?=a)', 'pattern', true],
    ['a{900}b{900}c{900}', 'too-large', true],
    ['a'.repeat(501), 'too-large', false],
  ])('%s is refused: %s', (text, problem, regex) => {
    expect(compileQuery({ text, matchCase: false, wholeWord: false, regex })).toEqual({ ok: false, problem })
  })

  test('a pattern that stalls others comes to an end', () => {
    expect(found('(a+)+$', `${'a'.repeat(20_000)}b`, { regex: true })).toEqual([])
  })
})

describe('replacing', () => {
  test.each<[string, string, Partial<Query>, string, boolean, string, string]>([
    ['words', 'cat', {}, 'dog', false, 'Cat cat', 'dog dog'],
    ['words with their case', 'cat', {}, 'dog', true, 'Cat cat CAT', 'Dog dog DOG'],
    ['a dollar as it stands', 'USD', {}, '$1', false, 'USD 5', '$1 5'],
    ['groups', '(\\d+) percent', { regex: true }, '$1%', false, '5 percent', '5%'],
    ['names, all of it, a dollar', '(?P<n>\\d+)', { regex: true }, '$$$<n>=$&', false, '5', '$5=5'],
    ['a group that is not there', 'a', { regex: true }, '$7', false, 'a', '$7'],
    ['Chinese', '人权', {}, '民生', true, '尊重人权', '尊重民生'],
  ])('%s', (_, query, options, replacement, keepCase, text, after) => {
    expect(replacePlaces(searchFor(query, options), text, { replacement, keepCase })).toBe(after)
  })

  test('a place can be left as it is', () => {
    expect(replacePlaces(searchFor('a'), 'a a a', { replacement: 'b', keepCase: false }, (i) => i === 1)).toBe('b a b')
  })
})

const words = fc.string({ unit: fc.constantFrom('a', 'B', '人', '民', ' ', '𠮷', '.', '$'), maxLength: 30 })

test('law: places are in order, apart, and hold what was sought; replaced by themselves they give the text back', () => {
  fc.assert(
    fc.property(
      words,
      words.filter((text) => text !== ''),
      fc.boolean(),
      (text, sought, wholeWord) => {
        const search = searchFor(sought, { wholeWord, matchCase: true })
        let last = 0
        for (const { from, to } of search.placesIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(text.slice(from, to)).toBe(sought)
          last = to
        }
        expect(replacePlaces(search, text, { replacement: sought, keepCase: false })).toBe(text)
      },
    ),
  )
})
