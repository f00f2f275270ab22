import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { type ExportedDocument, ROW_ID_PREFIX, toDocx } from '@/lib/bitext/interchange'
import { sample, segment } from './documents'
import { type Element, elementsOf, textOf } from './html-tree'

async function reread(document: ExportedDocument, language: 'en' | 'zh' = 'en') {
  const buffer = Buffer.from(await toDocx(document, language))
  // Tables and paragraphs as mammoth sees them; line breaks come back as line ends.
  const { value, messages } = await mammoth.convertToHtml({ buffer })
  const tree = parseFragment(value.replaceAll('<br />', '\n'))
  const rows = elementsOf(tree).filter(({ tagName }) => tagName === 'tr')
  return { tree, messages, rows: rows.map(cellsOf), heads: rows.filter(isHead).length }
}

const cellsOf = (row: Element) =>
  elementsOf(row)
    .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    .map(textOf)

const isHead = (row: Element) => elementsOf(row).some(({ tagName }) => tagName === 'th')

const textsBefore = (tree: DefaultTreeAdapterTypes.Node) =>
  elementsOf(tree)
    .filter(({ tagName, node }) => /^(?:h1|p)$/.test(tagName) && node.parentNode === tree)
    .map(textOf)

describe('toDocx', () => {
  it('opens with title, governing rule, sources and time', async () => {
    const { tree, messages } = await reread(sample)
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(textsBefore(tree).slice(0, 5)).toEqual([
      'Briefing on harbour works <draft>',
      'Governing text: Chinese. Where the two texts differ, the Chinese prevails.',
      `Chinese text: 港口.txt · https://example.org/zh?a=1&b=2 · received 2026-11-19 · SHA-256 ${'ab'.repeat(32)}`,
      `English text: harbour.txt · received 2026-11-19 · SHA-256 ${'cd'.repeat(32)}`,
      'Exported 2026-11-23 10:00 UTC',
    ])
  })

  it('has a head that repeats and one row a segment, with its id, texts, status and discrepancies', async () => {
    const { rows, heads } = await reread(sample)
    expect(heads).toBe(1)
    expect(rows[0]).toEqual(['Row', 'Chinese', 'English', 'Status', 'Discrepancies'])
    const idsAndTexts = rows.slice(1).map(([row, zh, en]) => [row?.split(ROW_ID_PREFIX)[1], zh, en])
    expect(idsAndTexts).toEqual(sample.segments.map(({ id, zh, en }) => [id, zh, en]))
    expect(rows[6]?.slice(3)).toEqual([
      'Revisedstale',
      '1. Number (major)Digits "swapped" & wrong.→ Correct the translation: Figures were checked with the office.' +
        '2. Omission (minor)“近” is not there in English.→ Open',
    ])
    expect(rows[11]?.[3]).toBe('DraftPrevail clause')
  })

  it('speaks Chinese', async () => {
    const { rows } = await reread(sample, 'zh')
    expect(rows[0]).toEqual(['行', '中文', '英文', '状态', '差异'])
    expect(rows[6]?.[3]).toBe('已校对待核对')
  })

  it('holds any text: line ends, signs beyond the basic plane, characters XML cannot hold, none at all', async () => {
    const texts = ['a\nb', '𠮷野家 😀', '\u0000\ud800x\u000c', '<w:t>&amp;</w:t>', '  spaced  ', '']
    const segments = texts.map((en, index) => segment(index + 1, { en }))
    const { rows } = await reread({ ...sample, segments, discrepancies: [] })
    const expected = ['a\nb', '𠮷野家 😀', '\ufffd\ufffdx\ufffd', '<w:t>&amp;</w:t>', 'spaced', '']
    expect(rows.slice(1).map(([, , en]) => en)).toEqual(expected)
  })

  it('is a table without rows for a document without segments', async () => {
    expect((await reread({ ...sample, segments: [], discrepancies: [] })).rows).toHaveLength(1)
  })
})
