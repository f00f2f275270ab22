import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../lib/bitext/check'
import {
  candidatesOf,
  findSame,
  indexRegister,
  joinEntries,
  type RegisterEntry,
  readRegisterCsv,
  registerToCsv,
  sameEntry,
} from '../../../lib/bitext/register'
import { isSameTitle } from '../../../lib/bitext/register/same-title'

const entry = (part: Partial<RegisterEntry>): RegisterEntry => ({
  id: 'e',
  kind: 'person',
  zh: [],
  en: [],
  titles: [],
  note: '',
  ...part,
})

describe('two wordings of an office', () => {
  test.each([
    ['zh', '公安部副部长', '副部长', true],
    ['zh', '国新办新闻局局长', '国务院新闻办公室新闻局局长', true],
    ['zh', '公安部部长', '公安部副部长', false],
    ['zh', '公安部副部长兼国家移民管理局局长', '国家移民管理局局长', true],
    ['zh', '研究室主任', '治安管理局局长', false],
    ['en', 'vice minister', 'vice minister of public security', true],
    [
      'en',
      'director general of the Bureau of Order of the MPS',
      'director general of the Bureau of Order of the Ministry of Public Security',
      true,
    ],
    ['en', 'spokesperson of the State Information Office (SIO)', 'spokesperson of the State Information Office', true],
    ['en', 'minister of public security', 'vice minister of public security', false],
    ['en', 'director of the Library', 'curator of the Library', false],
  ] as const)('%s %s · %s: one office is %s', (side, a, b, same) => {
    expect(isSameTitle(side, a, b)).toBe(same)
    expect(isSameTitle(side, b, a)).toBe(same)
  })
})

describe('what a document names itself', () => {
  test('people of its lists and labels, outlets of its questions, the place of its dateline', () => {
    const found = candidatesOf([
      { zh: '岚浦 | 2025年10月24日', en: 'Lanpu | Oct. 24, 2025', kind: 'dateline' },
      {
        zh: '陆青禾，岚浦市公共服务局局长',
        en: 'Lu Qinghe, director general of the Lanpu Public Services Bureau',
        kind: 'speaker-list',
      },
      {
        zh: '一同出席的还有水务管理处总工程师闻长渡先生、图书馆馆长陆青禾女士。',
        en: 'Also here are Wen Changdu, chief engineer of the Water Administration, and Lu Qinghe, director of the Library.',
        kind: 'speech',
      },
      { zh: '岚浦晚报记者：', en: 'Lanpu Evening Post:', kind: 'question', label: true },
      { zh: '岑一苇：', en: 'Cen Yiwei:', kind: 'answer', label: true },
    ])
    expect(found).toEqual([
      { kind: 'place', zh: ['岚浦'], en: ['Lanpu'], titles: [], others: [] },
      {
        kind: 'person',
        zh: ['陆青禾'],
        en: ['Lu Qinghe'],
        titles: [
          { zh: ['岚浦市公共服务局局长'], en: ['director general of the Lanpu Public Services Bureau'] },
          { zh: ['图书馆馆长'], en: ['director of the Library'] },
        ],
        others: [],
      },
      {
        kind: 'person',
        zh: ['闻长渡'],
        en: ['Wen Changdu'],
        titles: [{ zh: ['水务管理处总工程师'], en: ['chief engineer of the Water Administration'] }],
        others: [],
      },
      { kind: 'outlet', zh: ['岚浦晚报'], en: ['Lanpu Evening Post'], titles: [], others: [] },
      { kind: 'person', zh: ['岑一苇'], en: ['Cen Yiwei'], titles: [], others: [] },
    ])
  })

  test('the first English stands; another is told, not taken', () => {
    const [one] = candidatesOf([
      { zh: '陆青禾，公共服务局局长', en: 'Lu Qinghe, director general of the Services Bureau', kind: 'speaker-list' },
      { zh: '陆青禾，公共服务局局长', en: 'Lu Qingho, head of the Services Bureau', kind: 'speaker-list' },
    ])
    expect(one).toMatchObject({ en: ['Lu Qinghe'], others: ['Lu Qingho', 'head of the Services Bureau'] })
    expect(one?.titles).toHaveLength(1)
  })

  test('one language alone', () => {
    const rows = [{ zh: '', en: 'Lu Qinghe, director general of the Bureau', kind: 'speaker-list' }]
    expect(candidatesOf(rows)).toMatchObject([
      { zh: [], en: ['Lu Qinghe'], titles: [{ en: ['director general of the Bureau'] }] },
    ])
  })
})

