import { describe, expect, test } from 'vitest'
import { nextMatch } from '../../app/projects/[projectId]/review/[documentId]/state/insert-match'
import { concernsMatches } from '../../app/projects/[projectId]/review/[documentId]/state/memory'
import type { Matches, MemoryMatch } from '../../lib/memory/find-matches'

describe('one key goes through the matches', () => {
  const matches = ['One.', 'Two.', 'Three.'].map((target) => ({ target }))
  test.each([
    ['', 1, 0],
    ['typed by hand', 1, 0],
    ['typed by hand', -1, 2],
    ['One.', 1, 1],
    ['Three.', 1, 0],
    ['One.', -1, 2],
    ['Two.', -1, 0],
  ] as const)('%s, %i: number %i', (shown, by, wanted) => expect(nextMatch(matches, shown, by)).toBe(wanted))
})

describe('what others change is asked for only where it is shown', () => {
  const shown: Matches = { side: 'zh', source: '', matches: [{ segmentId: 7 } as MemoryMatch] }
  test.each([
    [['text'], [7], true],
    [['row'], [3, 7], true],
    [['text'], [3], false],
    [['comment'], [7], false],
    [['structure'], null, true],
    [['finding'], null, false],
  ] as const)('%s of %s: %s', (kinds, ids, wanted) =>
    expect(concernsMatches({ kinds: [...kinds], ids: ids && [...ids], by: {}, rows: [] }, shown)).toBe(wanted),
  )
})
