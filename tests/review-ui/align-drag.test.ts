/** What a dragged border would take along and where it leads, where a crossing line ends, and whom Alt+L and Alt+S lead to. */
import { describe, expect, test, vi } from 'vitest'
import type { Drag } from '@/app/projects/[projectId]/review/[documentId]/align/align-state'
import {
  carriedAt,
  carriedPart,
  meant,
  speedAt,
  targetAt,
  textsAlong,
} from '@/app/projects/[projectId]/review/[documentId]/align/carrying'
import { crossingPath } from '@/app/projects/[projectId]/review/[documentId]/align/crossing-path'
import { nextInRank } from '@/app/projects/[projectId]/review/[documentId]/align/far-rows'
import { onceOutlined } from '@/app/projects/[projectId]/review/[documentId]/align/suspicious'
import { cell } from '@/app/projects/[projectId]/review/[documentId]/state/cell'
import {
  type LiveOutline,
  openOutline,
  provisionalOutline,
} from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import type { Screen } from '@/app/projects/[projectId]/review/[documentId]/state/screen'
import { FLAGS } from '@/lib/segment/flags'

const OUTLINE = openOutline({
  ids: [11, 12, 13, 14, 15],
  statuses: '00000',
  flags: [0, 0, FLAGS.enEmpty, 0, 0],
  sections: [],
} as unknown as Parameters<typeof openOutline>[0])

const border = (from: number, over: number | null): Drag => ({
  what: 'border',
  fromId: 11 + from,
  fromRow: from,
  side: 'en',
  offset: 4,
  over: over === null ? null : { id: 11 + over, row: over },
})

describe('a border held over a row', () => {
  test.each<[string, Drag, ReturnType<typeof meant>]>([
    ['below', border(0, 1), { what: 'push', id: 11, side: 'en', offset: 4 }],
    ['above', border(1, 0), { what: 'pull', id: 12, side: 'en', offset: 4 }],
    ['far below', border(0, 4), { what: 'push', id: 11, side: 'en', offset: 4, to: 15 }],
    ['far above', border(4, 1), { what: 'pull', id: 15, side: 'en', offset: 4, to: 12 }],
    ['of its own', border(2, 2), null],
    ['that is none', border(2, null), null],
    ['that is gone by now', { ...border(0, 1), over: { id: 99, row: 1 } }, null],
    ['with a whole text', { ...border(0, 3), what: 'text' } as Drag, { what: 'move', from: 11, to: 14 }],
  ])('%s', (_, drag, operation) =>
    expect(meant({ outline: cell<LiveOutline | null>(OUTLINE) }, drag)).toEqual(operation),
  )

  test('marks what goes along, and where it would be put in', () => {
    const down = border(0, 4)
    expect([0, 1, 2, 3, 4].map((row) => carriedAt(down, row))).toEqual([null, 'en', 'en', 'en', null])
    expect([carriedPart(down, 11, 'en'), carriedPart(down, 11, 'zh'), carriedPart(down, 12, 'en')]).toEqual([
      'after',
      null,
      null,
    ])
    expect([carriedPart(border(3, 0), 14, 'en'), carriedPart(border(3, 3), 14, 'en')]).toEqual(['before', null])
    expect([targetAt(down, 15), targetAt(border(4, 1), 12), targetAt(down, 11)]).toEqual(['head-en', 'tail-en', null])
    // The third row has no English.
    expect([textsAlong(OUTLINE, down), textsAlong(OUTLINE, border(4, 2)), textsAlong(OUTLINE, border(1, 2))]).toEqual([
      2, 1, 0,
    ])
  })

  test('scrolls at the edges, the faster the nearer, and nowhere else', () => {
    const box = { top: 100, bottom: 900 }
    expect([speedAt(500, box), Math.sign(speedAt(110, box)), Math.sign(speedAt(890, box))]).toEqual([0, -1, 1])
    expect(speedAt(899, box)).toBeGreaterThan(speedAt(850, box))
    expect(speedAt(5_000, box)).toBe(speedAt(900, box))
  })
})

test('a crossing line ends at its place, or leads out of the view where that is far', () => {
  expect(crossingPath(100, 20, 220, 1)).toMatch(/^M0 20 C .* 100 220$/)
  expect(crossingPath(100, 20, null, 1)).toMatch(/V 4020$/)
  expect(crossingPath(100, 20, null, -1)).toMatch(/V -3980$/)
})

test.each<[string, number, number | undefined, number]>([
  ['from anywhere to the first', 9, undefined, 0],
  ['from the first to the second', 1, undefined, 1],
  ['from the second, if it led there, to the third', 2, 2, 2],
  ['from the second, if one came there otherwise, to the first', 2, 1, 0],
  ['from the last round to the first', 3, 3, 0],
])('the least sure row: %s', (_, here, led, index) => expect(nextInRank([1, 2, 3], here, led)).toBe(index))

test('what asks for the whole document waits for it, and only the last that was asked is done', () => {
  const outline = cell<LiveOutline | null>(null)
  const screen = { outline, t: (key: string) => key } as unknown as Screen
  const [one, other] = [vi.fn(), vi.fn()]
  onceOutlined(screen, one)
  outline.set(provisionalOutline(3, 0, []))
  onceOutlined(screen, other)
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([0, 0])
  outline.set(OUTLINE)
  expect([one.mock.calls.length, other.mock.calls]).toEqual([0, [[OUTLINE]]])
  onceOutlined(screen, one)
  expect(one).toHaveBeenCalledOnce()
})
