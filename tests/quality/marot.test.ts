import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCREPANCY_TYPES, SEVERITIES } from '../../lib/discrepancy/rules'
import { type MarotRow, readMarot, toMarot } from '../../lib/quality/marot'

const HEAD = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata'
const line = (category: string, severity: string, target = 'It <v>rose</v>.') =>
  `sys\tdoc:zh-en\t1\t7\trater1\t上升了。\t${target}\t${category}\t${severity}\t{"note":"n"}`

describe('reading what others wrote', () => {
  test.each([
    ['Accuracy/Mistranslation', 'Major', 'mistranslation', 'major'],
    ['accuracy/untranslated_text', 'minor', 'omission', 'minor'],
    ['Fluency/Punctuation', 'Minor', 'typography', 'minor'],
    ['Terminology/Inappropriate for context', 'Major', 'terminology', 'major'],
    ['Style/Awkward', 'Minor', 'style-register', 'minor'],
    ['Non-translation!', 'critical', 'mistranslation', 'critical'],
    ['Locale convention/Date format', 'minor', 'date-time', 'minor'],
    ['Source issue', 'Neutral', 'governing-text-error', 'neutral'],
  ])('%s, %s', (category, severity, type, grade) => {
    const { rows, problems } = readMarot(`${HEAD}\n${line(category, severity)}\n`)
    expect(problems).toEqual([])
    expect(rows[0]).toMatchObject({
      ...{ line: 2, source: '上升了。', target: 'It rose.', metadata: { note: 'n' } },
      error: { type, severity: grade, source: null, target: { from: 3, to: 7 } },
    })
  })

  test('no error is a reading too; a line without a rater is none', () => {
    const text = `${line('No-error', 'no-error', 'Right.')}\n${line('', '').replace('rater1', '')}\r\n`
    const { rows, problems } = readMarot(text)
    expect(problems).toEqual([])
    expect(rows.map(({ error, target }) => [error, target])).toEqual([[null, 'Right.']])
  })

  test.each([
    ['a\tb', { line: 1, why: 'columns', what: '2' }],
    [line('Weather', 'Minor'), { line: 1, why: 'category', what: 'Weather' }],
    [line('Fluency/Grammar', 'Huge'), { line: 1, why: 'severity', what: 'Huge' }],
    [line('Fluency/Grammar', 'Minor', 'It <v>rose.'), { line: 1, why: 'marks', what: '上升了。It <v>rose.' }],
  ])('what cannot be read is said: %#', (text, problem) => expect(readMarot(text).problems).toEqual([problem]))

  test('the column that once was a note', () => {
    expect(readMarot(line('Fluency/Grammar', 'Minor').replace('{"note":"n"}', 'see 3')).rows[0].metadata).toEqual({
      note: 'see 3',
    })
  })
})

test('what was written is read again, every mark on its words', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/<\/?v>/.test(one))
  const span = (of: string) =>
    fc
      .tuple(fc.nat(of.length), fc.nat(of.length))
      .map(([a, b]) => (a === b ? null : { from: Math.min(a, b), to: Math.max(a, b) }))
  const row = fc.tuple(text, text).chain(([source, target]) =>
    fc.record({
      line: fc.constant(0),
      system: fc.constant('translation'),
      doc: text,
      docSegId: fc.nat().map(String),
      globalSegId: fc.nat().map(String),
      rater: text.filter((name) => name !== ''),
      source: fc.constant(source),
      target: fc.constant(target),
      error: fc.option(
        fc.record({
          type: fc.constantFrom(...DISCREPANCY_TYPES),
          severity: fc.constantFrom(...SEVERITIES),
          source: span(source),
          target: span(target),
        }),
      ),
      metadata: fc.record({ note: text }),
    }),
  ) as fc.Arbitrary<MarotRow>
  const flat = (one: string) => one.replace(/[\t\r\n\v\f\u0085\u2028\u2029]/g, ' ')
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const back = readMarot(toMarot(rows))
      expect(back.problems).toEqual([])
      expect(back.rows).toEqual(
        rows.map((one, at) => ({
          ...one,
          line: at + 2,
          ...{ doc: flat(one.doc), rater: flat(one.rater), source: flat(one.source), target: flat(one.target) },
        })),
      )
    }),
  )
})