describe('joining entries', () => {
  const known = entry({
    zh: ['陆青禾'],
    en: ['Lu Qinghe'],
    titles: [{ zh: ['公共服务局局长'], en: ['director general'] }],
  })

  test('a further form is admitted, a second office a second title, and nothing is lost', () => {
    const more = entry({ zh: ['陆青禾'], en: ['Lu Qing-he', 'Lu Q.'], titles: [{ zh: ['市政府副秘书长'], en: [] }] })
    expect(joinEntries(known, more)).toMatchObject({
      zh: ['陆青禾'],
      en: ['Lu Qinghe', 'Lu Qing-he', 'Lu Q.'],
      titles: [...known.titles, { zh: ['市政府副秘书长'], en: [] }],
    })
  })

  test('another English of the same office is admitted for it', () => {
    const more = entry({ zh: ['陆青禾'], titles: [{ zh: ['局长'], en: ['head of the bureau'] }] })
    expect(joinEntries(known, more).titles).toEqual([
      { zh: ['公共服务局局长'], en: ['director general', 'head of the bureau'] },
    ])
  })

  test('two Chinese names that are spelled alike are two people', () => {
    const other = entry({ zh: ['陆清河'], en: ['Lu Qinghe'] })
    expect(findSame([known], other)).toBeUndefined()
    expect(findSame([known], entry({ en: ['Lu Qinghe'] }))).toBe(known)
    expect(findSame([known], entry({ kind: 'place', en: ['Lu Qinghe'] }))).toBeUndefined()
  })
})

const form = fc
  .stringMatching(/^[A-Za-z王张李“”,;="' -]{1,12}$/)
  .map((text) => text.trim())
  .filter((text) => text !== '')
const forms = (minLength: number) => fc.uniqueArray(form, { minLength, maxLength: 3 })
const title = fc.record({ zh: forms(1), en: forms(0) })
const anyEntry = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('person' as const, 'outlet' as const),
  zh: forms(1),
  en: forms(0),
  titles: fc.array(title, { maxLength: 3 }),
  note: form,
})

test('a table read back is the register', () => {
  const law = fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 4 }), (drawn) => {
    const entries = drawn.map((one) => ({ ...one, titles: one.kind === 'person' ? one.titles : [] }))
    const read = readRegisterCsv(registerToCsv(entries))
    expect(read.ok && read.entries).toEqual(entries)
  })
  fc.assert(law, { numRuns: 200 })
})

test('an entry joined with itself stays as it is', () => {
  const law = fc.property(anyEntry, (one) => {
    const distinct = joinEntries({ ...one, titles: [] }, one)
    expect(sameEntry(joinEntries(distinct, distinct), distinct)).toBe(true)
  })
  fc.assert(law, { numRuns: 200 })
})

test.each([
  [
    '类别,中文,英文,中文职务,英文职务\n人物,陆青禾,Lu Qinghe,局长,director\n媒体,岚浦晚报,Lanpu Evening Post | LEP,,\n',
    2,
  ],
  ['kind\tzh\nplace\t岚浦\n', 1],
])('a table made by hand is read', (csv, count) => {
  const read = readRegisterCsv(csv)
  expect(read.ok && read.entries.length).toBe(count)
})

