import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTmx, toTmx } from '@/lib/bitext/interchange'
import { anyDocument, sample, segment, textsOf } from './documents'

describe('toTmx', () => {
  it('writes what TMX 1.4b asks of a header and a unit', () => {
    const tmx = toTmx(sample)
    expect(tmx).toContain('<tmx version="1.4">')
    expect(tmx).toContain('srclang="zh-CN" datatype="plaintext" creationdate="20261123T100000Z"')
    expect(tmx).toContain('<prop type="x-title">Briefing on harbour works &lt;draft&gt;</prop>')
    expect(tmx).toContain('<tuv xml:lang="en"><seg>When will the channel open? &lt;b&gt;Soon?&lt;/b&gt;</seg></tuv>')
    expect(tmx).toContain('<prop type="x-zh-tail">"\\n"</prop>')
  })

  it.each([
    ['prevails-en', 'en'],
    ['equally-authentic', '*all*'],
    ['reference-only', '*all*'],
  ] as const)('under %s the source language is %s', (governing, language) => {
    expect(toTmx({ ...sample, governing })).toContain(`srclang="${language}"`)
  })

  it('leaves out an empty side, and gives a wholly empty row one empty variant', () => {
    const oneSided = toTmx({ ...sample, segments: [segment(1, { en: 'Only here.' })] })
    expect(oneSided.match(/<tuv/g)).toHaveLength(1)
    const empty = toTmx({ ...sample, segments: [segment(1, {})] })
    expect(empty).toContain('<tuv xml:lang="zh-CN"><seg></seg></tuv>')
  })

  it('writes characters XML cannot hold as placeholders', () => {
    expect(toTmx({ ...sample, segments: [segment(1, { en: 'a\fb' })] })).toContain(
      '<seg>a<ph type="x-char">U+000C</ph>b</seg>',
    )
  })
})

const tmx = (body: string, before = '') =>
  `<?xml version="1.0"?>\n${before}<tmx version="1.4"><header/><body>${body}</body></tmx>`
const pair = (zh: string, en: string, languages = ['zh', 'en']) =>
  `<tuv xml:lang="${languages[0]}"><seg>${zh}</seg></tuv><tuv xml:lang="${languages[1]}"><seg>${en}</seg></tuv>`

describe('readTmx', () => {
  it.each([
    ['zh-CN', 'en-US'],
    ['zh-Hans', 'EN'],
    ['cmn-Hans-CN', 'en_GB'],
    ['ZH', 'eng'],
    ['zh_TW', 'en'],
  ])('knows %s and %s', (...languages) => {
    const read = readTmx(tmx(`<tu tuid="a">${pair('你好', 'Hello', languages)}</tu>`))
    expect(read).toEqual({ ok: true, segments: [{ id: 'a', zh: '你好', en: 'Hello' }], notices: [] })
  })

  it.each([
    ['marked words are text', 'a <hi>b <hi>c</hi></hi> d', 'a b c d', []],
    ['codes are not', '<bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> x<ph/>', 'bold x', [['codes-left-out', 3]]],
    ['nor codes in codes', 'a<ph>x<sub>y<ph>z</ph></sub></ph>b', 'ab', [['codes-left-out', 1]]],
    ['entities and references', '&lt;&amp;&#20013;&#x6587;', '<&中文', []],
    ['sections', '<![CDATA[a <b> & c]]>', 'a <b> & c', []],
    ['comments are passed over', 'a<!-- not this -->b', 'ab', []],
    ['line ends and spaces stay', ' a\n b ', ' a\n b ', []],
  ])('%s', (_, seg, en, notices) => {
    const read = readTmx(tmx(`<tu>${pair('中', seg)}</tu>`))
    expect(read).toMatchObject({ ok: true, segments: [{ id: '1', zh: '中', en }] })
    expect(read.ok && read.notices.map(({ id, values }) => [id, values.count])).toEqual(notices)
  })

  it('reads units without an id, with one taken, one-sided, in other languages and in too many', () => {
    const french = '<tuv xml:lang="fr"><seg>Bonjour</seg></tuv>'
    const read = readTmx(
      tmx(
        [
          `<tu tuid="a">${pair('一', 'one')}</tu>`,
          `<tu tuid="a">${pair('二', 'two')}</tu>`,
          `<tu>${french}</tu>`,
          `<tu><tuv lang="en"><seg>four</seg></tuv>${french}</tu>`,
          `<tu>${pair('五（繁）', 'five', ['zh-TW', 'en'])}${pair('五', 'V', ['zh-CN', 'en'])}</tu>`,
        ].join('\n'),
      ),
    )
    expect(read).toMatchObject({
      ok: true,
      segments: [
        { id: 'a', zh: '一', en: 'one' },
        { id: 'a#2', zh: '二', en: 'two' },
        { id: '4', zh: '', en: 'four' },
        { id: '5', zh: '五', en: 'five' },
      ],
      notices: [
        { id: 'repeated-id', line: 3, values: { count: 1 } },
        { id: 'other-languages', line: 4, values: { count: 1 } },
        { id: 'variants-left-out', line: 6, values: { count: 2 } },
      ],
    })
  })

  it('accepts the usual document type declaration without loading it', () => {
    const read = readTmx(tmx(`<tu>${pair('一', 'one')}</tu>`, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'))
    expect(read).toMatchObject({ ok: true, segments: [{ zh: '一', en: 'one' }] })
  })

  it.each([
    ['dtd', 2, tmx('', '<!DOCTYPE tmx [<!ENTITY a "b">]>\n')],
    ['dtd', 2, tmx('', '<!DOCTYPE tmx SYSTEM "file:///etc/passwd" [ ]>\n')],
    ['not-well-formed', 3, tmx(`\n<tu>${pair('&x;', 'x')}</tu>`)],
    ['not-well-formed', 2, '<tmx>\n<body>'],
    ['not-well-formed', 1, ''],
    ['not-well-formed', 1, 'PK\u0003\u0004'],
    ['not-tmx', 1, '<xliff></xliff>'],
    ['too-deep', 2, tmx(`<tu><tuv xml:lang="en"><seg>${'<hi>'.repeat(200)}`)],
    ['no-pairs', undefined, tmx('<tu><tuv xml:lang="fr"><seg>Bonjour</seg></tuv></tu>')],
  ])('refuses %s on line %s', (id, line, xml) => {
    const read = readTmx(xml)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problems.map((problem) => [problem.id, problem.line])).toEqual([[id, line]])
  })

  it('law: reading what we wrote gives the texts back, whatever they hold', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(readTmx(toTmx(document))).toEqual({ ok: true, segments: textsOf(document), notices: [] })
      }),
      { numRuns: 500 },
    )
  })
})
