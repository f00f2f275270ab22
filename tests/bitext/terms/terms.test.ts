import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../lib/bitext/check'
import {
  type Concept,
  findTerms,
  indexTerms,
  PARTS_OF_SPEECH,
  readTbx,
  readTermsCsv,
  TERM_STATUSES,
  type Term,
  termsToCsv,
  toTbx,
} from '../../../lib/bitext/terms'

function term(side: 'zh' | 'en', text: string, status: Term['status'] = 'preferred'): Term {
  return { side, text, status, note: '', source: '' }
}

function concept(id: string, ...terms: Term[]): Concept {
  return { id, definition: '', subject: '', terms }
}

function found(text: string, side: 'zh' | 'en', ...texts: string[]): string[] {
  const index = indexTerms(texts.map((one, at) => concept(String(at), term(side, one))))
  return findTerms(index, text, side).map(({ from, to }) => text.slice(from, to))
}

describe('terms in English', () => {
  it.each([
    ['inflected', 'two police stations were built', ['police station'], ['police stations']],
    ['irregular', 'analyses of the crises', ['crisis'], ['crises']],
    ['past tense', 'the plan was submitted', ['submit'], ['submitted']],
    ['not a stem only', 'the universe of the university', ['university'], ['university']],
    ['not part of a word', 'the articles', ['art'], []],
    ['hyphen for a space', 'a long-term plan', ['long term'], ['long-term']],
    ['closed for a hyphen', 'a startup here', ['start-up'], ['startup']],
    ['a hyphen for closed', 'a start-up here', ['startup'], ['start-up']],
    ['small letters at the start', 'Grid management works', ['grid management'], ['Grid management']],
    ['a name asks for capitals', 'a party committee, a Party committee', ['Party committee'], ['Party committee']],
    ['an abbreviation is its letters', 'it is IT', ['IT'], ['IT']],
    ['the plural of one', 'all NGOs', ['NGO'], ['NGOs']],
    ['the longest', 'public security organs', ['public security', 'public security organ'], ['public security organs']],
    ['across a line', 'public\nsecurity', ['public security'], ['public\nsecurity']],
    ['not across a stop', 'public. Security', ['public security'], []],
  ])('%s', (_, text, terms, expected) => {
    expect(found(text, 'en', ...terms)).toEqual(expected)
  })
})

describe('terms in Chinese', () => {
  it.each([
    ['a substring', '推进公安改革', ['公安'], ['公安']],
    ['the longest', '公安机关和公安', ['公安', '公安机关'], ['公安机关', '公安']],
    ['one character', '一户', ['户'], ['户']],
    ['full-width letters', '使用ＡＩ技术', ['AI技术'], ['ＡＩ技术']],
    ['not inside a Latin word', 'MAIN技术', ['AI'], []],
  ])('%s', (_, text, terms, expected) => {
    expect(found(text, 'zh', ...terms)).toEqual(expected)
  })
})

