import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toHtmlPage } from '@/lib/bitext/interchange'
import { passagesOf } from '@/lib/bitext/interchange/paragraphs'
import { anyDocument, sample, segment } from './documents'
import { elementsOf, textOf } from './html-tree'

const page = (layout: 'side-by-side' | 'english' | 'chinese', language: 'en' | 'zh' = 'en') =>
  toHtmlPage(sample, { layout, language })

describe('toHtmlPage', () => {
  it('gives one language its paragraphs, headline, label, credits and clause in their places', () => {
    const elements = elementsOf(parse(page('english')))
    const main = elements.find(({ tagName }) => tagName === 'main')!
    expect(elementsOf(main).map((element) => [element.tagName, element.attributes.class, textOf(element)])).toEqual([
      ['h1', 'headline', 'Briefing on the Harbour Works'],
      ['p', 'dateline', 'Nov. 19, 2026'],
      ['p', 'speaker-list', 'Zhang Ming, deputy head of the harbour office'],
      ['p', 'speech label', 'Zhang Ming:'],
      ['p', 'speech', 'Good morning. Throughput reached 698,000 tonnes this year, up by 30%.'],
      ['p', 'question label', 'Morning Post:'],
      ['p', 'question', 'When will the channel open? <b>Soon?</b>'],
      ['p', 'credit', 'Translated by Li Wen'],
      ['p', 'prevail-clause', 'The Chinese version prevails.'],
    ])
  })

  it('sets both side by side, the rows between them, and leaves the place of a missing text empty', () => {
    const passages = elementsOf(parse(page('side-by-side'))).filter((element) => element.attributes.class === 'passage')
    const cells = passages.map((passage) =>
      elementsOf(passage)
        .filter(({ tagName }) => tagName === 'div')
        .map(textOf),
    )
    expect(cells[4]).toEqual([
      '各位好。今年完成吞吐量68.9万吨，增长近三成。',
      '5–6',
      'Good morning. Throughput reached 698,000 tonnes this year, up by 30%.',
    ])
    expect(cells[7]).toEqual(['明年一季度。', '9', ''])
  })

  it.each([
    ['en', 'en', 'Governing text: Chinese. Where the two texts differ, the Chinese prevails.'],
    ['zh', 'zh-CN', '作准文本：中文。两种文本如有出入，以中文文本为准。'],
  ] as const)('says in %s which text governs and where the texts came from', (language, tag, governing) => {
    const html = page('chinese', language)
    expect(html).toContain(`<html lang="${tag}">`)
    const footer = elementsOf(parse(html)).find(({ tagName }) => tagName === 'footer')!
    expect(textOf(footer)).toContain(governing)
    expect(textOf(footer)).toContain('港口.txt · https://example.org/zh?a=1&b=2')
  })

  it('takes the title where there is no headline', () => {
    const html = toHtmlPage(
      { ...sample, segments: [segment(1, { en: 'Text.' })] },
      { layout: 'english', language: 'en' },
    )
    expect(html).toContain('<h1 class="headline">Briefing on harbour works &lt;draft&gt;</h1>')
  })

  it('law: whatever the texts hold, nothing in the page runs, loads or leads elsewhere, and no tag comes from them', () => {
    const known = new Set('html head meta title style body main div h1 h2 p footer'.split(' '))
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('side-by-side', 'english', 'chinese'), (document, layout) => {
        const hostile = { ...document, title: '</title><script>alert(1)</script>' }
        for (const { tagName, attributes } of elementsOf(parse(toHtmlPage(hostile, { layout, language: 'en' })))) {
          expect(known.has(tagName)).toBe(true)
          for (const name of Object.keys(attributes))
            expect(name).toMatch(/^(?:lang|class|charset|content|name|http-equiv)$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('passagesOf', () => {
  it.each([
    ['a line end inside a paragraph is a space in English', 'en', '\n', 'One. Two.'],
    ['and nothing in Chinese', 'zh', '\r\n', 'One.Two.'],
    ['other white space stays', 'zh', '\u3000', 'One.\u3000Two.'],
  ] as const)('%s', (_, side, tail, joined) => {
    const rows = ['One.', 'Two.'].map((text, index) =>
      segment(index + 1, { [side]: text, [`${side}Paragraph`]: 7, [`${side}Tail`]: tail }),
    )
    expect(passagesOf(rows)).toMatchObject([{ firstRow: 1, lastRow: 2, [side]: [{ text: joined }] }])
  })

  it('puts paragraphs that share a row into one passage', () => {
    const rows = [
      segment(1, { zh: '一。', en: 'One.', zhParagraph: 1, enParagraph: 1 }),
      segment(2, { zh: '二。', en: 'Two.', zhParagraph: 1, enParagraph: 2 }),
      segment(3, { zh: '三。', en: 'Three.', zhParagraph: 2, enParagraph: 2 }),
      segment(4, { zh: '四。', en: 'Four.', zhParagraph: 3, enParagraph: 3 }),
    ]
    expect(passagesOf(rows).map(({ firstRow, lastRow, zh, en }) => [firstRow, lastRow, zh.length, en.length])).toEqual([
      [1, 3, 2, 2],
      [4, 4, 1, 1],
    ])
  })

  it('never joins the line that opens a turn to what is said', () => {
    const rows = [
      segment(1, { en: 'Zhang Ming:', label: true, enParagraph: 1 }),
      segment(2, { en: 'Good morning.', enParagraph: 1 }),
    ]
    expect(passagesOf(rows)).toHaveLength(2)
  })

  it('law: every text that is not furniture stands in exactly one paragraph, in order', () => {
    const rows = fc.array(
      fc.record({
        zh: fc.constantFrom('', '甲', '乙'),
        en: fc.constantFrom('', 'a', 'b'),
        zhParagraph: fc.nat(2),
        enParagraph: fc.nat(2),
        label: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const segments = given.map((row, index) => segment(index + 1, { ...row, zhTail: '', enTail: '' }))
        for (const side of ['zh', 'en'] as const) {
          const written = passagesOf(segments).flatMap((passage) => passage[side].map(({ text }) => text))
          expect(written.join('')).toBe(segments.map((row) => row[side]).join(''))
          expect(written).not.toContain('')
        }
      }),
    )
  })
})
