/** What a person corrects in an import's preview: nothing is shown twice, nothing is lost, and every change can be undone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  correct,
  itemsOf,
  type Kind,
  kindOf,
  listCorrections,
  NO_CORRECTIONS,
  restoredKind,
  type SideCorrections,
  type Stretch,
  stretchAtLine,
  totalsOf,
} from '@/app/projects/[projectId]/import/corrections'
import { BLOCK_KINDS, type BlockKind } from '@/lib/bitext/intake/block'

type Sketch = { kind: Kind; turn?: number; speaker?: string; words?: number }

function stretchesFrom(sketches: Sketch[]): Stretch[] {
  return sketches.map(({ kind, turn, speaker, words = 3 }, index) => {
    const place = { from: index * 10, line: index * 2 + 1, text: 'abc', more: 0, words, sentences: 1 }
    if (kind !== 'dropped') return { ...place, kind, was: kind, turn, speaker }
    const reason = { id: 'pager', message: 'Page numbers', values: {} }
    return { ...place, kind: 'furniture', was: 'dropped', reason }
  })
}

const PAGE = stretchesFrom([
  { kind: 'dropped' },
  { kind: 'dropped' },
  { kind: 'headline' },
  { kind: 'speech', turn: 0, speaker: 'Lin' },
  { kind: 'answer', turn: 1, speaker: 'Wang' },
  { kind: 'dropped' },
  { kind: 'credit', words: 21 },
])

describe('items', () => {
  test('neighbours that were left out are one fold', () => {
    const shape = itemsOf(PAGE, new Map()).map((item) => ('fold' in item ? item.fold.length : item.stretch.was))
    expect(shape).toEqual([2, 'headline', 'speech', 'answer', 1, 'credit'])
  })

  test('a restored stretch leaves its fold, a block left out by hand stays in sight', () => {
    const corrections = new Map<number, Kind>([
      [10, 'lede'],
      [20, 'dropped'],
    ])
    const shape = itemsOf(PAGE, corrections).map((item) => ('fold' in item ? item.fold.length : item.index))
    expect(shape).toEqual([1, 1, 2, 3, 4, 1, 6])
  })
})

describe('what a restored stretch becomes', () => {
  test.each<[number, BlockKind]>([
    [0, 'speech'],
    [5, 'answer'],
  ])('stretch %i becomes %s', (index, kind) => {
    expect(restoredKind(PAGE, index)).toBe(kind)
  })
})

describe('totals', () => {
  test('protected blocks are blocks but count in no word count', () => {
    expect(totalsOf(PAGE, new Map())).toEqual({ words: 9, sentences: 3, blocks: 4, turns: 2, people: 2, dropped: 3 })
  })

  test('they follow the corrections', () => {
    const corrections = new Map<number, Kind>([
      [40, 'dropped'],
      [60, 'speech'],
    ])
    expect(totalsOf(PAGE, corrections)).toMatchObject({ words: 27, blocks: 3, turns: 1, people: 1, dropped: 4 })
  })
})

test.each([
  [1, 0],
  [2, 0],
  [5, 20],
  [999, 60],
])('line %i stands in the stretch that starts at %i', (line, from) => {
  expect(stretchAtLine(PAGE, line)?.from).toBe(from)
})

const Kinds = fc.constantFrom<Kind>('dropped', ...BLOCK_KINDS)
const Page = fc
  .array(Kinds, { minLength: 1, maxLength: 40 })
  .map((kinds) => stretchesFrom(kinds.map((kind) => ({ kind }))))
const Changes = fc.array(fc.tuple(fc.nat(), Kinds), { maxLength: 30 })

function applyAll(page: Stretch[], changes: [number, Kind][]): SideCorrections {
  return changes.reduce<SideCorrections>(
    (now, [pick, kind]) => correct(now, page[pick % page.length], kind),
    NO_CORRECTIONS.zh,
  )
}

test('every stretch is shown exactly once and in order, whatever is corrected', () => {
  fc.assert(
    fc.property(Page, Changes, (page, changes) => {
      const items = itemsOf(page, applyAll(page, changes))
      const shown = items.flatMap((item) => ('fold' in item ? item.fold.map(({ index }) => index) : [item.index]))
      expect(shown).toEqual(page.map((_, index) => index))
    }),
  )
})

test('only what differs from what was understood is sent, and setting it back sends nothing', () => {
  fc.assert(
    fc.property(Page, Changes, (page, changes) => {
      const corrections = applyAll(page, changes)
      for (const stretch of page) {
        if (corrections.has(stretch.from)) expect(kindOf(stretch, corrections)).not.toBe(stretch.was)
      }
      const back = page.reduce((now, stretch) => correct(now, stretch, stretch.was), corrections)
      expect(listCorrections({ zh: back, en: NO_CORRECTIONS.en })).toEqual([])
    }),
  )
})
