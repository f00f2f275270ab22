import { describe, expect, test } from 'vitest'
import { compositionGuard } from '@/app/_ui/composition'

type Event =
  | { on: 'start'; at: number }
  | { on: 'keyup'; at: number }
  | { on: 'end'; at: number }
  | { on: 'key'; at: number; key: string; isComposing?: boolean; keyCode?: number }

const CODES: Record<string, number> = { Enter: 13, Escape: 27, '?': 191, ArrowDown: 40 }

/** Replays events as a browser sends them; answers which key presses were left to us. */
function ours(events: readonly Event[]): string[] {
  const guard = compositionGuard()
  const left: string[] = []
  for (const event of events) {
    if (event.on === 'start') guard.start()
    else if (event.on === 'end') guard.end(event.at)
    else if (event.on === 'keyup') guard.keyUp()
    else {
      const { key, isComposing = false, keyCode = CODES[key] ?? 0, at } = event
      if (!guard.owns({ key, isComposing, keyCode, timeStamp: at })) left.push(`${key}@${at}`)
    }
  }
  return left
}

describe('keys that belong to an input method', () => {
  test.each<[string, Event[], string[]]>([
    ['without a composition every key is ours', [{ on: 'key', at: 0, key: 'Enter' }], ['Enter@0']],
    [
      'Chrome on Windows and Linux: the Enter that confirms says isComposing and 229, then the composition ends',
      [
        { on: 'key', at: 0, key: 'Process', isComposing: false, keyCode: 229 },
        { on: 'start', at: 1 },
        { on: 'keyup', at: 60 },
        { on: 'key', at: 100, key: 'Process', isComposing: true, keyCode: 229 },
        { on: 'end', at: 101 },
        { on: 'keyup', at: 160 },
        { on: 'key', at: 170, key: 'Enter' },
      ],
      ['Enter@170'],
    ],
    [
      'Safari on a Mac: compositionend first, then the Enter that caused it, with 229',
      [
        { on: 'start', at: 0 },
        { on: 'end', at: 500 },
        { on: 'key', at: 501, key: 'Enter', keyCode: 229 },
        { on: 'keyup', at: 580 },
        { on: 'key', at: 600, key: 'Enter' },
      ],
      ['Enter@600'],
    ],
    [
      'a Mac that sends the Enter after compositionend as a plain one',
      [
        { on: 'start', at: 0 },
        { on: 'end', at: 500 },
        { on: 'key', at: 502, key: 'Enter' },
        { on: 'keyup', at: 590 },
        { on: 'key', at: 900, key: 'Enter' },
      ],
      ['Enter@900'],
    ],
    [
      'Escape during a composition drops the word, not the field',
      [
        { on: 'start', at: 0 },
        { on: 'key', at: 300, key: 'Escape', isComposing: true },
        { on: 'end', at: 301 },
        { on: 'keyup', at: 350 },
        { on: 'key', at: 700, key: 'Escape' },
      ],
      ['Escape@700'],
    ],
    [
      'Firefox: keydown without 229 while composing, but isComposing',
      [
        { on: 'start', at: 0 },
        { on: 'key', at: 200, key: 'ArrowDown', isComposing: true },
        { on: 'key', at: 300, key: 'Enter', isComposing: true },
        { on: 'end', at: 301 },
      ],
      [],
    ],
    [
      'a browser that forgets isComposing between start and end',
      [
        { on: 'start', at: 0 },
        { on: 'key', at: 200, key: '?' },
        { on: 'end', at: 300 },
        { on: 'keyup', at: 320 },
        { on: 'key', at: 321, key: '?' },
      ],
      ['?@321'],
    ],
    [
      'ended by a click: nothing is let go, yet the next key pressed later is ours',
      [
        { on: 'start', at: 0 },
        { on: 'end', at: 100 },
        { on: 'key', at: 400, key: 'Enter' },
      ],
      ['Enter@400'],
    ],
    [
      'two words in a row',
      [
        { on: 'start', at: 0 },
        { on: 'end', at: 100 },
        { on: 'keyup', at: 110 },
        { on: 'start', at: 120 },
        { on: 'key', at: 130, key: 'Enter' },
        { on: 'end', at: 140 },
      ],
      [],
    ],
  ])('%s', (_, events, left) => {
    expect(ours(events)).toEqual(left)
  })
})
