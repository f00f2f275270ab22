import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptPieces,
  baseText,
  numberChanges,
  presentText,
  rejectPieces,
  type Step,
  startTracking,
  type TrackedChange,
  trackSteps,
} from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import { RUNS, side, text } from './texts'

/** `[-gone-]` `{+new+}`, with who and which change; `~` where it moved. */
function shown(changes: readonly TrackedChange[]): string {
  return changes
    .map(({ op, text, by, change, moved }) => {
      const mark = `${by}${change}${moved ? '~' : ''}`
      if (op === 'same') return text
      return op === 'delete' ? `[-${text}|${mark}-]` : `{+${text}|${mark}+}`
    })
    .join('')
}

function tracked(base: string, steps: [by: string, after: string][], of: Side = 'en') {
  return shown(
    numberChanges(
      trackSteps(
        startTracking(base),
        steps.map(([by, after]) => ({ by, after })),
        of,
      ),
      of,
    ),
  )
}

describe('who changed what', () => {
  test.each<[string, string, [string, string][], string, Side?]>([
    ['one person, one word', 'one two three', [['a', 'one 2 three']], 'one [-two|a0-]{+2|a0+} three'],
    [
      'two people at two places',
      'The committee had adopted the annual report on Friday.',
      [
        ['a', 'The council had adopted the annual report on Friday.'],
        ['b', 'The council had adopted the annual report on Monday.'],
      ],
      'The [-committee|a0-]{+council|a0+} had adopted the annual report on [-Friday|b1-]{+Monday|b1+}.',
    ],
    [
      'what one put in and another took out again is no change',
      'one two',
      [
        ['a', 'one very two'],
        ['b', 'one two'],
      ],
      'one two',
    ],
    [
      'what was taken out and came back stayed',
      'one two three',
      [
        ['a', 'one three'],
        ['b', 'one two three'],
      ],
      'one two three',
    ],
    [
      'a word put in by one and mended by another is the other’s',
      'one three',
      [
        ['a', 'one tow three'],
        ['b', 'one two three'],
      ],
      'one {+two|b0+}{+ |a0+}three',
    ],
    ['Chinese by character', '一是更换了灯具。', [['a', '一是更换了全部灯具。']], '一是更换了{+全部|a0+}灯具。', 'zh'],
    [
      'a moved sentence is one change, shown as moved',
      'We opened the port. The ferry runs daily. Tickets are cheap.',
      [['a', 'The ferry runs daily. Tickets are cheap. We opened the port.']],
      '[-We opened the port. |a0~-]The ferry runs daily. Tickets are cheap.{+ We opened the port.|a0~+}',
    ],
    [
      'sentences built alike are not crossed into each other',
      'First, the lamps were replaced. Second, the piers were reinforced. Third, the fairways were cleared.',
      [['a', 'Second, the piers were reinforced. Third, the fairways were cleared. First, the lamps were replaced.']],
      '[-First, the lamps were replaced. |a0~-]Second, the piers were reinforced. Third, the fairways were cleared.{+ First, the lamps were replaced.|a0~+}',
    ],
    [
      'a moved Chinese sentence too',
      '一是更换了灯具。二是加固了栈桥。三是清理了航道。',
      [['a', '二是加固了栈桥。三是清理了航道。一是更换了灯具。']],
      '[-一是更换了灯具。|a0~-]二是加固了栈桥。三是清理了航道。{+一是更换了灯具。|a0~+}',
      'zh',
    ],
  ])('%s', (_, base, steps, expected, of) => {
    expect(tracked(base, steps, of)).toBe(expected)
  })

  test('text that came from another row is nobody’s change', () => {
    const steps: Step[] = [
      { by: 'a', after: 'One, then.' },
      { by: 'b', after: 'One, then. Two.', neutral: true },
      { by: 'a', after: 'One, then. Two, too.' },
    ]
    const pieces = trackSteps(startTracking('One.'), steps, 'en')
    expect(baseText(pieces)).toBe('One. Two.')
    expect(shown(numberChanges(pieces, 'en'))).toBe('One{+, then|a0+}. Two{+, too|a1+}.')
  })

  test.each<[what: string, base: string, after: string, stays: string]>([
    ['a replacement whose new words went', 'One. Two old words.', 'One. Two fresh ones.', 'One. Two '],
    ['a replacement of which a part went', 'One. Two old words.', 'One. Two quite fresh ones.', 'One. Two quite '],
    [
      'the old place of a sentence that stood elsewhere',
      'The lamps were replaced. The piers were reinforced. All is well.',
      'The piers were reinforced. All is well. The lamps were replaced.',
      'The piers were reinforced. All is well. ',
    ],
  ])('%s to another row cannot come back here as well', (_, base, after, stays) => {
    const steps: Step[] = [
      { by: 'a', after },
      { by: 'b', after: stays, neutral: true },
    ]
    const changes = numberChanges(trackSteps(startTracking(base), steps, 'en'), 'en')
    expect(presentText(changes)).toBe(stays)
    expect(presentText(rejectPieces(changes, () => true))).toBe(stays)
  })

  test('a deletion beside what went is still a change', () => {
    const steps: Step[] = [
      { by: 'a', after: 'One. Three.' },
      { by: 'b', after: 'One. ', neutral: true },
    ]
    const changes = numberChanges(trackSteps(startTracking('One. Two. Three.'), steps, 'en'), 'en')
    expect(presentText(rejectPieces(changes, () => true))).toBe('One. Two. ')
  })
})

const history = fc.record({
  base: text,
  steps: fc.array(fc.record({ by: fc.constantFrom('a', 'b', 'c'), after: text }), { maxLength: 4 }),
  side,
  taken: fc.array(fc.nat(8)),
})

test('kept and inserted give the text, kept and deleted the base; accepting and rejecting keep to it', () => {
  fc.assert(
    fc.property(history, ({ base, steps, side, taken }) => {
      const pieces = trackSteps(startTracking(base), steps, side)
      const now = steps.at(-1)?.after ?? base
      expect(presentText(pieces)).toBe(now)
      expect(baseText(pieces)).toBe(base)
      const changes = numberChanges(pieces, side)
      expect(presentText(changes)).toBe(now)
      expect(baseText(changes)).toBe(base)
      for (const { op, text, by, change } of changes) {
        expect(text).not.toBe('')
        expect([op === 'same', op === 'same']).toEqual([by === null, change === null])
      }
      const all = () => true
      expect(baseText(acceptPieces(changes, all))).toBe(now)
      expect(presentText(rejectPieces(changes, all))).toBe(base)
      const some = (change: number) => taken.includes(change)
      expect(presentText(acceptPieces(changes, some))).toBe(now)
      expect(baseText(rejectPieces(changes, some))).toBe(base)
      // What is left when some were accepted is the rest: rejecting it gives the base with those accepted.
      expect(presentText(rejectPieces(changes, (change) => !some(change)))).toBe(baseText(acceptPieces(changes, some)))
    }),
    { numRuns: RUNS / 4 },
  )
})

test('what one person alone has changed is theirs', () => {
  fc.assert(
    fc.property(history, ({ base, steps, side }) => {
      const pieces = trackSteps(
        startTracking(base),
        steps.map((step) => ({ ...step, by: 'a' })),
        side,
      )
      expect(pieces.filter(({ op, by }) => op !== 'same' && by !== 'a')).toEqual([])
    }),
    { numRuns: RUNS / 4 },
  )
})
