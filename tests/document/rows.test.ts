import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCuts } from '../../lib/document/anchors'
import { placeBeside } from '../../lib/document/place-beside'
import { type CutText, type Row, rowsOfBeads, rowsOfOneSide } from '../../lib/document/rows'
import { unitsOf } from '../../lib/document/units'
import { intakeOf } from '../support/intake'

function cut(intake: Parameters<typeof unitsOf>[0]): CutText {
  return { intake, units: unitsOf(intake) }
}

const joined = (rows: Row[], side: 'zh' | 'en') => rows.map((row) => row[side] + row[`${side}Tail`]).join('')

/** The text without what was dropped, from its first kept character. */
function kept({ intake }: CutText): string {
  let text = intake.text
  for (const { from, to } of [...intake.dropped].reverse()) text = text.slice(0, from) + text.slice(to)
  return text.trimStart()
}

const ZH = cut(
  intakeOf('zh', [
    { text: '发布会', kind: 'headline' },
    { text: '<b></b>', dropped: true },
    { text: '甲：', kind: 'moderator', turn: 0, label: true, speaker: '甲', gap: '' },
    { text: '大家好。欢迎！', kind: 'moderator', turn: 0, speaker: '甲' },
    { text: '晚报记者：', kind: 'question', turn: 1, label: true },
    { text: '进展如何？谢谢。', kind: 'question', turn: 1 },
    { text: '翻译：王', kind: 'credit' },
  ]),
)
const EN = cut(
  intakeOf('en', [
    { text: 'Briefing', kind: 'headline' },
    { text: 'Jia:', kind: 'moderator', turn: 0, label: true, speaker: 'Jia' },
    { text: 'Hello, everyone. Welcome!', kind: 'moderator', turn: 0, speaker: 'Jia' },
    { text: 'Evening Post:', kind: 'question', turn: 1, label: true },
    { text: 'What progress is there? Thank you.', kind: 'question', turn: 1 },
    { text: 'Translated by Wang', kind: 'credit' },
  ]),
)

describe('units', () => {
  test('are sentences of prose and whole blocks of everything else', () => {
    expect(ZH.units.map((unit) => unit.text)).toEqual([
      '发布会',
      '甲：',
      '大家好。',
      '欢迎！',
      '晚报记者：',
      '进展如何？',
      '谢谢。',
      '翻译：王',
    ])
  })

  test('with their tails are the kept text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text: fc.constantFrom('好。', 'Good. Bad.', '甲！乙？', 'x'),
            dropped: fc.boolean(),
            gap: fc.constantFrom('\n', '\n\n', ' ', '\r\n \n'),
          }),
          { minLength: 1 },
        ),
        (given) => {
          const text = cut(intakeOf('zh', given))
          expect(joined(rowsOfOneSide(text), 'zh')).toBe(text.units.length > 0 ? kept(text) : '')
        },
      ),
    )
  })
})

describe('anchors', () => {
  test('turns, headline and credits that both texts have', () => {
    expect(findCuts(ZH, EN)).toEqual([
      { zh: 0, en: 0 },
      { zh: 1, en: 1 },
      { zh: 2, en: 2 },
      { zh: 4, en: 4 },
      { zh: 5, en: 5 },
      { zh: 7, en: 7 },
    ])
  })

  test('turns in different numbers are no anchors', () => {
    const lost = cut(
      intakeOf('en', [
        { text: 'Jia:', turn: 0, label: true, kind: 'moderator' },
        { text: 'Hello.', turn: 0 },
        { text: 'How?' },
      ]),
    )
    expect(findCuts(ZH, lost)).toEqual([])
  })

  test('turns that lie far apart are no anchors either', () => {
    const turn = (index: number, text: string) => ({ text, turn: index, kind: 'speech' as const })
    const zh = cut(intakeOf('zh', [turn(0, '甲。'), turn(1, '乙。丙。丁。戊。己。庚。辛。壬。癸。')]))
    const en = cut(intakeOf('en', [turn(0, 'A. B. C. D. E. F. G. H. I.'), turn(1, 'J.')]))
    expect(findCuts(zh, en)).toEqual([])
  })
})

