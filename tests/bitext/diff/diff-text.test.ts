import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText } from '@/lib/bitext/diff'
import { tokenise } from '@/lib/bitext/diff/tokens'
import { show, textAfter, textBefore } from './show'
import { pair, RUNS, side } from './texts'

describe('diffText', () => {
  it.each([
    // One word more or less takes one space with it.
    ['en', 'The quick brown fox.', 'The brown fox.', 'The [-quick -]brown fox.'],
    ['en', 'Go. Stay here.', 'Go. Come back. Stay here.', 'Go. {+Come back. +}Stay here.'],
    // What links two changes is taken in, a word that matters stands.
    ['en', 'Ministry of Justice', 'Department of Security', '[-Ministry of Justice-]{+Department of Security+}'],
    ['en', 'Public Security organs', 'State Security bureaus', '[-Public-]{+State+} Security [-organs-]{+bureaus+}'],
    ['en', 'one of them', 'just one of all of them', '{+just +}one of {+all of +}them'],
    // Words, numbers and initials are whole.
    ['en', 'internationally', 'international', '[-internationally-]{+international+}'],
    ['en', "people's police", 'people police', "[-people's-]{+people+} police"],
    ['en', 'a U.S. unit of 1,313.', 'a U.K. unit of 1,331.', 'a [-U.S.-]{+U.K.+} unit of [-1,313-]{+1,331+}.'],
    ['zh', '破案68.9万起', '破案69.8万起', '破案[-68.9-]{+69.8+}万起'],
    ['zh', '用CPU计算', '用GPU计算', '用[-CPU-]{+GPU+}计算'],
    // Chinese by character, sentences slid to their own edges.
    ['zh', '我们要努力工作。', '我们努力地工作。', '我们[-要-]努力{+地+}工作。'],
    ['zh', '第一。第二。', '第一。第三。第二。', '第一。{+第三。+}第二。'],
    ['zh', '在北京市', '在南京区', '在[-北京市-]{+南京区+}'],
    // Signs beyond the basic plane.
    ['zh', '𠮷野', '𠮵野', '[-𠮷-]{+𠮵+}野'],
    ['en', 'ok 😀', 'ok 😁', 'ok [-😀-]{+😁+}'],
    ['en', 'é', 'è', '[-é-]{+è+}'],
    ['en', 'a\r\nb', 'a\nb', 'a[-\r\n-]{+\n+}b'],
    // A line end is never taken into a change.
    ['en', 'old\nold', 'new\nnew', '[-old-]{+new+}\n[-old-]{+new+}'],
    ['en', '', 'new', '{+new+}'],
    ['en', 'gone', '', '[-gone-]'],
    ['zh', '同', '同', '同'],
    ['zh', '', '', ''],
  ] as const)('%s %j → %j', (language, before, after, shown) => {
    expect(show(diffText(before, after, language))).toBe(shown)
  })

  it('finds one changed word in a text with more distinct words than there are code units', () => {
    const words = Array.from({ length: 70_000 }, (_, i) => `w${i}`)
    const before = words.join(' ')
    const after = words.with(35_000, 'changed').join(' ')
    expect(diffText(before, after, 'en').filter(({ op }) => op !== 'same')).toEqual([
      { op: 'delete', text: 'w35000' },
      { op: 'insert', text: 'changed' },
    ])
  })

  it('answers for two long texts that share no word, and for two that repeat one', () => {
    const unlike = [0, 1].map((n) => Array.from({ length: 70_000 }, (_, i) => `w${i * 2 + n}`).join(' ')) as [
      string,
      string,
    ]
    const alike: [string, string] = ['的'.repeat(50_000), `一${'的'.repeat(30_000)}二`]
    for (const [before, after] of [unlike, alike]) {
      const differences = diffText(before, after, 'zh')
      expect([textBefore(differences), textAfter(differences)]).toEqual([before, after])
    }
  })

  it('keeps to the words it changed in a long text', () => {
    const words = Array.from({ length: 40_000 }, (_, i) => `w${(i * i) % 997}`)
    const after = words.map((word, i) => (i % 7 === 0 ? `x${i}` : word))
    const kept = diffText(words.join(' '), after.join(' '), 'en').filter(({ op }) => op === 'same')
    const keptWords = kept.flatMap(({ text }) => tokenise(text)).filter((token) => token !== ' ').length
    expect(keptWords).toBeGreaterThan(words.length * (6 / 7) * 0.98)
  })

  it('law: the pieces join to both texts, none is empty, neighbours differ in kind', () => {
    fc.assert(
      fc.property(pair, side, ([before, after], language) => {
        const differences = diffText(before, after, language)
        expect(textBefore(differences)).toBe(before)
        expect(textAfter(differences)).toBe(after)
        expect(differences.every(({ text }) => text !== '')).toBe(true)
        expect(differences.every(({ op }, i) => op !== differences[i + 1]?.op)).toBe(true)
        expect(differences.some(({ op }, i) => op === 'insert' && differences[i + 1]?.op === 'delete')).toBe(false)
      }),
      { numRuns: RUNS },
    )
  })

  it('law: every piece begins and ends where a token does', () => {
    fc.assert(
      fc.property(pair, side, ([before, after], language) => {
        const differences = diffText(before, after, language)
        for (const [text, skipped] of [
          [before, 'insert'],
          [after, 'delete'],
        ] as const) {
          const edges = edgesOf(tokenise(text))
          let at = 0
          for (const { op, text: piece } of differences) {
            if (op === skipped) continue
            at += piece.length
            expect(edges.has(at)).toBe(true)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('tokenise', () => {
  const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

  it('law: tokens join to the text and never cut what is read as one sign', () => {
    fc.assert(
      fc.property(pair, ([text]) => {
        const tokens = tokenise(text)
        expect(tokens.join('')).toBe(text)
        const signs = edgesOf(Array.from(graphemes.segment(text), ({ segment }) => segment))
        for (const edge of edgesOf(tokens)) expect(signs.has(edge)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

function edgesOf(pieces: string[]): Set<number> {
  let at = 0
  return new Set(
    pieces.map((piece) => {
      at += piece.length
      return at
    }),
  )
}
