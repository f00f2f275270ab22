import { randomBytes } from 'node:crypto'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readFile } from '../../../lib/bitext/intake'
import { CHINESE_TRANSCRIPT, ENGLISH_TRANSCRIPT } from './transcripts'
import { zip } from './zip'

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(content: Uint8Array | string, fileName = 'a.txt') {
  const reading = await readFile(typeof content === 'string' ? bytes(content) : content, { fileName })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading
}

async function problems(content: Uint8Array | string, fileName = 'a.txt') {
  const reading = await readFile(typeof content === 'string' ? bytes(content) : content, { fileName })
  return reading.ok ? [] : reading.problems.map(({ id }) => id)
}

describe('encodings', () => {
  const short = '中文版本为准。第一条 人人有权享有生命、自由和人身安全。'
  const traditional = '如有歧義，以中文版本為準。這是我們的國家，人人生而自由，在尊嚴和權利上一律平等。'
  it.each([
    ['utf8', 'utf-8', CHINESE_TRANSCRIPT, false],
    ['utf8', 'utf-8', CHINESE_TRANSCRIPT, true],
    ['utf16le', 'utf-16le', CHINESE_TRANSCRIPT, true],
    ['utf16le', 'utf-16le', CHINESE_TRANSCRIPT, false],
    ['utf16be', 'utf-16be', CHINESE_TRANSCRIPT, true],
    ['utf16be', 'utf-16be', ENGLISH_TRANSCRIPT, false],
    ['utf16le', 'utf-16le', ENGLISH_TRANSCRIPT, false],
    ['gb18030', 'gb18030', CHINESE_TRANSCRIPT, false],
    ['gbk', 'gb18030', short, false],
    ['big5', 'big5', traditional, false],
    [
      'win1252',
      'windows-1252',
      'He said “yes” – and left. Café owners’ views differ, however, and nobody asked them.',
      false,
    ],
  ])('%s is read as %s', async (written, encoding, text, addBOM) => {
    const found = await read(iconv.encode(text, written, { addBOM }))
    expect(found.encoding).toBe(encoding)
    expect(found.texts[0]!.text).toBe(text)
  })

  it('leaves the text as it is', async () => {
    const text = '第一行\r\n\r\n第二行\u3000\u200b尾\r第三行\u2028第四行。'
    expect((await read(text)).texts[0]!.text).toBe(text)
  })
})

describe('bad input', () => {
  it.each<[string, Uint8Array | string, string, string]>([
    ['an empty file', '', 'a.txt', 'empty-file'],
    ['an empty .docx', '', 'a.docx', 'empty-file'],
    ['only white space', ' \n\n\u3000\n', 'a.txt', 'empty-file'],
    ['a page without text', '<html><script>alert(1)</script></html>', 'a.html', 'no-text'],
    ['a PDF', '%PDF-1.7\nxyz', 'a.txt', 'wrong-format'],
    [
      'an old Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'a.doc',
      'wrong-format',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'a.txt', 'wrong-format'],
    ['a text named .docx', 'Hello there.', 'a.docx', 'not-docx'],
    ['a zip that is no Word file', zip([{ name: 'a.txt', content: bytes('hi') }]), 'a.docx', 'not-docx'],
    [
      'half a zip',
      zip([{ name: 'word/document.xml', content: bytes('<x/>') }]).subarray(0, 40),
      'a.docx',
      'docx-broken',
    ],
    [
      'a Word file without Word in it',
      zip([{ name: 'word/document.xml', content: bytes('no xml at all') }]),
      'a.docx',
      'docx-broken',
    ],
    [
      'entities',
      zip([{ name: 'word/document.xml', content: bytes('<!DOCTYPE x [<!ENTITY a "b">]><x/>') }]),
      'a.docx',
      'not-docx',
    ],
    ['too much', new Uint8Array(MOST_BYTES + 1), 'a.txt', 'too-large'],
  ])('%s', async (_, content, fileName, id) => {
    expect(await problems(content, fileName)).toEqual([id])
  })

  it('refuses noise', async () => {
    expect(await problems(randomBytes(20_000))).toEqual(['not-text'])
  })

  it('refuses a zip bomb, honest or not', async () => {
    const much = new Uint8Array(150 * 1024 * 1024)
    for (const declaredSize of [much.length, 1000]) {
      const bomb = zip([{ name: 'word/document.xml', content: much, declaredSize }])
      expect(['docx-too-large', 'docx-broken']).toContain((await problems(bomb, 'a.docx'))[0])
    }
  })

  it('never throws', async () => {
    const name = fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.docx')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), name, async (content, fileName) => {
        await readFile(content, { fileName })
      }),
      { numRuns: 300 },
    )
  })
})

