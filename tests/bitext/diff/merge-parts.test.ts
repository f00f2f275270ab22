import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothOf, type Choice, leftOut, mergedText, mergeParts } from '@/lib/bitext/diff'
import { edited, RUNS, side } from './texts'

const none: ReadonlyMap<number, Choice> = new Map()

describe('mergeParts', () => {
  it('says whose each part is', () => {
    const base = 'The quick fox jumps over a dog.'
    const parts = mergeParts(base, 'The slow fox jumps over a cat.', 'The quick fox leaps over a bird.', 'en')
    expect(parts).toEqual([
      { is: 'same', text: 'The ' },
      { is: 'mine', before: 'quick', after: 'slow' },
      { is: 'same', text: ' fox ' },
      { is: 'theirs', before: 'jumps', after: 'leaps' },
      { is: 'same', text: ' over a ' },
      { is: 'choice', before: 'dog', mine: 'cat', theirs: 'bird' },
      { is: 'same', text: '.' },
    ])
    expect(mergedText(parts, none, 'en')).toBeNull()
    expect(mergedText(parts, new Map([[0, 'theirs']]), 'en')).toBe('The slow fox leaps over a bird.')
    expect(mergedText(parts, new Map([[0, 'both']]), 'en')).toBe('The slow fox leaps over a bird cat.')
  })

  it('takes by characters in Chinese', () => {
    const parts = mergeParts('抓获嫌疑人183人。', '抓获犯罪嫌疑人183人。', '抓获嫌疑人185人。', 'zh')
    expect(mergedText(parts, none, 'zh')).toBe('抓获犯罪嫌疑人185人。')
    expect(parts.filter(({ is }) => is !== 'same').map(({ is }) => is)).toEqual(['mine', 'theirs'])
  })

  it.each([
    ['en', 'fast', 'slow', 'slow fast'],
    ['en', ' Mine.', ' Theirs.', ' Theirs. Mine.'],
    ['en', 'mine', '', 'mine'],
    ['zh', '南京', '北海', '北海南京'],
  ] as const)('%s: both of %j and %j are %j', (language, mine, theirs, both) => {
    expect(bothOf({ mine, theirs }, language)).toBe(both)
  })

  it('tells what a text written by hand leaves out', () => {
    const parts = mergeParts('a b', 'a b mine', 'theirs a b', 'en')
    expect(leftOut(parts, 'a b mine')).toEqual(['theirs'])
    expect(leftOut(parts, 'theirs a b mine')).toEqual([])
  })
})

const draft = fc.tuple(edited, edited, side)

describe('laws of merging', () => {
  it('what stood before, joined over the parts, is the base; mine taken everywhere with no change of theirs is mine', () => {
    fc.assert(
      fc.property(draft, ([[base, mine], [, theirs], language]) => {
        const parts = mergeParts(base, mine, theirs, language)
        expect(parts.map((part) => (part.is === 'same' ? part.text : part.before)).join('')).toBe(base)
        const own = parts.map((part) => {
          if (part.is === 'same') return part.text
          if (part.is === 'choice') return part.mine
          return part.is === 'theirs' ? part.before : part.after
        })
        expect(own.join('')).toBe(mine)
      }),
      { numRuns: RUNS },
    )
  })

  it('nobody’s words vanish: each sign that one side has more often than the base, and nobody took out, is in the merge or in a choice', () => {
    fc.assert(
      fc.property(draft, ([[base, mine], [, theirs], language]) => {
        const parts = mergeParts(base, mine, theirs, language)
        const open = parts.flatMap((part) => (part.is === 'choice' ? [part.mine, part.theirs] : []))
        const standing = parts.map((part) => (part.is === 'same' ? part.text : part.is === 'choice' ? '' : part.after))
        const kept = countSigns([...standing, ...open])
        const all = { base: countSigns([base]), mine: countSigns([mine]), theirs: countSigns([theirs]) }
        for (const [one, other] of [
          ['mine', 'theirs'],
          ['theirs', 'mine'],
        ] as const) {
          for (const [sign, count] of all[one]) {
            const before = all.base.get(sign) ?? 0
            if (count <= before || (all[other].get(sign) ?? 0) < before) continue
            expect([sign, Math.min(kept.get(sign) ?? 0, count)]).toEqual([sign, count])
          }
        }
        const both = mergedText(parts, none, language, 'both') ?? ''
        expect(leftOut(parts, both)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })
})

/** Signs, not words: where words stand side by side is for the merge to say. */
function countSigns(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of texts.join('').replace(/\s/gu, '')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}
