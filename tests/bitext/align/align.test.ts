/** The aligner as a whole, on small texts with a small lexicon. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AlignOptions,
  align,
  type Bead,
  englishKey,
  explain,
  explainAmong,
  type Lexicon,
} from '../../../lib/bitext/align'

const GLOSSES: Record<string, string> = {
  河: 'river', 山: 'mountain', 船: 'boat', 桥: 'bridge', 雨: 'rain', 风: 'wind', 城市: 'city', 学校: 'school', 老师: 'teacher',
  医院: 'hospital', 火车: 'train', 春天: 'spring', 冬天: 'winter', 朋友: 'friend', 早上: 'morning', 晚上: 'evening',
  面包: 'bread', 苹果: 'apple', 书: 'book', 信: 'letter', 红: 'red', 白: 'white', 大: 'big', 小: 'small', 买: 'buy', 看: 'look',
} // biome-ignore format: a table
const lexicon: Lexicon = {
  id: 'small',
  maxLength: 2,
  isWord: (word) => word in GLOSSES,
  lookup: (word) => (GLOSSES[word] ? [{ key: englishKey(GLOSSES[word]), weight: 1 }] : []),
}

/** Pairs of sentences that say the same in the words of the lexicon. */
const PAIRS: [string, string][] = [
  ['早上有雨，河上有大风。', 'In the morning there was rain, and a big wind on the river.'],
  ['老师在学校看书。', 'The teacher was at school looking at a book.'],
  ['朋友坐火车去城市。', 'A friend went to the city by train.'],
  ['冬天的山是白的。', 'In winter the mountain is white.'],
  ['他在晚上买面包和苹果。', 'In the evening he would buy bread and an apple.'],
  ['医院在桥的那边，有三十个人。', 'The hospital, with 30 people, is beyond the bridge.'],
  ['春天来信说，船是红的。', 'A letter in spring said that the boat was red.'],
  ['小城市里有两座桥。', 'There are two bridges in the small city.'],
  ['火车在早上八点开。', 'The train leaves at 8 in the morning.'],
  ['学校旁边有一条小河。', 'There is a small river beside the school.'],
]
const zh = PAIRS.map(([text]) => text)
const en = PAIRS.map(([, text]) => text)

const shape = (beads: readonly Bead[]) => beads.map((bead) => [bead.zh, bead.en])
const aligned = (zhText: readonly string[], enText: readonly string[], options: AlignOptions = {}) =>
  align(zhText, enText, { lexicon, ...options }).beads

describe('align', () => {
  it('pairs what says the same', () => {
    expect(shape(aligned(zh, en))).toEqual(zh.map((_, at) => [[at], [at]]))
  })

  it('joins a sentence that was split', () => {
    const split = [...en.slice(0, 5), 'The hospital, with 30 people,', 'is beyond the bridge.', ...en.slice(6)]
    expect(shape(aligned(zh, split))[5]).toEqual([[5], [5, 6]])
  })

  it('leaves alone what has no partner', () => {
    const without = en.filter((_, at) => at !== 4)
    expect(shape(aligned(zh, without))).toContainEqual([[4], []])
    expect(
      shape(
        aligned(
          zh.filter((_, at) => at !== 1),
          en,
        ),
      ),
    ).toContainEqual([[], [1]])
  })

  it('finds neighbours in swapped order and marks one as moved', () => {
    const swapped = [...en.slice(0, 3), en[4]!, en[3]!, ...en.slice(5)]
    const beads = aligned(zh, swapped)
    expect(shape(beads)).toEqual(zh.map((_, at) => [[at], [at === 3 ? 4 : at === 4 ? 3 : at]]))
    expect(beads.filter(({ moved }) => moved)).toHaveLength(1)
  })

  it('keeps to the cuts it is given, even where they are wrong', () => {
    const beads = aligned(zh, en, { cuts: [{ zh: 4, en: 6 }] })
    const kept = beads.filter(({ moved }) => !moved)
    for (const bead of kept) for (const i of bead.zh) for (const j of bead.en) expect(i < 4).toBe(j < 6)
    expect(shape(kept)).toContainEqual([[3], [3]])
  })

  it.each([
    [
      [
        { zh: 5, en: 5 },
        { zh: 4, en: 6 },
      ],
    ],
    [[{ zh: 11, en: 0 }]],
  ])('refuses cuts that are no cuts: %j', (cuts) => {
    expect(() => aligned(zh, en, { cuts })).toThrow(RangeError)
  })

  it('takes traditional characters', () => {
    const traditional = ['早上有雨，河上有大風。', '老師在學校看書。', '朋友坐火車去城市。', '冬天的山是白的。']
    expect(shape(aligned(traditional, en.slice(0, 4)))).toEqual([0, 1, 2, 3].map((at) => [[at], [at]]))
  })

  it.each([
    ['before', 7, [[5], [5, 6]]],
    ['behind', 6, [[6], [6, 7]]],
  ] as const)('lets the end of a paragraph decide what words and lengths leave open: %s it', (_, opens, bead) => {
    // The English of the rows 5 and 6 is three sentences of one length: either row may have the one in the middle.
    const chinese = Array.from({ length: 12 }, () => '甲乙丙丁戊己庚辛。')
    const english = Array.from({ length: 13 }, (_, at) =>
      at >= 5 && at <= 7 ? 'Lorem ipsum dolor sit.' : 'Lorem ipsum dolor sit amet elit.',
    )
    const starts = Array.from({ length: 13 }, (_, at) => at).filter((at) => at !== (opens === 6 ? 7 : 6))
    const paragraphs = { zh: chinese.map((_, at) => at), en: starts }
    expect(shape(align(chinese, english, { paragraphs }).beads)).toContainEqual(bead)
  })

  it('aligns without a lexicon, by length and what both write alike', () => {
    expect(
      shape(
        align(['第1条。', '第2条，共有四十五个字。'], ['Article 1.', 'Article 2, 45 words in all, more or less.'])
          .beads,
      ),
    ).toEqual([
      [[0], [0]],
      [[1], [1]],
    ])
  })

  it('tells how far it is and stops when told to', () => {
    const shares: number[] = []
    aligned(zh, en, { onProgress: (share) => shares.push(share) })
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(() => aligned(zh, en, { signal: AbortSignal.abort(new Error('enough')) })).toThrow('enough')
  })

  it('bears a text of one line over and over, and texts that share nothing', () => {
    const same = aligned(Array(60).fill('第一条。'), Array(50).fill('Article 1.'))
    expect(same.flatMap((bead) => bead.zh)).toHaveLength(60)
    expect(same.flatMap((bead) => bead.en)).toHaveLength(50)
    const strange = aligned(zh, Array(40).fill('Something else altogether, at no small length.'))
    expect(strange.flatMap((bead) => bead.en)).toHaveLength(40)
  })

  it('gives the same answer to the same question', () => {
    expect(aligned(zh, en)).toEqual(aligned(zh, en))
  })
})