describe('HTML', () => {
  const page = `<!doctype html><html><head><title>t</title><style>p{}</style></head><body>
<nav><a href="/">Home</a> <a href="/x">News</a></nav>
<h1>A river
 made clean</h1><!-- secret -->
<script>steal()</script><p onclick="x()">One <b>two</b>   three.<br>Four.</p><template>no</template>
<div style="display:none">spam</div><noscript>off</noscript><iframe src="x">y</iframe>
<ul><li>First thing</li><li>Second thing</li></ul><footer>Copyright 2024</footer></body></html>`

  it('keeps what is seen and nothing active', async () => {
    const { texts, intakes, format } = await read(page, 'a.html')
    expect(format).toBe('html')
    expect(texts[0]!.text).toBe(
      'Home News\n\nA river made clean\n\nOne two three.\n\nFour.\n\nFirst thing\n\nSecond thing\n\nCopyright 2024\n',
    )
    expect(intakes[0]!.blocks.map(({ kind }) => kind)).toEqual(['headline', 'point', 'point', 'point', 'point'])
    expect(intakes[0]!.dropped.map(({ text }) => text)).toEqual(['Home News', 'Copyright 2024'])
  })

  it('believes what a page says of its encoding', async () => {
    const { encoding } = await read(
      iconv.encode('<html><head><meta charset="gb2312"></head><body><p>短</p></body></html>', 'gbk'),
      'a.html',
    )
    expect(encoding).toBe('gb18030')
  })
})

it('reads Markdown without its marks', async () => {
  const { texts, intakes } = await read(
    '---\ntitle: x\n---\n# Title *here*\n\nOne **bold**\nline with [link](http://x.y).\n\n- item\n\n1. first\n\n> quoted\n\n第一行\n第二行\n',
    'a.md',
  )
  expect(intakes.map(({ text }) => text)).toEqual(texts.map(({ text }) => text))
  expect(texts.map(({ text }) => text).join('')).toContain(
    'Title here\n\nOne bold line with link.\n\nitem\n\n1. first\n\nquoted',
  )
})

describe('both languages in one file', () => {
  const zh = ['规则', '人人生而自由。', '人人有权享有生命。']
  const en = ['Rules', 'All human beings are born free.', 'Everyone has the right to life.']

  const word = async (children: (Paragraph | Table)[]) =>
    new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })

  it('a notice that the Chinese half quotes in English stays with it', async () => {
    const notice = [
      'Copyright (c) [Year] [Name]',
      'Licensed under the Example Licence.',
      'See the licence for details.',
    ]
    const halves = ['规则', '人人生而自由。', '请复制下列声明。', ...notice, ...en, ...notice]
    const read = await readFile(bytes(halves.join('\n\n')), { fileName: 'a.txt' })
    if (!read.ok) throw new Error('not read')
    const [chinese, english] = read.intakes
    expect(chinese!.blocks.map(({ text }) => text).slice(3)).toEqual(notice)
    expect(english!.blocks.map(({ text }) => text)).toEqual([...en, ...notice])
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['alternating paragraphs', () => bytes(zh.flatMap((text, index) => [text, en[index]!]).join('\n\n')), 'a.txt'],
    ['one after the other', () => bytes([...zh, ...en].join('\n')), 'a.txt'],
    ['tabs', () => bytes(zh.map((text, index) => `${text}\t${en[index]}`).join('\n')), 'a.txt'],
    [
      'an HTML table',
      () => bytes(`<html><table>${zh.map((text, index) => `<tr><td>${text}<td>${en[index]}`).join('')}</table>`),
      'a.html',
    ],
    [
      'a Markdown table',
      () =>
        bytes(
          `|a|b|\n|---|---|\n${zh.map((text, index) => `|${text}|${en[index]}|`).join('\n')}`.replace(
            '|a|b|',
            '|中文|English|',
          ),
        ),
      'a.md',
    ],
    ['a Word table', () => word([new Table({ rows: zh.map((text, index) => row([text, en[index]!])) })]), 'a.docx'],
  ])('%s', async (_, content, fileName) => {
    const { intakes } = await read(await content(), fileName)
    expect(intakes.map(({ side }) => side)).toEqual(['zh', 'en'])
    const texts = intakes.map(({ blocks }) =>
      blocks.map(({ text }) => text).filter((text) => text !== '中文' && text !== 'English'),
    )
    expect(texts).toEqual([zh, en])
  })

  it('is not what a Chinese text with English words is', async () => {
    const { intakes } = await read(
      '使用 Linux 的方法\n\napt install vim\n\n先打开终端，然后输入上面的命令，等待安装完成。\n\n完成之后可以开始使用编辑器。\n',
    )
    expect(intakes.map(({ side }) => side)).toEqual(['zh'])
  })

  it('takes the file as one side when told so', async () => {
    const reading = await readFile(bytes([...zh, ...en].join('\n')), { fileName: 'a.txt', side: 'en' })
    expect(reading.ok && reading.intakes.map(({ side }) => side)).toEqual(['en'])
  })

  it('reads headings of Word', async () => {
    const { intakes } = await read(
      await word([new Paragraph({ text: 'A river', heading: HeadingLevel.HEADING_1 }), new Paragraph('It is clean.')]),
      'a.docx',
    )
    expect(intakes[0]!.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'headline A river',
      'point It is clean.',
    ])
  })
})
