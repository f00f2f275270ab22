import { describe, expect, test } from 'vitest'
import { KEY_GROUPS } from '@/app/projects/[projectId]/review/[documentId]/state/key-groups'
import {
  ACT_NAMES,
  ACTS,
  type Act,
  actOf,
  ariaKeys,
  keysOf,
  type Pressed,
} from '@/app/projects/[projectId]/review/[documentId]/state/keys'

function press(key: string, code: string, held: string[] = []): Pressed {
  return {
    key,
    code,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
  }
}

describe('keys', () => {
  test.each<[string, Pressed, Act | null]>([
    ['Alt+↓', press('ArrowDown', 'ArrowDown', ['Alt']), 'next-row'],
    ['a bare arrow does nothing', press('ArrowDown', 'ArrowDown'), null],
    ['a bare Enter does nothing', press('Enter', 'Enter'), null],
    ['Ctrl+Enter', press('Enter', 'Enter', ['Ctrl']), 'save'],
    ['Command+Enter', press('Enter', 'Enter', ['Meta']), 'save'],
    ['Ctrl+Shift+Enter', press('Enter', 'Enter', ['Ctrl', 'Shift']), 'save-and-next'],
    ['Ctrl+Alt+Enter', press('Enter', 'Enter', ['Ctrl', 'Alt']), 'approve'],
    ['Alt+F', press('f', 'KeyF', ['Alt']), 'raise'],
    ['Option+F on a Mac types a sign', press('ƒ', 'KeyF', ['Alt']), 'raise'],
    ['Alt+F with a Russian layout', press('а', 'KeyF', ['Alt']), 'raise'],
    ['f alone is a letter', press('f', 'KeyF'), null],
    ['Ctrl+K', press('k', 'KeyK', ['Ctrl']), 'palette'],
    ['Alt+K', press('k', 'KeyK', ['Alt']), 'still-correct'],
    ['?', press('?', 'Slash', ['Shift']), 'keys'],
    ['Ctrl+? is nobody’s', press('?', 'Slash', ['Shift', 'Ctrl']), null],
    ['Shift+Alt+I', press('I', 'KeyI', ['Alt', 'Shift']), 'previous-discrepancy'],
    ['Alt+. by its place', press('≥', 'Period', ['Alt']), 'next-suggestion'],
    ['F6', press('F6', 'F6'), 'other-side'],
  ])('%s', (_, pressed, act) => {
    expect(actOf(pressed)).toBe(act)
  })

  test('no two acts have the same keys', () => {
    expect(new Set(Object.values(ACTS)).size).toBe(ACT_NAMES.length)
  })

  test('every act stands once on the key sheet', () => {
    expect(Object.values(KEY_GROUPS).flat().sort()).toEqual([...ACT_NAMES].sort())
  })

  test('keys are named for people and for assistive technology', () => {
    expect(keysOf('save-and-next')).toEqual(['Ctrl', 'Shift', '⏎'])
    expect(ariaKeys('raise')).toBe('Alt+F')
    expect(ariaKeys('save')).toBe('Control+Enter')
  })
})
