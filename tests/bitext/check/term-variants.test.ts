import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../lib/bitext/check'
import { loadLexicon } from '../../../lib/lexicon'

const lexicon = loadLexicon()

function variants(rows: readonly [zh: string, en: string][]): string[] {
  const segments = rows.map(([zh, en], at) => ({ id: String(at + 1), zh, en }))
  return checkDocument(segments, { lexicon })
    .filter(({ check }) => check === 'term-variants')
    .map(({ segmentId, values }) => `${segmentId}: ${values.term} ${values.words} / ${values.other} ${values.count}`)
}

const USUAL: [string, string][] = [
  ['坚持搜索引擎。', 'They keep to the search engine.'],
  ['改进搜索引擎。', 'They improve the search engines.'],
  ['介绍搜索引擎。', 'They present the search engine.'],
]

describe('a Chinese term in several English forms, without quotation marks', () => {
  test.each<[string, [string, string][], string[]]>([
    ['always the same', USUAL, []],
    [
      'once otherwise',
      [...USUAL, ['维护搜索引擎。', 'They maintain the spidering engine.']],
      ['4: 搜索引擎 spidering engine / search engine 3'],
    ],
    ['in the row, besides', [...USUAL, ['维护搜索引擎。', 'The search engine is no steam engine.']], []],
    ['by a pronoun', [...USUAL, ['维护搜索引擎。', 'They maintain it.']], []],
    ['another thing of the row', [...USUAL, ['搜索引擎不用蒸汽。', 'It runs on no steam engine.']], []],
    [
      'the other word is said everywhere',
      [
        ...USUAL,
        ['维护搜索引擎。', 'They maintain the best engine.'],
        ['引。', 'This engine runs, that engine stops, one engine left.'],
        ['机。', 'Every engine counts, an engine is loud.'],
        ['车。', 'My engine starts.'],
      ],
      [],
    ],
    ['too seldom to tell', USUAL.slice(0, 1).concat([['维护搜索引擎。', 'They maintain the spidering engine.']]), []],
  ])('%s', (_, rows, expected) => {
    expect(variants(rows)).toEqual(expected)
  })

  test('silent without a dictionary', () => {
    const rows = [...USUAL, ['维护搜索引擎。', 'They maintain the spidering engine.']] as const
    const segments = rows.map(([zh, en], at) => ({ id: String(at), zh, en }))
    expect(checkDocument(segments).filter(({ check }) => check === 'term-variants')).toEqual([])
  })
})
