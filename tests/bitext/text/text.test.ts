import { describe, expect, it } from 'vitest'
import { countWords, listLines, sideOf } from '../../../lib/bitext/text'

describe('counting', () => {
  it.each([
    ['人人生而自由。', 'zh', 6],
    ['共68.9万起，GDP增长5%。', 'zh', 8],
    ["I'll take two well-known questions.", 'en', 5],
    ['It rose 3.5 percent (U.S. data).', 'en', 6],
    ['', 'en', 0],
  ] as const)('%s', (text, side, count) => expect(countWords(text, side)).toBe(count))
})

it.each([
  ['人人生而自由', 'zh'],
  ['All human beings', 'en'],
  ['使用 Linux 系统', 'zh'],
  ['He said 你好 to them all', 'en'],
  ['12:30', null],
] as const)('%s is %s', (text, side) => expect(sideOf(text)).toBe(side))

it('numbers lines as an editor does', () => {
  expect(listLines('a\r\n\r\n b \rc\u2028d').map(({ text, number }) => [text, number])).toEqual([
    ['a', 1],
    ['b', 3],
    ['c', 4],
    ['d', 4],
  ])
})
