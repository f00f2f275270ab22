import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Filter,
  indexOf,
  isFiltering,
  isHit,
  isShown,
  NO_FILTER,
  neighbour,
  nextWhere,
  readFilter,
  rowAt,
  viewOf,
  writeFilter,
} from '@/app/projects/[projectId]/review/[documentId]/state/filter'
import { openOutline } from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import { FLAGS } from '@/lib/segment/flags'
import { SEGMENT_STATUSES } from '@/lib/segment/rules'

const OUTLINE = openOutline({
  ids: [10, 11, 12, 13, 14, 15],
  statuses: '012340',
  flags: [
    0,
    FLAGS.disputed,
    FLAGS.stale | FLAGS.mine | FLAGS.review,
    FLAGS.zhEmpty | FLAGS.suggested,
    FLAGS.enEmpty | FLAGS.confirmed,
    FLAGS.disputed | FLAGS.mine | FLAGS.review,
  ],
  sections: [],
})

function hits(filter: Partial<Filter>, found: number[] | null = null): number[] {
  const view = viewOf(OUTLINE, { ...NO_FILTER, ...filter }, found && new Set(found))
  return view.hits ? [...view.hits] : Array.from({ length: view.count }, (_, row) => row)
}

describe('which rows are shown', () => {
  test.each<[string, Partial<Filter>, number[] | null, number[]]>([
    ['all', {}, null, [0, 1, 2, 3, 4, 5]],
    ['a status', { statuses: ['draft'] }, null, [0, 5]],
    ['two statuses', { statuses: ['draft', 'released'] }, null, [0, 4, 5]],
    ['open discrepancies', { open: true }, null, [1, 5]],
    ['open and mine', { open: true, mine: true }, null, [5]],
    ['mine, and waiting for my step', { todo: true }, null, [2]],
    ['stale', { stale: true }, null, [2]],
    ['with a suggestion', { suggested: true }, null, [3]],
    ['unconfirmed', { unconfirmed: true }, null, [0, 1, 2, 3, 5]],
    ['no Chinese', { empty: 'zh' }, null, [3]],
    ['either side empty', { empty: 'any' }, null, [3, 4]],
    ['words', { text: '万' }, [11, 14], [1, 4]],
    ['words that are still being sought', { text: '万' }, null, []],
    ['words and a status', { text: '万', statuses: ['translated'] }, [11, 14], [1]],
  ])('%s', (_, filter, found, rows) => {
    expect(hits(filter, found)).toEqual(rows)
  })

  test('hits keep a row of context on each side, and overlap once', () => {
    const view = viewOf(OUTLINE, { ...NO_FILTER, stale: true }, null)
    expect(view.rows).toEqual([1, 2, 3])
    expect([1, 2, 3].map((row) => isHit(view, row))).toEqual([false, true, false])
    expect(viewOf(OUTLINE, { ...NO_FILTER, empty: 'any' }, null).rows).toEqual([2, 3, 4, 5])
  })

  test('going on skips context rows', () => {
    const view = viewOf(OUTLINE, { ...NO_FILTER, open: true }, null)
    expect(view.rows).toEqual([0, 1, 2, 4, 5])
    expect(neighbour(view, 1, 1)).toBe(5)
    expect(neighbour(view, 5, -1)).toBe(1)
    expect(neighbour(view, 5, 1)).toBeNull()
    // Row 3 is not shown: what stands in its place comes next.
    expect(neighbour(view, 3, 1)).toBe(5)
  })

  test('the next of a kind goes round and never answers the present row', () => {
    expect(nextWhere(6, 4, (row) => row % 2 === 0)).toBe(0)
    expect(nextWhere(6, 1, (row) => row === 1)).toBeNull()
    expect(nextWhere(6, 0, (row) => row % 2 === 0, -1)).toBe(4)
    expect(nextWhere(6, 1, (row) => row === 1, -1)).toBeNull()
  })
})

const filters: fc.Arbitrary<Filter> = fc
  .record({
    statuses: fc.subarray([...SEGMENT_STATUSES]),
    open: fc.boolean(),
    stale: fc.boolean(),
    mine: fc.boolean(),
    unconfirmed: fc.boolean(),
    empty: fc.constantFrom('zh', 'en', 'any', null),
    text: fc.string(),
  })
  .map((part) => ({ ...NO_FILTER, ...part }))

test('a filter read back from its address is the same', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const query = new URLSearchParams('row=3')
      writeFilter(query, filter)
      expect(readFilter(new URLSearchParams(query.toString()))).toEqual(filter)
      expect(query.get('row')).toBe('3')
      expect([...query.keys()].length > 1).toBe(isFiltering(filter))
    }),
  )
})

test('every row shown stands where the view says', () => {
  const outlines = fc.array(fc.nat({ max: 1023 }), { maxLength: 60 }).map((flags) =>
    openOutline({
      ids: flags.map((_, i) => i + 1),
      statuses: flags.map((flag) => flag % 5).join(''),
      flags,
      sections: [],
    }),
  )
  fc.assert(
    fc.property(outlines, filters, (outline, filter) => {
      const view = viewOf(outline, filter, new Set(outline.ids.filter((id) => id % 3 === 0)))
      for (let index = 0; index < view.count; index++) {
        const row = rowAt(view, index)
        expect(indexOf(view, row)).toBe(index)
        expect(isShown(view, row)).toBe(true)
        if (index > 0) expect(row).toBeGreaterThan(rowAt(view, index - 1))
      }
      expect(
        Array.from({ length: view.count }, (_, i) => rowAt(view, i)).filter((row) => isHit(view, row)),
      ).toHaveLength(view.hitCount)
    }),
  )
})
