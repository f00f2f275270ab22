/** The checks of a whole document that need its English alone. */
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../lib/bitext/check'
import { isPinyin } from '../../../lib/bitext/text/pinyin'
import { loadSpelling } from '../../../lib/lexicon/spelling'

const speller = loadSpelling()

function findings(check: string, rows: string[], kinds: string[] = []): string[] {
  const segments = rows.map((en, at) => ({ id: String(at), zh: '', en, ...(kinds[at] && { kind: kinds[at] }) }))
  return checkDocument(segments, { speller })
    .filter((finding) => finding.check === check)
    .map(({ id, segmentId, en }) => `${id}: ${rows[Number(segmentId)]!.slice(en!.from, en!.to)}`)
}

const CASES: [name: string, check: string, rows: string[], ...expected: string[]][] = [
  [
    'two styles of counting',
    'enumerations',
    ['Firstly, we act.', 'Secondly, we wait.', 'Third, we go.'],
    'enumeration-style: Third',
  ],
  ['a gap', 'enumerations', ['First, we act.', 'Third, we go.'], 'enumeration-gap: Third'],
  [
    'more announced than said',
    'enumerations',
    ['We have taken three main measures.', 'First, we act.', 'Some words.', 'Second, we wait.'],
    'enumeration-announced: three main measures',
  ],
  ['as many as announced', 'enumerations', ['We took two measures.', 'First, we act.', 'Second, we wait.']],
  ['two lists', 'enumerations', ['First, a.', 'Second, b.', 'First, c.', 'Second, d.']],
  [
    'a capital in one place',
    'spelled-variants',
    ['He left the Party committee of the Bureau.', 'He joined the Party Committee of the Bureau.'],
    'spelled-variant: Party committee of the Bureau',
    'spelled-variant: Party Committee of the Bureau',
  ],
  [
    'a district in small letters',
    'spelled-variants',
    ['He lives in Haidian district.', 'She lives in Yizhuang District.', 'They work in Chaoyang District.'],
    'spelled-variant: Haidian district',
  ],
  [
    'a modifier without its ending',
    'spelled-variants',
    [
      'The marked trails began.',
      'New marked trails followed.',
      'More marked trails came.',
      'First, mark trails were taken.',
    ],
    'spelled-variant: mark trails',
  ],
  [
    'a verb is no modifier',
    'spelled-variants',
    ['The marked trails began.', 'New marked trails followed.', 'More marked trails came.', 'They mark trails.'],
  ],
  [
    'a quoted term with a word slipped in',
    'spelled-variants',
    ['It is called the "winter campaign" here.', 'The winter cleaning campaign began.'],
    'spelled-variant: winter cleaning campaign',
  ],
  [
    'an ending of its own',
    'manner',
    ['Thank you.', 'Thank you.', 'Thank you.', 'Thank you.', 'Thank you.', 'Thank you!'],
    'spelled-variant: Thank you!',
  ],
  [
    'a gendered word beside a neutral one',
    'manner',
    ['Two police officers came.', 'The policemen left.'],
    'spelled-variant: policemen',
  ],
  ['a gendered word alone', 'manner', ['The policemen left.']],
  [
    'a quoted name without its article',
    'manner',
    ['We began the "Falcon" operation.', 'In the "Falcon" operation we won.', 'They advance "Falcon" operation daily.'],
    'article-missing: "Falcon" operation',
  ],
  [
    'a hyphen for a dash',
    'quote-style',
    ['One thing — the main one — was said.', 'Of all sizes - large and small.'],
    'typography-hyphen-dash:  - ',
  ],
  ['a house of hyphens', 'quote-style', ['One - two.', 'Of all sizes - large and small.']],
  [
    'a name one slip away',
    'name-slips',
    ['Cen Yiwei spoke.', 'Then Cen Yiwei left.', 'Chen Yiwei answers.'],
    'name-slip: Chen Yiwei',
  ],
  [
    'two people in one row',
    'name-slips',
    ['Cen Yiwei spoke.', 'Then Cen Yiwei left.', 'Chen Yiwei and Cen Yiwei answer.'],
  ],
  ['short names are many people', 'name-slips', ['Li Yan spoke.', 'Li Yan left.', 'Li Yang answers.']],
  ['letters exchanged', 'spelling', ['A new reservior is planned.'], 'spelling: reservior'],
  ['a letter left out', 'spelling', ['The goverment decided.'], 'spelling: goverment'],
  ['in a name', 'spelling', ['The Wanglan Reservior is full.'], 'spelling: Reservior'],
  [
    'names, pinyin, abbreviations, code',
    'spelling',
    ["Mr. Schmitt doesn't use hukou, NPC, iPhone, foo_bar or www.exampel.com."],
  ],
  ['compounds and their like', 'spelling', ['The livestreaming of interdepartmental hotlines is sandboxed.']],
  ['a word of the trade', 'spelling', ['A frobnicat here.', 'A frobnicat there.', 'The frobnicat.']],
  [
    'British among American',
    'spelling',
    ['The color and the honor.', 'The labor of the center.', 'A favorite harbor.', 'A good neighbour.'],
    'spelling-british: neighbour',
  ],
  ['British throughout', 'spelling', ['The colour and the honour.', 'A good neighbour.']],
]

describe('one document', () => {
  it.each(CASES)('%s', (_, check, rows, ...expected) => {
    expect(findings(check, rows)).toEqual(expected)
  })

  it('a heading that names another occasion', () => {
    const rows = ['LIO briefing on ferries', 'The press conference began.', 'A press conference was held.']
    expect(findings('manner', rows, ['headline'])).toEqual(['spelled-variant: LIO briefing'])
  })

  it.each([
    ['hukou', true],
    ['zhongguo', true],
    ["xi'an", true],
    ['street', false],
    ['goverment', false],
  ])('pinyin: %s', (word, expected) => {
    expect(isPinyin(word)).toBe(expected)
  })

  it('is silent about spelling without a dictionary', () => {
    expect(checkDocument([{ id: '1', zh: '', en: 'The goverment.' }])).toEqual([])
  })
})
