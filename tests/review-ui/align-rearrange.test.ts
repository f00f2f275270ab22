import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  renamed,
  withConfirmed,
  withoutRows,
  withRowAfter,
} from '@/app/projects/[projectId]/review/[documentId]/align/local-outline'
import {
  followOffset,
  type NearRows,
  type Operation,
  type Rearranged,
  rearrange,
  sameWords,
} from '@/app/projects/[projectId]/review/[documentId]/align/rearrange'
import { openOutline } from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import { FLAGS } from '@/lib/segment/flags'
import type { SegmentRow } from '@/lib/segment/queries'

function rowsOf(texts: readonly (readonly [string, string])[]): SegmentRow[] {
  return texts.map(
    ([zh, en], i) =>
      ({
        id: i + 1,
        zh,
        en,
        moved: false,
        confirmed: true,
        confidence: 0.9,
        label: false,
        discrepancies: [],
      }) as unknown as SegmentRow,
  )
}

function near(rows: readonly SegmentRow[]): NearRows {
  const at = (id: number) => rows.findIndex((row) => row.id === id)
  return {
    get: (id) => rows[at(id)],
    previous: (id) => rows[at(id) - 1],
    next: (id) => (at(id) < 0 ? undefined : rows[at(id) + 1]),
    between: (from, to) => rows.slice(Math.min(at(from), at(to)), Math.max(at(from), at(to)) + 1),
    areNeighbours: (one, other) => Math.abs(at(one) - at(other)) === 1,
    isBefore: (one, other) => at(one) < at(other),
  }
}

function applied(rows: readonly SegmentRow[], { rows: changed, added, gone }: Rearranged): SegmentRow[] {
  const now = rows
    .filter((row) => !gone.includes(row.id))
    .flatMap((row) => {
      const own = changed.find(({ id }) => id === row.id) ?? row
      return added?.after === row.id ? [own, changed.find(({ id }) => id === added.id)!] : [own]
    })
  return now
}

const ROWS = rowsOf([
  ['甲。', 'One. Two.'],
  ['乙。', 'Three.'],
  ['丙。丁。', 'Four. Five.'],
])

function after(operation: Operation): [string, string][] | null {
  const change = rearrange(operation, near(ROWS))
  return change && applied(ROWS, change).map(({ zh, en }) => [zh, en])
}

describe('rearranged on the screen', () => {
  test.each<[string, Operation, [string, string][] | null]>([
    [
      'push',
      { what: 'push', id: 1, side: 'en', offset: 5 },
      [
        ['甲。', 'One.'],
        ['乙。', 'Two. Three.'],
        ['丙。丁。', 'Four. Five.'],
      ],
    ],
    [
      'pull',
      { what: 'pull', id: 3, side: 'en', offset: 6 },
      [
        ['甲。', 'One. Two.'],
        ['乙。', 'Three. Four.'],
        ['丙。丁。', 'Five.'],
      ],
    ],
    [
      'split',
      { what: 'split', id: 3, side: 'en', offset: 6, otherOffset: 2 },
      [
        ['甲。', 'One. Two.'],
        ['乙。', 'Three.'],
        ['丙。', 'Four.'],
        ['丁。', 'Five.'],
      ],
    ],
    [
      'merge',
      { what: 'merge', from: 1, to: 2 },
      [
        ['甲。乙。', 'One. Two. Three.'],
        ['丙。丁。', 'Four. Five.'],
      ],
    ],
    [
      'swap',
      { what: 'swap', id: 1, with: 3 },
      [
        ['甲。', 'Four. Five.'],
        ['乙。', 'Three.'],
        ['丙。丁。', 'One. Two.'],
      ],
    ],
    ['push from the last row', { what: 'push', id: 3, side: 'en', offset: 6 }, null],
    ['pull from the first row', { what: 'pull', id: 1, side: 'en', offset: 5 }, null],
    [
      'a border carried down over a row',
      { what: 'push', id: 1, side: 'en', offset: 5, to: 3 },
      [
        ['甲。', 'One.'],
        ['乙。', ''],
        ['丙。丁。', 'Two. Three. Four. Five.'],
      ],
    ],
    [
      'a border carried up over a row',
      { what: 'pull', id: 3, side: 'en', offset: 6, to: 1 },
      [
        ['甲。', 'One. Two. Three. Four.'],
        ['乙。', ''],
        ['丙。丁。', 'Five.'],
      ],
    ],
    ['a border carried the other way', { what: 'push', id: 3, side: 'en', offset: 6, to: 1 }, null],
    ['shift', { what: 'shift', id: 1, side: 'en', direction: 'down' }, null],
  ])('%s', (_, operation, expected) => expect(after(operation)).toEqual(expected))

  test('what changed is nobody’s confirmation any more', () => {
    const change = rearrange({ what: 'push', id: 1, side: 'en', offset: 5 }, near(ROWS))
    expect(change?.rows.map(({ confirmed, confidence }) => [confirmed, confidence])).toEqual([
      [false, null],
      [false, null],
    ])
  })

  test('the order of moved English is the server’s to know', () => {
    const moved = ROWS.map((row) => ({ ...row, moved: row.id === 2 }))
    expect(rearrange({ what: 'push', id: 1, side: 'en', offset: 5 }, near(moved))).toBeNull()
  })
})

