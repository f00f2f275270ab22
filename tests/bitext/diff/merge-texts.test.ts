import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText, mergeTexts } from '@/lib/bitext/diff'
import { edited, RUNS, side, text } from './texts'

describe('mergeTexts', () => {
  it.each([
    ['en', 'The quick fox jumps.', 'The slow fox jumps.', 'The quick fox leaps.', 'The slow fox leaps.'],
    ['en', 'one two', 'one two three', 'zero one two', 'zero one two three'],
    ['en', 'keep drop keep', 'keep keep', 'keep drop keep more', 'keep keep more'],
    ['en', 'same here', 'same there', 'same there', 'same there'],
    ['zh', '抓获嫌疑人183人。', '抓获犯罪嫌疑人183人。', '抓获嫌疑人185人。', '抓获犯罪嫌疑人185人。'],
  ] as const)('%s: %j, %j and %j merge', (language, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs, language)).toEqual({ clean: true, text: merged, pieces: [{ text: merged }] })
  })

  it.each([
    [
      'the same word',
      'en',
      ['a quick fox', 'a slow fox', 'a fast fox'],
      [{ text: 'a ' }, { base: 'quick', mine: 'slow', theirs: 'fast' }, { text: ' fox' }],
    ],
    [
      'characters that touch',
      'zh',
      ['在北京开会', '在南京开会', '在北海开会'],
      [{ text: '在' }, { base: '北京', mine: '南京', theirs: '北海' }, { text: '开会' }],
    ],
    [
      'two insertions at one place',
      'en',
      ['end.', 'end. Mine.', 'end. Theirs.'],
      [{ text: 'end.' }, { base: '', mine: ' Mine.', theirs: ' Theirs.' }],
    ],
    [
      'changed here, deleted there',
      'en',
      ['all of it', 'all of that', ''],
      [{ base: 'all of it', mine: 'all of that', theirs: '' }],
    ],
  ] as const)('keeps both sides of a conflict: %s', (_, language, [base, mine, theirs], pieces) => {
    const merge = mergeTexts(base, mine, theirs, language)
    expect(merge).toEqual({ clean: false, text: mine, pieces })
  })

  it('law: who changed nothing takes all of the other; alike changes merge', () => {
    fc.assert(
      fc.property(edited, side, ([base, changed], language) => {
        for (const [mine, theirs] of [
          [changed, base],
          [base, changed],
          [changed, changed],
        ] as const) {
          expect(mergeTexts(base, mine, theirs, language)).toMatchObject({ clean: true, text: changed })
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('law: swapping mine and theirs swaps them in every conflict and changes nothing else', () => {
    fc.assert(
      fc.property(edited, text, side, ([base, mine], theirs, language) => {
        const swapped = mergeTexts(base, theirs, mine, language).pieces.map((piece) =>
          'text' in piece ? piece : { base: piece.base, mine: piece.theirs, theirs: piece.mine },
        )
        expect(swapped).toEqual(mergeTexts(base, mine, theirs, language).pieces)
      }),
      { numRuns: RUNS },
    )
  })

  it('law: all that either side inserted stands in the merged text or in a conflict', () => {
    fc.assert(
      fc.property(edited, edited, side, ([base, mine], [, theirs], language) => {
        const { pieces } = mergeTexts(base, mine, theirs, language)
        const kept = (draft: 'mine' | 'theirs') =>
          pieces.map((piece) => ('text' in piece ? piece.text : piece[draft])).join('')
        for (const draft of ['mine', 'theirs'] as const) {
          const inserted = diffText(base, draft === 'mine' ? mine : theirs, language).filter(
            ({ op }) => op === 'insert',
          )
          let from = 0
          for (const { text: piece } of inserted) {
            const at = kept(draft).indexOf(piece, from)
            expect(at).toBeGreaterThanOrEqual(0)
            from = at + piece.length
          }
        }
      }),
      { numRuns: RUNS },
    )
  })
})
