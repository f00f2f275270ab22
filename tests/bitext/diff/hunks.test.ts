import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDifferences, diffText, groupHunks } from '@/lib/bitext/diff'
import { pair, RUNS, side } from './texts'

describe('groupHunks and applyDifferences', () => {
  const differences = diffText('The quick brown fox.', 'A quick red fox today.', 'en')

  it('groups a deletion with the insertion that takes its place', () => {
    expect(groupHunks(differences).map(({ before, after }) => [before, after])).toEqual([
      ['The', 'A'],
      ['brown', 'red'],
      ['', ' today'],
    ])
  })

  it.each([
    [[], 'The quick brown fox.'],
    [[0], 'A quick brown fox.'],
    [[1, 2], 'The quick red fox today.'],
    [[0, 1, 2], 'A quick red fox today.'],
  ])('taking %j gives %j', (taken, text) => {
    expect(applyDifferences(differences, new Set(taken))).toBe(text)
  })

  it('law: all hunks give the new text, none the old, and each stands where it says', () => {
    fc.assert(
      fc.property(pair, side, ([before, after], language) => {
        const found = diffText(before, after, language)
        const hunks = groupHunks(found)
        expect(applyDifferences(found, new Set())).toBe(before)
        expect(applyDifferences(found, new Set(hunks.keys()))).toBe(after)
        for (const hunk of hunks) {
          expect(before.slice(hunk.span.from, hunk.span.to)).toBe(hunk.before)
          expect(after.slice(hunk.afterSpan.from, hunk.afterSpan.to)).toBe(hunk.after)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