const bare = (texts: string[]) => texts.join('').replace(/\s/gu, '')

test('whatever is done, each side keeps its characters in their order', () => {
  const cell = fc.constantFrom('', '甲。', '乙，丙。丁。', 'One. Two.', 'Three, four.', '𠮷')
  const doc = fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 6 })
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom('push', 'pull', 'far', 'split', 'merge'),
      fc.nat(5),
      fc.constantFrom('zh', 'en'),
      fc.nat(9),
      fc.nat(9),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(doc, steps, (texts, list) => {
      const first = rowsOf(texts)
      let rows = first
      for (const [what, at, side, offset, otherOffset] of list) {
        const row = rows[at % rows.length]!
        const above = rows[Math.max(0, (at % rows.length) - 1)]!
        const operation: Operation =
          what === 'merge'
            ? { what, from: above.id, to: row.id }
            : what === 'split'
              ? { what, id: row.id, side, offset, otherOffset }
              : what === 'far'
                ? farFrom(rows, at % rows.length, otherOffset % rows.length, side, offset)
                : { what, id: row.id, side, offset }
        const change = rearrange(operation, near(rows))
        if (change) rows = applied(rows, change)
        if (rows.length === 0) break
      }
      for (const side of ['zh', 'en'] as const)
        expect(bare(rows.map((row) => row[side]))).toBe(bare(first.map((row) => row[side])))
    }),
  )
})

function farFrom(rows: readonly SegmentRow[], from: number, to: number, side: 'zh' | 'en', offset: number): Operation {
  return { what: to > from ? 'push' : 'pull', id: rows[from]!.id, to: rows[to]!.id, side, offset }
}

test('a border carried far leaves what carrying it row by row leaves', () => {
  const cell = fc.constantFrom('', '甲。', '乙，丙。丁。', 'One. Two.', 'Three, four.', '𠮷')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 6 }),
      fc.nat(5),
      fc.nat(5),
      fc.constantFrom('zh', 'en'),
      fc.nat(9),
      (texts, one, other, side, offset) => {
        const first = rowsOf(texts)
        const [from, to] = [one % first.length, other % first.length]
        const far = rearrange(farFrom(first, from, to, side, offset), near(first))
        if (!far || from === to) return
        let rows = first
        for (let at = from; at !== to; at += Math.sign(to - from)) {
          const what = to > from ? 'push' : 'pull'
          const change = rearrange(
            { what, id: first[at]!.id, side, offset: at === from ? offset : 0 },
            // A row left with nothing is none; the next one stands where it stood.
            near(rows),
          )
          if (change) rows = applied(rows, change)
        }
        const texted = (list: readonly SegmentRow[]) => list.map(({ id, zh, en }) => [id, zh.trim(), en.trim()])
        expect(texted(rows)).toEqual(texted(applied(first, far)))
      },
    ),
  )
})

test('an offset follows its words where only the white space differs', () => {
  expect(followOffset('One. Two.', 'One.\n\nTwo.', 5)).toBe(6)
  expect(followOffset('甲。乙。', '甲。 乙。', 2)).toBe(3)
  expect(followOffset('One.', 'One.', 4)).toBe(4)
  expect(sameWords({ zh: '甲', en: 'a b' }, { zh: '甲', en: 'a\nb' })).toBe(true)
  expect(sameWords({ zh: '甲', en: 'a b' }, { zh: '甲', en: 'a c' })).toBe(false)
})

describe('the outline ahead of the server', () => {
  const outline = openOutline({
    ids: [11, 12, 13],
    statuses: '012',
    flags: [1, 2, FLAGS.doubtful],
    sections: [
      { row: 0, kind: 'heading', turn: null, zh: '', en: '' },
      { row: 2, kind: 'heading', turn: null, zh: '', en: '' },
    ],
  } as unknown as Parameters<typeof openOutline>[0])

  test('a row comes in, gets its number, and goes', () => {
    const more = withRowAfter(outline, 0, -2)
    expect([more.ids, [...more.flags], more.sections.map(({ row }) => row)]).toEqual([
      [11, -2, 12, 13],
      [1, 1, 2, FLAGS.doubtful],
      [0, 3],
    ])
    const numbered = renamed(more, -2, 99)
    expect([numbered.ids, numbered.rowOf.get(99), numbered.rowOf.has(-2)]).toEqual([[11, 99, 12, 13], 1, false])
    const less = withoutRows(numbered, new Set([99, 12]))
    expect([less.ids, [...less.flags], less.sections.map(({ row }) => row)]).toEqual([
      [11, 13],
      [1, FLAGS.doubtful],
      [0, 1],
    ])
  })

  test('what is confirmed is doubtful no more', () => {
    expect([...withConfirmed(outline, [13], true).flags]).toEqual([1, 2, FLAGS.confirmed])
  })
})
