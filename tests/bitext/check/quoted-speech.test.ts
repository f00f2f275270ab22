/** Speech quoted on one side only, and not the slogans and terms that Chinese quotes and English does not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedSegment } from '../../../lib/bitext/check'
import { quotedSpeech } from '../../../lib/bitext/check/quoted-speech'

const LONG_ZH = '我们会把这件事情一直办到老百姓满意为止。'
const LONG_EN = 'we will stay with this until people are content.'

function says(zh: string, en: string, beside: Partial<CheckedSegment> = {}): string[] {
  const neighbour = { id: '2', zh: '', en: '', ...beside }
  return quotedSpeech.run({ id: '1', zh, en }, { neighbours: { after: neighbour } }).map(({ id }) => id)
}

const PAIRS: [zh: string, en: string, ...ids: string[]][] = [
  [`他说：“${LONG_ZH}”`, `He said, "${LONG_EN}"`],
  [`他说：“${LONG_ZH}”`, `He said that ${LONG_EN}`, 'speech-bare-en'],
  [`他说，${LONG_ZH}`, `He said, “${LONG_EN}”`, 'speech-bare-zh'],
  // Other marks are marks; an apostrophe is none.
  [`他说：“${LONG_ZH}”`, `He said, ‘${LONG_EN}’`],
  [`他说：“${LONG_ZH}”`, `He said, '${LONG_EN}'`],
  [`他说：「${LONG_ZH}」`, `He said, “${LONG_EN}”`],
  [`他说：“${LONG_ZH}”`, `It's what he said: ${LONG_EN}`, 'speech-bare-en'],
  // A slogan, a term, a title.
  ['坚持“岚浦经验”', 'uphold the Lanpu experience'],
  [
    '《关于加强新时代社会治安防控体系建设的意见》',
    'the “Opinions on Strengthening the Public Security System in the New Era”',
  ],
  // Both marks typed as opening ones.
  [`他说：“${LONG_ZH}“`, `He said, “${LONG_EN}”`],
  // One speech, the speaker in its midst on one side.
  [`“${LONG_ZH}”他说，“${LONG_ZH}”`, `He said, “${LONG_EN} And ${LONG_EN}”`],
  [`他说：“${LONG_ZH}${LONG_ZH}”`, `“${LONG_EN}” he said. “And ${LONG_EN}”`],
  // Two speeches and one.
  [
    `他说：“${LONG_ZH}”一位在场的记者当时还就另外一项议题向发言人追问，他答道：“${LONG_ZH}”`,
    `He said, “${LONG_EN}” Asked about another matter he answered that ${LONG_EN}`,
    'speech-count',
  ],
  // A mark without its partner is another check's business, and a side still to come is none.
  [`他说：“${LONG_ZH}`, `He said that ${LONG_EN}`],
  [`他说：“${LONG_ZH}”`, `He said, “${LONG_EN}`],
  [`他说：“${LONG_ZH}”`, ''],
]

describe('quoted speech', () => {
  it.each(PAIRS)('%s | %s', (zh, en, ...expected) => {
    expect(says(zh, en)).toEqual(expected)
  })

  it('lets a quotation of several rows be marked at its ends only', () => {
    expect(says(`“${LONG_ZH}”`, LONG_EN, { en: 'And so on.”' })).toEqual([])
    expect(says(`“${LONG_ZH}”`, LONG_EN, { en: 'And so on.' })).toEqual(['speech-bare-en'])
  })

  it('marks the speech with its quotation marks', () => {
    const zh = `他说：“${LONG_ZH}”`
    const [found] = quotedSpeech.run({ id: '1', zh, en: LONG_EN }, {})
    expect(zh.slice(found?.zh?.from, found?.zh?.to)).toBe(`“${LONG_ZH}”`)
    expect(found?.en).toBeNull()
  })

  it('is silent where both sides have the same marks, whatever stands between them', () => {
    const text = fc
      .array(fc.constantFrom('“', '”', '"', LONG_ZH, LONG_EN, '他说：', 'she said'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (one) => {
        expect(says(one, one)).toEqual([])
      }),
    )
  })
})
