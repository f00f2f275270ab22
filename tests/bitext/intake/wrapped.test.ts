import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinWrapped } from '../../../lib/bitext/intake/wrapped'
import { listLines, type Side } from '../../../lib/bitext/text'

const times = <Each>(count: number, some: Each[]): Each[] => Array.from({ length: count }, () => some).flat()

const paragraphs = (text: string, side: Side) => joinWrapped(text, listLines(text), side).map((each) => each.text)

/** Greedy filling, as editors and mail programs do it. */
function wrapEnglish(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const wrapChinese = (text: string, signs: number) => text.match(new RegExp(`.{1,${signs}}`, 'gu'))!.join('\n')

const ENGLISH = times(3, [
  'The city renewed forty-two old quarters last year, and in most of them the residents themselves drew up the list of what should be mended first, from drains to lamps.',
  'This year the work goes on in the northern districts. Three more quarters were added in spring after the survey, and their plans are open to all who live there until the end of the month.',
  'Parking remains the hardest question of all.',
])
const CHINESE = times(4, [
  '去年全市改造老旧小区四十二个，多数小区由居民自己列出清单，决定先修什么后修什么，从下水管道到楼道照明，一项一项商量着办，办完一项公开一项。',
  '今年改造工作在北部城区继续推进，春季调查之后又增加了三个小区，改造方案向全体居民公开征求意见，到本月底截止，欢迎大家提出建议。',
])

describe('wrapped lines are one paragraph again', () => {
  test.each([60, 72, 76])('English at %i columns', (width) => {
    const wrapped = ENGLISH.map((each) => wrapEnglish(each, width)).join('\n\n')
    expect(paragraphs(wrapped, 'en').map((each) => each.replaceAll('\n', ' '))).toEqual(ENGLISH)
  })

  test('English whose paragraphs follow without an empty line', () => {
    const wrapped = [...ENGLISH, ...ENGLISH].map((each) => wrapEnglish(each, 70)).join('\n')
    expect(paragraphs(wrapped, 'en').length).toBe(18)
  })

  test.each([18, 30, 35])('Chinese at %i signs', (signs) => {
    const wrapped = CHINESE.map((each) => wrapChinese(each, signs)).join('\n\n')
    expect(paragraphs(wrapped, 'zh').map((each) => each.replaceAll('\n', ''))).toEqual(CHINESE)
  })

  test('Chinese whose paragraphs are told by their indent alone', () => {
    const wrapped = CHINESE.map((each) => wrapChinese(`　　${each}`, 32)).join('\n')
    expect(paragraphs(wrapped, 'zh').length).toBe(8)
  })

  test('lists and names of speakers within wrapped text stay lines of their own', () => {
    const wrapped = `${ENGLISH.map((each) => wrapEnglish(each, 66)).join('\n\n')}\nWen Changdu:\n${wrapEnglish(ENGLISH[0]!, 66)}\n1. ${wrapEnglish(ENGLISH[1]!, 63).replaceAll('\n', '\n   ')}`
    expect(paragraphs(wrapped, 'en').length).toBe(12)
  })
})

describe('what is not wrapped stays as it is', () => {
  const LISTS = [
    'Apples\nPears\nPlums\nCherries\nQuinces\nMedlars\nFigs',
    '春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少',
  ]
  test.each(LISTS)('%j', (text) => {
    expect(paragraphs(text, 'en').length).toBe(text.split('\n').length)
    expect(paragraphs(text, 'zh').length).toBe(text.split('\n').length)
  })

  test('one paragraph a line', () => {
    expect(paragraphs([...ENGLISH, ...ENGLISH].join('\n'), 'en')).toEqual([...ENGLISH, ...ENGLISH])
  })
})

test('paragraphs are stretches of the text in its order, and hold every line', () => {
  const sign = fc.constantFrom('a', 'wrapped', ' ', '\n', '\n\n', '。', '市', '- ', '　', 'x:', '\u2028')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 200 }), fc.constantFrom<Side>('zh', 'en'), (signs, side) => {
      const text = signs.join('')
      const lines = listLines(text)
      const found = joinWrapped(text, lines, side)
      for (const each of found) expect(text.slice(each.from, each.to)).toBe(each.text)
      expect(found.flatMap(({ from, to }) => lines.filter((line) => line.from >= from && line.to <= to))).toEqual(lines)
    }),
  )
})
