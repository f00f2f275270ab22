/** Aligning around confirmed beads: they come back, nothing spans or jumps over them, and they teach. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, type Bead, type ConfirmedBead, englishKey, type Lexicon } from '../../../lib/bitext/align'

const GLOSSES: Record<string, string> = {
  河: 'river', 山: 'mountain', 船: 'boat', 桥: 'bridge', 雨: 'rain', 风: 'wind', 城市: 'city', 学校: 'school', 老师: 'teacher',
  医院: 'hospital', 火车: 'train', 春天: 'spring', 冬天: 'winter', 朋友: 'friend', 早上: 'morning', 晚上: 'evening',
} // biome-ignore format: a table
const lexicon: Lexicon = {
  id: 'small',
  maxLength: 2,
  isWord: (word) => word in GLOSSES,
  lookup: (word) => (GLOSSES[word] ? [{ key: englishKey(GLOSSES[word]), weight: 1 }] : []),
}
const PAIRS: [string, string][] = [
  ['早上有雨，河上有大风。', 'In the morning there was rain, and a big wind on the river.'],
  ['老师在学校看书。', 'The teacher was at school looking at a book.'],
  ['朋友坐火车去城市。', 'A friend went to the city by train.'],
  ['冬天的山是白的。', 'In winter the mountain is white.'],
  ['他在晚上过桥。', 'In the evening he would cross the bridge.'],
  ['医院有三十个人。', 'The hospital has 30 people.'],
  ['春天来信说，船是红的。', 'A letter in spring said that the boat was red.'],
  ['小城市里有两座桥。', 'There are two bridges in the small city.'],
]
const zh = PAIRS.map(([text]) => text)
const en = PAIRS.map(([, text]) => text)
const around = (confirmed: ConfirmedBead[], zhText = zh, enText = en) =>
  align(zhText, enText, { lexicon, confirmed }).beads
const shape = (beads: readonly Bead[]) => beads.map((bead) => [bead.zh, bead.en])

describe('align around confirmed beads', () => {
  it('gives them back, even where they are wrong, and parts the text there', () => {
    const beads = around([{ zh: [2, 3], en: [4] }])
    expect(beads).toContainEqual({ zh: [2, 3], en: [4], confidence: 1, confirmed: true })
    for (const bead of beads)
      if (!bead.confirmed) for (const i of bead.zh) for (const j of bead.en) expect(i < 2).toBe(j < 4)
  })

  it('spans no confirmed sentence that has no partner', () => {
    const beads = around(
      [
        { zh: [3], en: [] },
        { zh: [], en: [5] },
      ],
      zh,
      en,
    )
    expect(beads.filter(({ confirmed }) => confirmed)).toHaveLength(2)
    expect(shape(beads)).toContainEqual([[3], []])
    expect(shape(beads)).toContainEqual([[], [5]])
    for (const { zh: i, en: j } of beads) {
      expect(i.at(-1) ?? 0).toBe((i[0] ?? 0) + Math.max(0, i.length - 1))
      expect(j.at(-1) ?? 0).toBe((j[0] ?? 0) + Math.max(0, j.length - 1))
    }
  })

  it('leaves a moved one where it stands and aligns what is around it', () => {
    const moved = [...en.slice(1), en[0]!]
    expect(shape(around([{ zh: [0], en: [7], moved: true }], zh, moved))).toEqual([
      [[0], [7]],
      ...zh.slice(1).map((_, at) => [[at + 1], [at]]),
    ])
  })

  it('realigns a range and nothing else', () => {
    const beads = around(PAIRS.map((_, at) => ({ zh: [at], en: [at] })).filter((_, at) => at < 3 || at > 5))
    expect(shape(beads)).toEqual(PAIRS.map((_, at) => [[at], [at]]))
    expect(beads.filter(({ confirmed }) => !confirmed).map((bead) => bead.zh[0])).toEqual([3, 4, 5])
  })

  it('finds text moved across a cut, but not past a confirmed bead', () => {
    const long: [string, string] = [
      '2031年，医院、学校、火车和船都在桥的那边，有472个朋友。',
      'In 2031 the hospital, the school, the train and the boat were beyond the bridge, with 472 friends.',
    ]
    const zhText = [...zh.slice(0, 2), long[0], ...zh.slice(2)]
    const enText = [...en.slice(0, 6), long[1], ...en.slice(6)]
    const cuts = [{ zh: 5, en: 4 }]
    expect(shape(align(zhText, enText, { lexicon, cuts }).beads)).toContainEqual([[2], [6]])
    expect(shape(around([{ zh: [5], en: [4] }], zhText, enText))).not.toContainEqual([[2], [6]])
  })

  it('learns the words of confirmed beads', () => {
    const names = [...'甲乙丙丁戊己庚辛壬癸'].flatMap((stem) => [...'子丑寅卯辰巳'].map((branch) => stem + branch))
    const renderings = names.map(
      (_, at) => `${'BDFGKLMNPR'[at % 10]}${'aeiou'[at % 5]}rv${'aeiou'[Math.floor(at / 12)]}x`,
    )
    const pick = (at: number) => [at % 60, (7 * at + 11) % 60] as const
    const rows = Array.from({ length: 240 }, (_, at) => pick(at))
    const zhText = [...rows.map(([a, b]) => `${names[a]}和${names[b]}。`), `${names[7]}。`, `${names[20]}。`]
    const enText = [
      ...rows.map(([a, b]) => `${renderings[a]} and ${renderings[b]}.`),
      `${renderings[20]}.`,
      `${renderings[7]}.`,
    ]
    const words: Lexicon = { id: 'names', maxLength: 2, isWord: (word) => names.includes(word), lookup: () => [] }
    const confirmed = rows.map((_, at) => ({ zh: [at], en: [at] }))
    const { beads } = align(zhText, enText, { lexicon: words, confirmed })
    expect(shape(beads.slice(240))).toEqual([
      [[240], [241]],
      [[241], [240]],
    ])
  })

  it.each<[string, ConfirmedBead[]]>([
    ['outside the text', [{ zh: [8], en: [1] }]],
    [
      'twice',
      [
        { zh: [1], en: [1] },
        { zh: [1], en: [2] },
      ],
    ],
  ])('refuses a sentence that stands %s', (_, confirmed) => {
    expect(() => around(confirmed)).toThrow(RangeError)
  })
})

/** A random alignment of n:m sentences, some of it confirmed. */
const problem = fc
  .array(fc.record({ a: fc.nat(3), b: fc.nat(3), kept: fc.boolean(), swapped: fc.boolean() }), { maxLength: 14 })
  .map((rows) => {
    let zhAt = 0
    let enAt = 0
    const beads = rows.map(({ a, b, kept }) => ({
      kept,
      zh: Array.from({ length: a }, () => zhAt++),
      en: Array.from({ length: b }, () => enAt++),
    }))
    rows.forEach(({ swapped }, at) => {
      const next = beads[at + 1]
      if (swapped && next) [beads[at]!.en, next.en] = [next.en, beads[at]!.en]
    })
    return { zhCount: zhAt, enCount: enAt, confirmed: beads.filter(({ kept }) => kept) }
  })

it('every sentence once, confirmed beads as given, no bead over a gap, Chinese in order (law)', () => {
  fc.assert(
    fc.property(problem, fc.nat(7), ({ zhCount, enCount, confirmed }, shift) => {
      const zhText = Array.from({ length: zhCount }, (_, at) => zh[(at + shift) % 8]!)
      const enText = Array.from({ length: enCount }, (_, at) => en[(3 * at) % 8]!)
      const beads = around(confirmed, zhText, enText)
      expect(beads.flatMap((bead) => bead.zh)).toEqual(zhText.map((_, at) => at))
      expect(beads.flatMap((bead) => bead.en).sort((a, b) => a - b)).toEqual(enText.map((_, at) => at))
      const given = confirmed.filter((bead) => bead.zh.length + bead.en.length > 0)
      expect(
        beads
          .filter((bead) => bead.confirmed)
          .map((bead) => `${bead.zh}|${bead.en}`)
          .sort(),
      ).toEqual(given.map((bead) => `${bead.zh}|${bead.en}`).sort())
      for (const bead of beads)
        for (const side of [bead.zh, bead.en]) expect(side.at(-1) ?? -1).toBe((side[0] ?? 0) + side.length - 1)
    }),
    { numRuns: 200 },
  )
})
