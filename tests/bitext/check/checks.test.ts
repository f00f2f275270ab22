import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHECK_MESSAGES,
  CHECKS,
  type CheckedSegment,
  type CheckSettings,
  runChecks,
  sayCheckMessage,
} from '../../../lib/bitext/check'
import { SEGMENT_CHECK_IDS } from '../../../lib/bitext/check/ids'
import { CHECKED, ofLength } from '../../support/long-input'

function ids(segment: Partial<CheckedSegment>, settings: CheckSettings = {}): string[] {
  return runChecks({ id: '1', zh: '', en: '', ...segment }, settings).map(({ id }) => id)
}

const PAIRS: [zh: string, en: string, ...ids: string[]][] = [
  ['涉案金额183.7亿元。', 'The cases involved 1.837 billion yuan.', 'numeral-value'],
  ['涉案金额183.7亿元。', 'The cases involved 18.37 billion yuan.'],
  ['抓获4600余名嫌疑人。', 'Police arrested 4,600 suspects.', 'numeral-hedge-dropped'],
  ['抓获4600名嫌疑人。', 'Police arrested more than 4,600 suspects.', 'numeral-hedge-added'],
  ['约48件', 'more than 48 cases', 'numeral-hedge-differs'],
  ['历时五年。', 'It took five months.', 'numeral-unit'],
  ['上升3个百分点。', 'Up 3 percent.', 'numeral-points'],
  ['破案116起。', 'Many cases were solved.', 'numeral-missing-en'],
  ['破案多起。', 'A total of 116 cases were solved.', 'numeral-missing-zh'],
  ['去年破案116起。', 'In 2023, 116 cases were solved.'],
  ['死亡率减少三分之。', 'Mortality falls.', 'numeral-broken'],
  ['他于周五离开。', 'He left on Thursday.', 'weekday-differs'],
  ['一个人说了一些话。', 'No one said anything.'],
  ['会议于2023年10月24日（星期三）举行。', 'The meeting was held on Oct. 24, 2023.', 'weekday-date'],
  ['会议于10月24日举行。', 'The meeting was held on Monday, Oct. 24, 2023.', 'weekday-date'],
  ['会议于2023年10月24日（星期二）举行。', 'The meeting was held on Tuesday, Oct. 24, 2023.'],
  [
    '公园64个，其中新建28个、改造38个，新增绿地52公顷。',
    '64 parks: 28 new, 38 renovated; 52 hectares',
    'parts-exceed-whole',
  ],
  ['公园64个，其中新建28个、改造36个。', '64 parks: 28 new, 36 renovated'],
  ['党员100名，其中女性80名、青年60名。', '100 members: 80 women, 60 young'],
  ['公安机关', '', 'side-empty-en'],
  ['', 'The police', 'side-empty-zh'],
  ['岚浦经验很重要。', 'The 岚浦 experience matters.', 'untranslated-chinese'],
  ['岚浦经验很重要。', 'The Lanpu (岚浦) experience matters.'],
  ['The police solved many cases this year.', 'The police solved many cases this year.', 'untranslated-same'],
  ['The police solved many cases this year.', 'Police closed a lot of cases.', 'untranslated-latin'],
  ['Linux', 'Linux'],
  ['好的。', 'According to to the official.', 'repeated-word'],
  ['他说他有过。', 'He said that he had had it.'],
  ['我们要加强加强管理。', 'We must strengthen it.', 'repeated-characters'],
  ['现在在线，为了了解目的的含义', 'Now online, to learn what the purpose means'],
  ['SPI（Software in the Public Interest）协会', 'the SPI association'],
  ['此前的的优势', 'the earlier lead', 'repeated-characters'],
  ['我们研究研究。', 'Let us think about it.'],
  ['一是打击；二是防范；三是宣传。', 'First, strike; second, prevent.', 'list-items'],
  ['一是打击；二是防范。', 'First, strike; second, prevent.'],
  ['见 https://example.cn/a', 'See the site.', 'address-missing-en'],
  ['加入WTO后', 'after joining the World Trade Organization'],
  ['加入ABC后', 'after joining the club', 'latin-missing-en'],
  ['按CmdCtrl键', 'Press CommandCtrl'],
  ['用JavaScript写', 'written in Java Script'],
  ['用DataPilot分析', 'with a pivot table', 'latin-missing-en'],
  ['像多数Unix一样', 'like most Unices'],
  ['既有JDK，也有JRE', 'both Java Development Kits as well as Runtime Environments'],
  ['既有JDK，也有JRE', 'both a kit (JDK) and an environment to run what was written with it', 'latin-missing-en'],
  ['公安部（简称部。', 'the ministry (for short)', 'bracket-unbalanced'],
  ['一）打击', '1) strike'],
  ['好  的', 'good', 'typography-double-space'],
  ['重九十万公斤', 'It weighs 900,000kg.', 'typography-unit-space'],
  ['好', 'good，very', 'typography-full-width'],
  ['好', 'He said “yes" twice', 'typography-mixed-quotes'],
  ['我来，我见,我胜', 'I came, I saw, I won', 'typography-half-width'],
]