describe('the check', () => {
  const index = indexTerms([
    concept('f', term('zh', '枫桥经验'), term('en', 'Fengqiao model'), term('en', 'Fengqiao experience', 'forbidden')),
    concept('p', term('zh', '派出所'), term('en', 'police station'), term('en', 'station house', 'admitted')),
    concept('b', term('zh', '办法'), term('en', 'measures')),
    concept('c', term('zh', '办法'), term('en', 'method')),
  ])

  it.each([
    ['the preferred form', '枫桥经验', 'the Fengqiao model', []],
    ['an admitted form', '派出所', 'two station houses', []],
    ['a missing form', '派出所很多', 'many offices', ['term-missing']],
    ['a forbidden form', '枫桥经验', 'the Fengqiao experience', ['term-forbidden']],
    ['either of two concepts', '办法', 'the method', []],
    ['neither of two concepts', '办法', 'the way', ['term-missing']],
    ['an empty side is no matter of terms', '派出所', '', []],
  ])('%s', (_, zh, en, expected) => {
    const findings = runChecks({ id: '1', zh, en }, { terms: index }).filter(({ check }) => check === 'terms')
    expect(findings.map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    ['派出所', 'an office', 'zh', ['zh 派出所']],
    ['派出所', 'an office', null, ['zh 派出所']],
    ['机关', 'a police station', 'zh', []],
    ['机关', 'a police station', 'en', ['en police station']],
    // Equally authentic: neither text is presumed right.
    ['机关', 'a police station', null, ['en police station']],
    ['派出所', 'a police station', null, []],
  ] as const)('%s ↔ %s, governing: %s', (zh, en, governing, expected) => {
    const findings = runChecks({ id: '1', zh, en }, { terms: index, governing }).filter(
      ({ check }) => check === 'terms',
    )
    const marked = findings.map((finding) => {
      const side = finding.zh ? 'zh' : 'en'
      const { from, to } = finding[side]!
      return `${side} ${{ zh, en }[side].slice(from, to)}`
    })
    expect(marked).toEqual(expected)
  })

  it('is silent where a neighbour has the term', () => {
    const after = { id: '2', zh: '', en: 'police stations' }
    const findings = runChecks({ id: '1', zh: '派出所', en: 'many' }, { terms: index, neighbours: { after } })
    expect(findings.filter(({ check }) => check === 'terms')).toEqual([])
  })
})

describe('files', () => {
  it.each([
    ['not TBX', '<tmx/>', 'not-tbx', 1],
    ['broken', '<tbx>\n<text>', 'not-well-formed', 2],
    ['an entity', '<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx/>', 'dtd', 1],
    ['nothing in it', '<tbx><text><body/></text></tbx>', 'no-terms', undefined],
    ['too deep', `<tbx>${'<a>'.repeat(100)}`, 'too-deep', 1],
  ])('TBX: %s', (_, xml, id, line) => {
    expect(readTbx(xml)).toMatchObject({ ok: false, problems: [{ id, ...(line && { line }) }] })
  })

  it('reads a document type that declares nothing', () => {
    const xml = toTbx([concept('a', term('zh', '甲'))], 'v2').replace(
      '?>',
      '?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">',
    )
    expect(readTbx(xml)).toMatchObject({ ok: true })
  })

  it('reads ntig, other languages and other categories', () => {
    const xml = `<martif><text><body><termEntry id="c7"><descrip type="subjectField">law</descrip>
      <langSet xml:lang="de"><tig><term>Recht</term></tig></langSet>
      <langSet xml:lang="zh-Hans"><ntig><termGrp><term>法律</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
      </termEntry></body></text></martif>`
    expect(readTbx(xml)).toMatchObject({
      ok: true,
      concepts: [
        { id: 'c7', subject: 'law', terms: [{ side: 'zh', text: '法律', status: 'preferred', partOfSpeech: 'noun' }] },
      ],
      notices: [{ id: 'other-languages', line: 2 }],
    })
  })

  it.each([
    ['a bad language', 'concept,language,term\r\na,fr,mot\r\n', 'term-language', 2],
    ['a bad status', 'concept,language,term,status\r\na,zh,词,good\r\n', 'term-status', 2],
    ['no word', 'concept,language,term\r\n\r\na,zh,\r\n', 'term-empty', 3],
    ['an open quote', 'concept,language,term\r\na,zh,"词', 'open-quote', 2],
  ])('CSV: %s', (_, csv, id, line) => {
    expect(readTermsCsv(csv)).toMatchObject({ ok: false, problems: [{ id, line }] })
  })

  it('CSV: reads a plain glossary', () => {
    expect(readTermsCsv('中文,英文\r\n派出所,police station\r\n')).toMatchObject({
      ok: true,
      concepts: [
        {
          terms: [
            { side: 'zh', text: '派出所' },
            { side: 'en', text: 'police station' },
          ],
        },
      ],
    })
  })

  it('CSV: lets no cell be a formula', () => {
    const csv = termsToCsv([concept('=1', term('en', '@SUM(A1)'))])
    expect(csv).toContain(`"'=1","en","'@SUM(A1)"`)
  })

  // White space alone is no term, and XML has no word for control characters.
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[\p{C}\p{Z}]/gu, ' '))
  const words = text.filter((one) => one.trim() !== '')
  const anyTerm = (side: 'zh' | 'en') =>
    fc.record(
      {
        side: fc.constant(side),
        text: words,
        status: fc.constantFrom(...TERM_STATUSES),
        note: text,
        source: text,
        partOfSpeech: fc.constantFrom(...PARTS_OF_SPEECH),
      },
      { requiredKeys: ['side', 'text', 'status', 'note', 'source'] },
    )
  const anyConcept = fc
    .record({
      id: words,
      definition: text,
      subject: text,
      zh: fc.array(anyTerm('zh'), { minLength: 1, maxLength: 3 }),
      en: fc.array(anyTerm('en'), { maxLength: 3 }),
    })
    .map(({ zh, en, ...rest }): Concept => ({ ...rest, terms: [...zh, ...en] }))
  const termbases = fc.uniqueArray(anyConcept, { minLength: 1, maxLength: 6, selector: ({ id }) => id })

  it.each(['dca', 'dct', 'v2'] as const)('TBX %s comes back as it was', (style) => {
    fc.assert(
      fc.property(termbases, (concepts) => {
        expect(readTbx(toTbx(concepts, style))).toEqual({ ok: true, concepts, notices: [] })
      }),
    )
  })

  it('CSV comes back as it was', () => {
    fc.assert(
      fc.property(termbases, (concepts) => {
        expect(readTermsCsv(termsToCsv(concepts))).toEqual({ ok: true, concepts, notices: [] })
      }),
    )
  })
})
