import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { ALIGN_ACTS } from '@/app/projects/[projectId]/review/[documentId]/align/keys'
import { READ_ACTS } from '@/app/projects/[projectId]/review/[documentId]/read/keys'
import {
  isChanged,
  judge,
  type KeyLine,
  keySections,
  withKeys,
} from '@/app/projects/[projectId]/review/[documentId]/state/key-books'
import {
  ariaOf,
  combinationPressed,
  matches,
  ownKeys,
  type Pressed,
  refusalOf,
  sameKeys,
  signsOf,
} from '@/app/projects/[projectId]/review/[documentId]/state/keymap'
import { ACTS, actOf, ariaKeys, keysOf } from '@/app/projects/[projectId]/review/[documentId]/state/keys'
import { MODES } from '@/app/projects/[projectId]/review/[documentId]/state/mode'
import { Combination } from '@/lib/auth/key-maps'

afterEach(() => ownKeys.set({}))

function press(key: string, code: string, held: string[] = []): Pressed {
  return {
    key,
    code,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    getModifierState: (modifier) => held.includes(modifier),
  }
}

describe('keys that are pressed', () => {
  test.each([
    ['Enter', 'Enter'],
    ['€', 'KeyE'],
    ['2', 'Digit2'],
  ])('AltGr is not Ctrl and Alt: %s', (key, code) => {
    const altGr = press(key, code, ['Ctrl', 'Alt', 'AltGraph'])
    expect(actOf(altGr)).toBeNull()
    expect(combinationPressed(altGr)).toBeNull()
    // Command is only on a Mac, where Option may bear that name.
    expect(combinationPressed(press(key, code, ['Meta', 'Alt', 'AltGraph']))).toBe(`Ctrl+Alt+${code}`)
  })

  test.each<[Pressed, string | null]>([
    [press('ƒ', 'KeyF', ['Alt']), 'Alt+KeyF'],
    [press('Enter', 'Enter', ['Meta', 'Shift']), 'Ctrl+Shift+Enter'],
    [press('?', 'Slash', ['Shift']), '?'],
    [press('?', 'Slash', ['Shift', 'Ctrl']), 'Ctrl+Shift+Slash'],
    [press('Control', 'ControlLeft', ['Ctrl']), null],
    [press('Dead', 'Unidentified', ['Alt']), null],
    [press('F6', 'F6', ['Shift']), 'Shift+F6'],
    [press(' ', 'Space', ['Ctrl']), 'Ctrl+Space'],
  ])('%j', (pressed, wanted) => {
    expect(combinationPressed(pressed)).toBe(wanted)
  })

  const parts = fc.record({
    code: fc.constantFrom('KeyA', 'KeyZ', 'Digit7', 'Slash', 'Space', 'BracketLeft'),
    held: fc.subarray(['Ctrl', 'Alt', 'Shift']),
  })

  test('what is pressed is matched by its own name and by no other, and can be kept', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const pressed = (of: typeof one) => press('x', of.code, of.held)
        const [name, another] = [combinationPressed(pressed(one)), combinationPressed(pressed(other))] as [
          string,
          string,
        ]
        expect(matches(name, pressed(one))).toBe(true)
        expect(matches(name, pressed(other))).toBe(sameKeys(name, another))
        expect(Combination.safeParse(name).success).toBe(true)
      }),
    )
  })
})

describe('keys that cannot be had', () => {
  test.each<[string, string | null]>([
    ['KeyF', 'typing'],
    ['Shift+KeyF', 'typing'],
    ['Enter', 'typing'],
    ['Ctrl+KeyW', 'browser'],
    ['Ctrl+Digit3', 'browser'],
    ['Ctrl+KeyC', 'editing'],
    ['Alt+F4', 'system'],
    ['Ctrl+Tab', 'browser'],
    ['Alt+Escape', 'system'],
    ['Ctrl+Alt+Tab', 'page'],
    ['F7', null],
    ['Ctrl+Alt+KeyB', null],
    ['Alt+KeyF', null],
    ['', null],
  ])('%s: %s', (combination, why) => {
    expect(refusalOf(combination, 'Alt+KeyQ')).toBe(why)
  })

  test('an act that is bare may have other bare keys: it works only where nothing is typed', () => {
    expect(refusalOf('ArrowRight', 'ArrowDown')).toBeNull()
    expect(refusalOf('Shift+KeyA', 'ArrowDown')).toBe('typing')
  })
})

test('every standard key can be kept, and none is claimed twice in its table', () => {
  for (const table of [ACTS, ALIGN_ACTS, READ_ACTS] as Record<string, string>[]) {
    const keys = Object.values(table)
    for (const one of keys) expect([one, Combination.safeParse(one).success]).toEqual([one, true])
    expect(keys.filter((one, i) => keys.some((other, j) => i < j && sameKeys(one, other)))).toEqual([])
  }
})

test.each(MODES)('%s: every act of the mode stands once on the sheet', (mode) => {
  const lines = keySections(mode).flatMap((section) => section.lines.map((line) => `${line.mode}/${line.act}`))
  expect(new Set(lines).size).toBe(lines.length)
  const tables = { review: { ...ACTS }, align: { ...ACTS, ...ALIGN_ACTS }, read: { ...ACTS, ...READ_ACTS } }
  expect(new Set(lines.map((line) => line.split('/')[1]))).toEqual(new Set(Object.keys(tables[mode])))
})

describe("keys of one's own", () => {
  const lineOf = (act: string): KeyLine => {
    const line = keySections('review')
      .flatMap((section) => section.lines)
      .find((one) => one.act === act)
    if (!line) throw new Error(act)
    return line
  }

  test('are heard, shown and said instead of the standard ones', () => {
    ownKeys.set({ review: { raise: 'F7' } })
    expect(actOf(press('F7', 'F7'))).toBe('raise')
    expect(actOf(press('f', 'KeyF', ['Alt']))).toBeNull()
    expect(keysOf('raise')).toEqual(['F7'])
    expect(ariaKeys('raise')).toBe('F7')
    expect(isChanged(lineOf('raise'))).toBe(true)
  })

  test("another act's keys are named as its own; taken over, they are no longer the other's", () => {
    const sections = keySections('review')
    expect(judge(lineOf('raise'), 'Alt+KeyC', sections)).toMatchObject({
      can: false,
      why: 'taken',
      by: { act: 'comment' },
    })
    expect(judge(lineOf('raise'), 'Ctrl+KeyW', sections)).toEqual({ can: false, why: 'browser' })
    expect(judge(lineOf('raise'), 'F7', sections)).toEqual({ can: true })
    const review = withKeys({}, 'review', [
      { line: lineOf('comment'), keys: '' },
      { line: lineOf('raise'), keys: 'Alt+KeyC' },
    ])
    ownKeys.set({ review })
    expect(actOf(press('c', 'KeyC', ['Alt']))).toBe('raise')
    expect(keysOf('comment')).toEqual([])
    expect(ariaKeys('comment')).toBeUndefined()
  })

  test('what equals the standard is not kept', () => {
    expect(withKeys({ review: { raise: 'F7' } }, 'review', [{ line: lineOf('raise'), keys: 'Alt+KeyF' }])).toEqual({})
  })
})

test('keys are shown by their signs', () => {
  expect(signsOf('Ctrl+Shift+BracketLeft')).toEqual(['Ctrl', 'Shift', '['])
  expect(ariaOf('Ctrl+KeyK')).toBe('Control+K')
})