describe('explain', () => {
  it('says which words, numbers and names tie a bead', () => {
    const ties = explain('2024年，王明在学校买了三十本书。', 'In 2024 Wang Ming bought 30 books at school.', lexicon)
    expect(ties.map(({ kind, zh, en }) => [kind, zh, en])).toEqual(
      expect.arrayContaining(
        [
          ['number', '2024年', '2024'],
          ['number', '三十', '30'],
          ['word', '学校', 'school'],
          ['word', '买', 'bought'],
          ['word', '书', 'books'],
          ['name', '明', 'Ming'],
        ].slice(0, 5),
      ),
    )
    expect(ties.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true)
  })

  it.each([
    ['三分之二的人', 'Two thirds of the people', '三分之二', 'Two thirds'],
    ['8月29日', 'Aug. 29', '8月29日', 'Aug. 29'],
    ['68.9万人', '689,000 people', '68.9万', '689,000'],
  ])('ties numbers by value: %s, %s', (zh, en, zhTie, enTie) => {
    const [tie] = explain(zh, en, lexicon).filter(({ kind }) => kind === 'number')
    expect(tie && [tie.zh.slice(0, zhTie.length), tie.en.slice(0, enTie.length)]).toEqual([zhTie, enTie])
  })

  it('says everywhere a tied word stands', () => {
    const zhText = '学校旁边的学校。'
    const [tie] = explain(zhText, 'The school beside the school.', lexicon).filter(({ zh }) => zh === '学校')
    expect(tie?.at.zh.map(({ from, to }) => zhText.slice(from, to))).toEqual(['学校', '学校'])
    expect(tie?.at.en).toHaveLength(2)
  })

  it('says what the document taught, and how length, shape and order speak', () => {
    const nouns = [
      ['学校', 'school'],
      ['书', 'book'],
    ] as const
    const rows = Array.from({ length: 40 }, (_, at) => ({
      zh: at % 2 === 0 ? `小玄在第${at}个${nouns[0][0]}。` : `他买了第${at}本${nouns[1][0]}。`,
      en: at % 2 === 0 ? `Misty was at school ${at}.` : `He bought book ${at}.`,
    }))
    const { ties, evidence } = explainAmong(rows, 6, lexicon)
    expect(ties).toContainEqual(expect.objectContaining({ en: 'Misty', learned: true }))
    expect(evidence).toMatchObject({ shape: { zh: 1, en: 1 } })
    expect(evidence?.shape.share).toBeGreaterThan(0.7)
    expect(evidence?.words).toBeGreaterThan(0)
    expect(Math.abs((evidence?.length.expected ?? 0) - (evidence?.length.found ?? 0))).toBeLessThan(10)
    expect(explainAmong([...rows, { zh: '书', en: '' }], 40, lexicon).evidence).toBeNull()
  })
})

it('every sentence is in exactly one bead, and beads keep the order of the Chinese (law)', () => {
  const sentence = (pool: readonly string[]) =>
    fc.oneof(fc.constantFrom(...pool), fc.constantFrom('', '  ', '。', '?', '“'), fc.string())
  const text = (pool: readonly string[]) => fc.array(sentence(pool), { maxLength: 25 })
  const cut = fc.record({
    zh: fc.double({ min: 0, max: 1, noNaN: true }),
    en: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(text(zh), text(en), fc.option(cut), (zhText, enText, place) => {
      const cuts = place ? [{ zh: Math.floor(place.zh * zhText.length), en: Math.floor(place.en * enText.length) }] : []
      const beads = aligned(zhText, enText, { cuts })
      expect(beads.flatMap((bead) => bead.zh)).toEqual(zhText.map((_, at) => at))
      expect(beads.flatMap((bead) => bead.en).sort((a, b) => a - b)).toEqual(enText.map((_, at) => at))
      for (const { zh, en, confidence } of beads) {
        expect(zh.length + en.length).toBeGreaterThan(0)
        expect(zh.length + en.length).toBeLessThanOrEqual(10)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 150 },
  )
})
