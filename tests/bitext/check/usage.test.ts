import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS, runChecks } from '../../../lib/bitext/check'
import { soundsVowel } from '../../../lib/bitext/check/usage/articles'

function usage(en: string): string[] {
  return runChecks({ id: '1', zh: '', en }, { oneSided: true })
    .filter(({ check }) => check === 'usage')
    .map(({ id, en: span }) => `${id}: ${en.slice(span!.from, span!.to).trim()}`)
}

const WRONG: [en: string, expected: string][] = [
  ['They built an small pier.', 'article-sound: an small'],
  ['It is a hourly bulletin.', 'article-sound: a hourly'],
  ['A 18-year-old and a MPs group.', 'article-sound: A 18'],
  ['It was sold via internet, he said.', 'article-missing: via internet'],
  ['It grew on basis of trust.', 'article-missing: on basis of'],
  ['They worked on diffusing local conflicts.', 'usage-confused: diffusing'],
  ['It is better then the last one.', 'usage-confused: better then'],
  ['We discussed about the plan.', 'usage-better: discussed about'],
  ['Although it rained, but they came.', 'usage-better: Although it rained, but'],
  ['They timely informed the press.', 'usage-better: timely informed'],
  ['They planted trees, thereby to clean the air.', 'usage-better: thereby to clean'],
  ['We will facilitate the local banks to lend more.', 'usage-better: facilitate the local banks to lend'],
  ['It calls for the strict enforcement of wildlife smuggling.', 'usage-better: enforcement of wildlife smuggling'],
  ['We will promoted trade.', 'usage-wrong: will promoted'],
  ['These achievement are new, and many progress was made.', 'usage-wrong: many progress'],
  ['He then briefed our recent progress.', 'usage-better: briefed our recent progress'],
  ['They worked hard on fostering, and the office implemented it.', ''],
  ['They worked hard on fostering, implemented the plan and left.', 'object-missing: on fostering,'],
  ['We have improved roads, repaired bridges, and forming a team.', 'not-parallel: and forming a'],
  ['Can you talk about how it works, and how will they pay for it?', 'indirect-question: how will they'],
  ['In 2019, the city has opened two schools.', 'tense-perfect: In 2019, the city has opened'],
  [
    'We asked local banks, phone operators, service providers to help.',
    'list-without-and: asked local banks, phone operators, service providers to help',
  ],
]

const RIGHT = [
  'An hour, a unit, a European, an heir, a one-off, an 8-year plan, a 100-year plan, an X-ray, a U-turn.',
  'Serie A is over; vitamin A and vitamin B.',
  'She briefed the press on the results, and your brief answers to these questions are welcome.',
  'Internet access via internet cables of the internet.',
  'He told us how they will pay. How will they pay?',
  'In 2019, those who have retired came back. Since 2019, the city has opened two schools.',
  'By preventing, detecting and punishing crime; in doing so, they won.',
  'A timely and effective reply in a timely manner. The timely reporting of cases.',
  'The will expressed by voters. In May proposed rules came out.',
  'He asked banks, operators and providers to help.',
  'The answer to that question is short.',
  'The result is thus to be expected, and thus to the point.',
  'They promoted officials to higher posts, and the companies to the main board.',
  'They enforce smuggling laws, the ban on smuggling, and anti-corruption rules.',
  'It takes effect in principle; other than that, more than ten.',
  'They have met, talked and agreed, including on drawing a map.',
]

describe('usage', () => {
  it.each(WRONG)('%s', (en, expected) => {
    expect(usage(en)[0] ?? '').toBe(expected)
  })

  it.each(RIGHT)('leaves in peace: %s', (en) => {
    expect(usage(en)).toEqual([])
  })

  it.each([
    ['apple', true],
    ['hour', true],
    ['university', false],
    ['uninvited', true],
    ['one', false],
    ['historic', null],
    ['8', true],
    ['11', true],
    ['1800', null],
    ['110', false],
    ['MPS', true],
    ['UN', null],
    ['FBI', null],
    ['TV', false],
    ['ftp', null],
  ] as const)('the sound of %s', (word, expected) => {
    expect(soundsVowel(word)).toBe(expected)
  })
})

it('every finding of every check marks words of the text', () => {
  const words = fc.constantFrom(
    'a',
    'an',
    'the',
    'more',
    'then',
    'timely',
    'told',
    'although',
    ',',
    'but',
    '超过',
    'First,',
    '8',
    '"',
    '—',
    'of',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (list) => {
      const en = list.join(' ')
      for (const check of CHECKS)
        for (const { en: span } of check.run({ id: '1', zh: '', en }, { oneSided: true }))
          if (span) expect(span.from >= 0 && span.from < span.to && span.to <= en.length).toBe(true)
    }),
  )
})
