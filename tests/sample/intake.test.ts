/** Intake must understand both texts of the sample alike: the same turns in the same order, the clause, the credits, the captions. */
import { describe, expect, it } from 'vitest'
import { type Block, intakeText } from '../../lib/bitext/intake'
import { SIDES } from '../../lib/bitext/text'
import { loadSample } from '../../prisma/sample'

const TURNS: [kind: 'speaker' | 'outlet', zh: string, en: string][] = [
  ['speaker', '沈若舟', 'Shen Ruozhou'],
  ['speaker', '陆青禾', 'Lu Qinghe'],
  ['speaker', '沈若舟', 'Shen Ruozhou'],
  ['outlet', '岚浦晚报', 'Lanpu Evening Post'],
  ['speaker', '闻长渡', 'Wen Changdu'],
  ['outlet', '渡口新闻网', 'Dukou News Online'],
  ['speaker', '纪舒岚', 'Ji Shulan'],
  ['outlet', '青汀时报', 'Qingting Times'],
  ['speaker', '岑一苇', 'Cen Yiwei'],
  ['outlet', '浦上财经', 'Pushang Finance'],
  ['speaker', '陆青禾', 'Lu Qinghe'],
  ['speaker', '沈若舟', 'Shen Ruozhou'],
  ['outlet', '岚浦广播电台', 'Radio Lanpu'],
  ['speaker', '陆青禾', 'Lu Qinghe'],
  ['speaker', '沈若舟', 'Shen Ruozhou'],
]

const CREDITS = {
  zh: ['裴松年', '温知夏', '邵子衿', '郁南星', '埃德温·哈特尔伯里'],
  en: ['Wen Zhixia', 'Shao Zijin', 'Yu Nanxing', 'Pei Songnian', 'Edwin Hartlebury'],
}

const SPEAKERS = {
  zh: ['陆青禾', '闻长渡', '纪舒岚', '岑一苇', '沈若舟'],
  en: ['Lu Qinghe', 'Wen Changdu', 'Ji Shulan', 'Cen Yiwei', 'Shen Ruozhou'],
}

const sample = loadSample()
const INTAKES = { zh: intakeText(sample.zh, 'zh'), en: intakeText(sample.en, 'en') }

const kinds = (blocks: Block[]) => blocks.filter(({ label }) => !label).map(({ kind }) => kind)
const found = (blocks: Block[]) =>
  blocks
    .filter(({ label, turn }) => label && turn !== undefined)
    .map(({ speaker, outlet }) =>
      outlet === undefined ? ['speaker', speaker] : ['outlet', outlet.replace(/记者$/, '')],
    )

describe.each(SIDES)('the %s text', (side) => {
  const intake = INTAKES[side]
  const turns = TURNS.map(([kind, zh, en]) => [kind, { zh, en }[side]])

  it('has its turns, in order, each a speaker or an outlet, from the first word spoken', () => {
    expect(found(intake.blocks).slice(-turns.length)).toEqual(turns)
  })

  it('loses nothing', () => {
    expect(intake.dropped).toEqual([])
    const squeeze = (text: string) => text.replaceAll(/\s/gu, '')
    expect(squeeze(intake.blocks.map(({ text }) => text).join(''))).toBe(squeeze(sample[side]))
  })

  it('has its clause and credits', () => {
    expect(intake.governing?.rule).toBe('prevails-zh')
    expect(intake.credits).toEqual(CREDITS[side])
  })

  // 发言人：, 主持人： and "Chairperson:" over the list of speakers are its heads, not people who speak.
  it('has no other turns', () => {
    expect(found(intake.blocks)).toHaveLength(turns.length)
  })

  // Also where a title ends like a name (总工程师) and where a line ends in "Ltd.".
  it('has its speakers', () => {
    expect(intake.speakers.map(({ name }) => name)).toEqual(SPEAKERS[side])
  })
})

describe('both texts', () => {
  it('have the same kinds of blocks in the same order', () => {
    expect(kinds(INTAKES.zh.blocks)).toEqual(kinds(INTAKES.en.blocks))
  })

  // The first line is the notice that this is a sample: the title comes after it.
  it('have their headline', () => {
    for (const side of SIDES) expect(kinds(INTAKES[side].blocks)).toContain('headline')
  })
})
