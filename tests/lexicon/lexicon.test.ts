/** The compact lexicon: what goes in comes out, a broken cache is built anew, the real dictionary answers. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishKey } from '../../lib/bitext/align'
import { loadLexicon } from '../../lib/lexicon'
import { buildLexicon } from '../../lib/lexicon/build-lexicon'
import { decodeLexicon, encodeLexicon } from '../../lib/lexicon/compact-lexicon'
import { glossPhrases } from '../../lib/lexicon/gloss-keys'

/** Where the first call on a machine puts the file. */
const KEPT = 'node_modules/.cache/duizhao'

describe('glosses', () => {
  it.each([
    ['to run away', [['run', 'awai']]],
    ['(bound form) anger; fury', [['anger'], ['furi']]],
    ['of', [['of']]],
    ['variant of 干[gan1]', []],
    ['CL:個|个[ge4]', []],
    ["one's home (from sb)", [['home']]],
    ['a, b, house', [['b'], ['hous']]],
  ])('%s', (meaning, phrases) => {
    expect(glossPhrases([meaning])).toEqual(phrases)
  })
})

describe('building', () => {
  const entries = [
    { traditional: '憤怒', simplified: '愤怒', pinyin: 'fen4 nu4', meanings: ['angry', 'indignant'] },
    { traditional: '怒氣', simplified: '怒气', pinyin: 'nu4 qi4', meanings: ['anger; angry air'] },
    { traditional: '怒吼', simplified: '怒吼', pinyin: 'nu4 hou3', meanings: ['angry roar'] },
    { traditional: '北京', simplified: '北京', pinyin: 'Bei3 jing1', meanings: ['Beijing, capital'] },
  ]
  const lexicon = decodeLexicon(encodeLexicon(buildLexicon(entries)), 'test')!

  it('weighs a phrase as one', () => {
    expect(lexicon.lookup('怒吼').map(({ key, weight }) => [key, Math.round(weight * 10) / 10])).toEqual([
      ['angri', 0.5],
      ['roar', 0.5],
    ])
  })

  it('learns what a character means from the words it is in', () => {
    expect(lexicon.lookupPart!('怒')[0]?.key).toBe('angri')
    expect(lexicon.lookupPart!('京')).toEqual([])
  })

  it('knows its words', () => {
    expect([lexicon.isWord('愤怒'), lexicon.isWord('怒'), lexicon.maxLength]).toEqual([true, false, 2])
    expect(lexicon.lookup('没有')).toEqual([])
  })
})

it('what is encoded is decoded (law)', () => {
  const word = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('中', '文', '字', '𠀀', 'a') })
  const entry = fc.record({
    word,
    keys: fc.array(fc.record({ key: fc.nat(4), weight: fc.integer({ min: 1, max: 255 }) }), { maxLength: 4 }),
  })
  const table = fc.uniqueArray(entry, { selector: (one) => one.word, maxLength: 40 })
  fc.assert(
    fc.property(table, table, (words, characters) => {
      const keys = ['k0', 'k1', 'k2', 'k3', 'k4']
      const weighed = (list: typeof words) =>
        list.map((one) => ({ ...one, keys: one.keys.map(({ key, weight }) => ({ key, weight: weight / 255 })) }))
      const lexicon = decodeLexicon(
        encodeLexicon({ keys, words: weighed(words), characters: weighed(characters) }),
        'law',
      )!
      const named = (list: { key: number; weight: number }[]) =>
        list.map(({ key, weight }) => ({ key: keys[key], weight }))
      for (const one of weighed(words)) expect(lexicon.lookup(one.word)).toEqual(named(one.keys))
      for (const one of weighed(characters)) expect(lexicon.lookupPart!(one.word)).toEqual(named(one.keys))
    }),
  )
})

describe('loading', () => {
  it('refuses bytes that are no lexicon', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(100), new TextEncoder().encode('x'.repeat(200))])
      expect(decodeLexicon(bytes, 'none')).toBeNull()
  })

  it('answers from the kept file, and builds anew where that is broken', () => {
    const kept = loadLexicon()
    expect(kept.lookup('网站').map(({ key }) => key)).toContain(englishKey('website'))
    expect(kept.isWord('人民法院')).toBe(true)
    expect(kept.lookupPart!('怒')[0]?.key).toBe('anger')
    const cache = mkdtempSync(join(tmpdir(), 'lexicon-'))
    const names = readdirSync(KEPT)
    for (const name of names) writeFileSync(join(cache, name), 'broken')
    expect(loadLexicon({ cache }).lookup('网站')).toEqual(kept.lookup('网站'))
    // The same bytes as the first time; files of older versions stay as they are.
    const mended = names.filter((name) => readFileSync(join(cache, name), 'utf8') !== 'broken')
    expect(mended).toHaveLength(1)
    expect(readFileSync(join(cache, mended[0]!)).equals(readFileSync(join(KEPT, mended[0]!)))).toBe(true)
  })
})