describe('rows', () => {
  const beads = ZH.units.map((_, index) => ({ zh: [index], en: [index], confidence: 0.9 }))

  test('know what they are, who speaks and what is protected', () => {
    const rows = rowsOfBeads(ZH, EN, beads)
    expect(rows[1]).toMatchObject({
      zh: '甲：',
      en: 'Jia:',
      label: true,
      kind: 'moderator',
      speakerZh: '甲',
      speakerEn: 'Jia',
      turn: 0,
    })
    expect(rows[7]).toMatchObject({ kind: 'credit', locked: true })
    expect(rows[2]).toMatchObject({ locked: false, status: 'translated', confidence: 0.9 })
  })

  test('without their translation are drafts', () => {
    const [row] = rowsOfBeads(ZH, EN, [{ zh: [0], en: [], confidence: 0.5 }])
    expect(row).toMatchObject({ en: '', status: 'draft' })
  })

  test('joined give each text back, whatever the beads', () => {
    const grouping = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(grouping, (sizes) => {
        const rows = rowsOfBeads(ZH, EN, beadsOf(sizes))
        expect(joined(rows, 'zh')).toBe(kept(ZH))
        expect(joined(rows, 'en')).toBe(kept(EN))
      }),
    )
  })

  test('remember the order of the English where it crosses', () => {
    const rows = rowsOfBeads(ZH, EN, [
      { zh: [0], en: [1], confidence: 1 },
      { zh: [1], en: [0], confidence: 1, moved: true },
      { zh: [2], en: [], confidence: 1 },
    ])
    expect(rows.map(({ enOrder, moved }) => [enOrder, moved])).toEqual([
      [1, false],
      [0, true],
      [null, false],
    ])
  })
})

function beadsOf(sizes: [number, number][]) {
  const beads = []
  let [zh, en] = [0, 0]
  for (const [a, b] of [...sizes, [ZH.units.length, EN.units.length] as const]) {
    const take = (from: number, count: number, all: number) =>
      Array.from({ length: Math.min(count, all - from) }, (_, index) => from + index)
    const bead = { zh: take(zh, a, ZH.units.length), en: take(en, b, EN.units.length), confidence: 1 }
    zh += bead.zh.length
    en += bead.en.length
    if (bead.zh.length + bead.en.length > 0) beads.push(bead)
  }
  return beads
}

describe('a side that comes later', () => {
  test('stands beside the rows, between them, or joins them', () => {
    const placed = placeBeside(
      'en',
      [
        { zh: [0], en: [0], confidence: 0.9 },
        { zh: [1], en: [], confidence: 0.5 },
        { zh: [2, 3], en: [1], confidence: 0.9 },
        { zh: [4], en: [2, 3], confidence: 0.9 },
        { zh: [], en: [4], confidence: 0.9 },
      ],
      ZH,
    )
    expect(placed.beside.map(({ rowIndexes, data }) => [rowIndexes, data.zh])).toEqual([
      [[0], '发布会'],
      [[1], '大家好。欢迎！'],
      [[2, 3], '晚报记者：'],
    ])
    expect(placed.between.map(({ afterRow, rows }) => [afterRow, rows.map((row) => row.zh)])).toEqual([[0, ['甲：']]])
  })

  test('neighbours without a partner stay in their order at one place', () => {
    const alone = [0, 1, 2].map((index) => ({ zh: [index], en: [], confidence: 1 }))
    const { between } = placeBeside('en', alone, ZH)
    expect(between.map(({ afterRow, rows }) => [afterRow, rows.map((row) => row.zh)])).toEqual([
      [-1, ['发布会', '甲：', '大家好。']],
    ])
  })

  test('keeps its own order: what was found out of order gets a row of its own', () => {
    const placed = placeBeside(
      'en',
      [
        { zh: [0], en: [1], confidence: 1 },
        { zh: [1], en: [0], confidence: 1, moved: true },
      ],
      ZH,
    )
    expect(placed.between).toMatchObject([{ afterRow: 1, rows: [{ zh: '甲：' }] }])
  })
})