describe('runChecks', () => {
  it.each(PAIRS)('%s | %s', (zh, en, ...expected) => {
    expect(ids({ zh, en }).sort()).toEqual([...expected].sort())
  })

  it('quotes the words and says where they are', () => {
    const [found] = runChecks({ id: '1', zh: '涉案金额183.7亿元。', en: 'The cases involved 1.837 billion yuan.' })
    expect(found).toEqual({
      check: 'numerals',
      id: 'numeral-value',
      severity: 'error',
      message: '183.7亿元 is 18.37 billion yuan; the English has 1.837 billion yuan.',
      values: { zhText: '183.7亿元', zhValue: '18.37 billion yuan', enText: '1.837 billion yuan' },
      zh: { from: 4, to: 11 },
      en: { from: 19, to: 37 },
    })
  })

  it('lets a neighbour answer for a number that moved over the boundary', () => {
    const segment = { id: '1', zh: '破案116起，', en: 'Cases were solved,' }
    const after = { id: '2', zh: '抓获多人。', en: '116 of them, and many arrested.' }
    expect(ids(segment, { neighbours: { after } })).toEqual([])
    expect(ids(after, { neighbours: { before: segment } })).toEqual([])
    expect(ids(segment)).toEqual(['numeral-missing-en'])
  })

  it('lets a bracket close in the next row', () => {
    const segment = { id: '1', zh: '（甲', en: 'a' }
    expect(ids(segment)).toEqual(['bracket-unbalanced'])
    expect(ids(segment, { neighbours: { after: { id: '2', zh: '乙）', en: 'b' } } })).toEqual([])
  })

  it('is quiet about a side that is still to come', () => {
    const english = { en: 'In 2023, the  police (and others) solved 116 cases.' }
    expect(ids(english, { oneSided: true })).toEqual(['typography-double-space'])
    expect(ids(english)).toContain('side-empty-zh')
  })

  it('leaves labels, captions, credits and furniture mostly alone', () => {
    const row = { zh: '1/6', en: '2/7 116' }
    expect(ids({ ...row, kind: 'caption' })).toEqual([])
    expect(ids({ ...row, kind: 'furniture' })).toEqual([])
    expect(ids({ zh: '王乐水：', en: '', label: true })).toEqual(['side-empty-en'])
    expect(ids({ zh: '央视5台：', en: 'CCTV:', label: true })).toEqual([])
  })

  it('can switch a check off', () => {
    expect(ids({ zh: '破案116起。', en: 'Solved.' }, { off: ['numerals'] })).toEqual([])
  })

  it('says every message from its table', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual(SEGMENT_CHECK_IDS)
    expect(sayCheckMessage('numeral-unit', { zhText: '五年', enText: 'five months' })).toContain('五年 and five months')
    for (const template of Object.values(CHECK_MESSAGES)) expect(template).toMatch(/[.?]$/)
  })

  // A pattern that looks back over what it has read would run into the time-out; `npm run bench -- long-input` tells how time grows.
  it.each(CHECKED)('comes to an end of a hundred thousand characters of %s', (piece) => {
    const text = ofLength(100_000, piece)
    expect(runChecks({ id: '1', zh: `好${text}`, en: `${text}y` })).toBeInstanceOf(Array)
  })

  it('answers spans inside the text, whatever the text', () => {
    const words = fc.constantFrom(
      '公安',
      '的',
      '“',
      '”',
      '(',
      ')',
      '，',
      ',',
      ' ',
      '  ',
      '12',
      '百分之',
      '三',
      'the ',
      'WTO',
      'www.a.cn',
      '😀',
      '一是',
      'First, ',
      '"',
      "'",
      '’',
      '.',
    )
    const text = fc.array(words, { maxLength: 20 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (zh, en) => {
        for (const found of runChecks({ id: '1', zh, en })) {
          expect(found.zh === null || (found.zh.from < found.zh.to && found.zh.to <= zh.length)).toBe(true)
          expect(found.en === null || (found.en.from < found.en.to && found.en.to <= en.length)).toBe(true)
          expect(found.zh ?? found.en).not.toBeNull()
          expect(found.message).not.toMatch(/[{}]|undefined/)
        }
      }),
    )
  })
})