test.each([
  ['', 'empty'],
  ['zh,en\na,b\n', 'register-columns'],
  ['kind,zh\nghost,岚浦\n', 'register-kind'],
  ['kind,zh,en\nplace,,\n', 'register-nameless'],
  ['kind,zh\nplace,"岚浦\n', 'open-quote'],
])('what is no register is refused with its reason', (csv, id) => {
  const read = readRegisterCsv(csv)
  expect(read.ok ? 'read' : read.problems[0]?.id).toBe(id)
})

describe('the check', () => {
  const register = indexRegister([
    entry({
      id: 'lu',
      zh: ['陆青禾'],
      en: ['Lu Qinghe', 'Luke Lu'],
      titles: [
        { zh: ['公共服务局局长'], en: ['director general of the Public Services Bureau'] },
        { zh: ['市政府副秘书长'], en: ['deputy secretary-general of the city government'] },
      ],
    }),
    entry({ id: 'lep', kind: 'outlet', zh: ['岚浦晚报'], en: ['Lanpu Evening Post', 'LEP'] }),
    entry({ id: 'pier', kind: 'place', zh: ['白鹭渡'], en: ['Egret Ferry'] }),
    entry({ id: 'none', kind: 'place', zh: ['云帆码头'], en: [] }),
  ])
  const says = (zh: string, en: string, rest = {}) =>
    checkDocument([{ id: '1', zh, en, ...rest }], { register })
      .filter(({ check }) => check === 'register' || check === 'people' || check === 'person-titles')
      .map(({ id, values }) => `${id}: ${values.words ?? values.term}`)

  test.each<[string, string, string[], object?]>([
    ['陆青禾说，工程已完成。', 'Lu Qingho said the work was done.', ['register-name: Lu Qingho']],
    ['陆青禾说，工程已完成。', 'Luke Lu said the work was done.', []],
    ['陆青禾说，工程已完成。', 'She said the work was done.', []],
    ['公共服务局局长陆青禾女士', 'Lu Qinghe, director general of the Public Services Bureau', []],
    ['市政府副秘书长陆青禾女士', 'Lu Qinghe, deputy secretary-general of the city government', []],
    ['公共服务局局长陆青禾女士', 'Lu Qinghe, director general', []],
    [
      '公共服务局局长陆青禾女士出席。',
      'Lu Qinghe, head of the Services Office, was there.',
      ['register-title: head of the Services Office'],
    ],
    [
      '公共服务局局长陆青禾女士出席。',
      'Lu Qinghe, deputy secretary-general of the city government, was there.',
      ['register-title: deputy secretary-general of the city government'],
    ],
    ['水务管理处处长陆青禾女士出席。', 'Lu Qinghe was there.', ['register-title: 水务管理处处长']],
    ['陆青禾随后表示欢迎。', 'Lu Qinghe, who came later, was welcome.', []],
    ['岚浦晚报记者：', 'Lanpu Daily:', ['register-outlet: Lanpu Daily'], { kind: 'question', label: true }],
    ['岚浦晚报记者：', 'LEP:', [], { kind: 'question', label: true }],
    ['航线自白鹭渡出发。', 'The route starts at Heron Pier.', ['register-missing: 白鹭渡']],
    ['航线自白鹭渡出发。', 'The route starts at Egret Ferry.', []],
    ['航线抵达云帆码头。', 'The route ends there.', []],
    ['航线自白鹭渡出发。', '', []],
  ])('%s | %s', (zh, en, found, rest = {}) => {
    expect(says(zh, en, rest)).toEqual(found)
  })

  test('without a register nothing is said by it', () => {
    expect(checkDocument([{ id: '1', zh: '航线自白鹭渡出发。', en: 'It starts at Heron Pier.' }])).toEqual([])
  })

  test('what stands in the next row is not missing', () => {
    const rows = [
      { id: '1', zh: '航线自白鹭渡出发，', en: 'The route starts' },
      { id: '2', zh: '清晨开船。', en: 'at Egret Ferry early in the morning.' },
    ]
    expect(checkDocument(rows, { register }).filter(({ check }) => check === 'register')).toEqual([])
  })
})
