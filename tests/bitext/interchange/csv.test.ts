import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, toCsv } from '@/lib/bitext/interchange'
import { anyDocument, sample, segment, textsOf } from './documents'

const rowsOf = (csv: string) => csv.split('\r\n')

describe('toCsv', () => {
  it('begins with a byte order mark, names its columns and ends every row with CRLF', () => {
    const [header, first, ...rest] = rowsOf(toCsv(sample))
    expect(header).toMatch(/^\ufeff"row","id","kind","speaker_zh","speaker_en","zh","en"/)
    expect(first).toBe(
      '"1","101","headline","","","港口工程情况介绍会","Briefing on the Harbour Works","reviewed","","1","1","",""',
    )
    expect(rest.at(-1)).toBe('')
  })

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+86', `"'+86"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `"'＝1"`],
    ["'=1", `"''=1"`],
    ["'tis", `"'tis"`],
    ['a=1', '"a=1"'],
    ['say "no"', '"say ""no"""'],
  ])('writes %j as %s', (en, cell) => {
    expect(toCsv({ ...sample, segments: [segment(1, { en })] })).toContain(`,${cell},"draft"`)
  })
})

describe('readCsv', () => {
  const hello = [{ id: '1', zh: '你好', en: 'Hello' }]

  it.each([
    ['named columns', 'zh,en\n你好,Hello\n', hello],
    ['language tags, any order', 'EN-us,note,zh_CN\nHello,x,你好', hello],
    ['Chinese names', '\ufeff中文;英文\r\n你好;Hello\r\n', hello],
    ['tabs', 'Chinese\tEnglish\n你好\tHello', hello],
    ['no names, told apart by script', '"Hello","你好"\n', hello],
    ['one side only', 'id,English\n7,Hello', [{ id: '7', zh: '', en: 'Hello' }]],
    ['quotes and line ends in cells', 'zh,en\n"你\n好","He ""l"", lo"', [{ id: '1', zh: '你\n好', en: 'He "l", lo' }]],
    ['short rows and blank lines', 'zh,en\n\n你好\n', [{ id: '1', zh: '你好', en: '' }]],
    ['a separator at the end', 'en,zh\nHello,', [{ id: '1', zh: '', en: 'Hello' }]],
    ['a mark inside a cell', 'zh,en\n你好,5" pipe', [{ id: '1', zh: '你好', en: '5" pipe' }]],
  ])('reads %s', (_, csv, segments) => {
    expect(readCsv(csv)).toEqual({ ok: true, segments, notices: [] })
  })

  it('gives a row whose id is taken one of its own, and says so', () => {
    expect(readCsv('id,zh,en\n7,一,one\n7,二,two')).toMatchObject({
      segments: [{ id: '7' }, { id: '7#2' }],
      notices: [{ id: 'repeated-id', line: 3, values: { count: 1 } }],
    })
  })

  it.each([
    ['open-quote', 3, 'zh,en\n你好,Hello\n"一,two'],
    ['empty', undefined, ''],
    ['empty', undefined, '\ufeff\r\n\r\n'],
    ['no-columns', 1, 'a,b,c\n1,2,3'],
    ['no-columns', 1, 'one,two\nthree,four'],
  ])('refuses %s on line %s', (id, line, csv) => {
    const read = readCsv(csv)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problems.map((problem) => [problem.id, problem.line])).toEqual([[id, line]])
  })

  it('law: reading what we wrote gives the texts back, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const csv = toCsv(document)
        expect(readCsv(csv)).toEqual({ ok: true, segments: textsOf(document), notices: [] })
        expect(csv.slice(1)).not.toMatch(/(?:^|,|\r\n)"[=+\-@\t\r\n](?!",)/)
      }),
      { numRuns: 500 },
    )
  })
})
