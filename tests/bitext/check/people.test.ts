/** People, titles and outlets of a document in both languages, and names by sound. */
import { describe, expect, it } from 'vitest'
import { type CheckedSegment, checkDocument } from '../../../lib/bitext/check'
import { titleDifference } from '../../../lib/bitext/register/offices'
import { outletDifference } from '../../../lib/bitext/register/outlets'
import { spells, standardSpellings } from '../../../lib/bitext/register/sounds'

describe('names by sound', () => {
  it.each<[string, string]>([
    ['王乐水', 'Wang Leshui'],
    ['王乐水', 'Leshui Wang'],
    ['王乐水', 'WANG Le-shui'],
    ['王乐水', "Wang Le'shui"],
    ['吕卓', 'Lü Zhuo'],
    ['吕卓', 'Lv Zhuo'],
    ['吕卓', 'Lu Zhuo'],
    ['吕卓', 'Lyu Zhuo'],
    ['欧阳明华', 'Ouyang Minghua'],
    ['欧阳明华', 'Minghua Ouyang'],
    ['诸葛亮', 'Zhuge Liang'],
    ['单田芳', 'Shan Tianfang'],
    ['解晓东', 'Xie Xiaodong'],
    ['曾庆红', 'Zeng Qinghong'],
    ['仇和', 'Qiu He'],
    ['查良镛', 'Zha Liangyong'],
    ['区伯', 'Ou Bo'],
    ['尉迟恭', 'Yuchi Gong'],
    ['万俟洛', 'Moqi Luo'],
    ['李西安', "Li Xi'an"],
    ['任长霞', 'Ren Changxia'],
    ['张曾', 'Zhang Zeng'],
  ])('%s is %s', (zh, en) => {
    expect(spells(zh, en)).toBe(true)
  })

  it.each<[string, string]>([
    ['王乐水', 'Wang Leshun'],
    ['王乐水', 'Wang Le'],
    ['吕卓', 'Liu Zhuo'],
    ['欧阳明华', 'Ou Minghua'],
  ])('%s is not %s', (zh, en) => {
    expect(spells(zh, en)).toBe(false)
  })

  it('says the usual spelling', () => {
    expect(standardSpellings('单田芳').said).toBe('Shan Tianfang')
    expect(standardSpellings('欧阳明华').said).toBe('Ouyang Minghua')
  })
})

describe('offices and outlets', () => {
  it.each<[string, string, string | null]>([
    ['公安部副部长', 'vice minister of public security', null],
    ['公安部副部长', 'deputy minister of the Ministry of Public Security', null],
    ['公安部副部长', 'vice minister of justice', 'body'],
    ['公安部副部长', 'minister of public security', 'deputy'],
    ['公安部治安管理局局长', 'director general of the Bureau of Public Security Management of the MPS', null],
    ['公安部治安管理局局长', 'deputy director general of the Bureau of Public Security Management', 'deputy'],
    [
      '国务院新闻办公室新闻局副局长、新闻发言人',
      'deputy director general of the Press Bureau of the SCIO and spokesperson of the SCIO',
      null,
    ],
    ['岚浦市水务管理处总工程师', 'chief engineer of the Lanpu Water Administration', null],
    ['岚浦市水务管理处总工程师', 'mayor of Lanpu', 'rank'],
    ['公安部党委委员、部长助理', 'member of the Party Committee and assistant minister of public security', null],
    ['办公厅主任', 'director of the General Office', null],
  ])('%s, %s: %s', (zh, en, difference) => {
    expect(titleDifference(zh, en)).toBe(difference)
  })

  it.each<[string, string, string | null]>([
    ['新华社记者：', 'Xinhua News Agency:', null],
    ['中央广播电视总台央视记者：', 'CCTV:', null],
    ['人民日报记者：', "People's Daily:", null],
    ['光明日报记者：', 'Economic Daily:', 'Guangming Daily'],
    ['岚浦晚报记者：', 'Lanpu Evening Post:', null],
  ])('%s %s', (zh, en, should) => {
    expect(outletDifference(zh, en)?.should ?? null).toBe(should)
  })
})

function findings(rows: readonly (Omit<CheckedSegment, 'id'> & { id?: string })[]): string[] {
  const segments = rows.map((row, at): CheckedSegment => ({ ...row, id: String(at) }))
  return checkDocument(segments)
    .filter(({ check }) => check === 'people')
    .map(({ segmentId, message }) => `${segmentId} ${message}`)
}

const LIST = { zh: '王乐水，公安部副部长', en: 'Wang Leshui, vice minister of public security', kind: 'speaker-list' }

describe('people of a document', () => {
  it('has nothing to say of names and titles that agree', () => {
    expect(
      findings([
        LIST,
        {
          zh: '我们邀请到公安部副部长王乐水先生。',
          en: 'We have invited Mr. Wang Leshui, vice minister of the Ministry of Public Security, to brief you.',
        },
        { zh: '王乐水：', en: 'Wang Leshui:', label: true },
        { zh: '谢谢王乐水先生。', en: 'Thank you, Mr. Wang.' },
        { zh: '谢谢王乐水先生和李亚兰女士。', en: 'Thank you, Wang Leshui and Li Yalan.' },
      ]),
    ).toEqual([])
  })

  it('finds a name that sounds otherwise, and the title of another ministry', () => {
    expect(
      findings([
        { ...LIST, en: 'Wang Leshun, vice minister of public security' },
        { ...LIST, en: 'Wang Leshui, vice minister of justice' },
      ]),
    ).toEqual([
      '0 王乐水 is Wang Leshui; the English has Wang Leshun.',
      '1 王乐水 is 公安部副部长; “vice minister of justice” is of another body.',
    ])
  })

  it('finds the name in running text too, once the document has named the person', () => {
    expect(findings([LIST, { zh: '王乐水表示，将继续努力。', en: 'Wang Lehai said efforts would continue.' }])).toEqual(
      ['1 王乐水 is Wang Leshui; the English has Wang Lehai.'],
    )
  })

  it('finds a deputy made chief, in a lede', () => {
    expect(
      findings([
        {
          zh: '今天，我们邀请到公安部副部长王乐水先生。',
          en: 'Today we have invited Mr. Wang Leshui, minister of public security.',
        },
      ]),
    ).toEqual(['0 王乐水 is 公安部副部长; “minister of public security”: only one of them is a deputy.'])
  })

  it('finds one person with two titles in the Chinese, but not a title in short', () => {
    expect(
      findings([
        LIST,
        { zh: '王乐水，副部长', en: 'Wang Leshui, vice minister', kind: 'speaker-list' },
        {
          zh: '王乐水，公安部部长助理',
          en: 'Wang Leshui, assistant minister of public security',
          kind: 'speaker-list',
        },
      ]),
    ).toEqual(['2 王乐水 is “公安部部长助理” here and “公安部副部长” elsewhere.'])
  })

  it('finds another outlet', () => {
    expect(findings([{ zh: '光明日报记者：', en: 'Economic Daily:', label: true }])).toEqual([
      '0 光明日报 is Guangming Daily; the English has Economic Daily.',
    ])
  })
})
