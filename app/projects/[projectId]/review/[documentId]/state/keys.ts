/** Every act of the screen with the keys that do it: one table for the listener, the key sheet, the palette and the tooltips. */
import type { TextKey } from '@/app/_ui/texts/dictionaries'

/**
 * Named as KeyboardEvent.code names the place on the keyboard for letters (Option+F types "ƒ" on a Mac),
 * and as KeyboardEvent.key names the sign for everything else.
 */
export const ACTS = {
  'next-row': 'Alt+ArrowDown',
  'previous-row': 'Alt+ArrowUp',
  save: 'Ctrl+Enter',
  'save-and-next': 'Ctrl+Shift+Enter',
  approve: 'Ctrl+Alt+Enter',
  raise: 'Alt+KeyF',
  'next-discrepancy': 'Alt+KeyI',
  'next-stale': 'Alt+KeyS',
  'next-mine': 'Alt+KeyM',
  'next-unconfirmed': 'Alt+KeyU',
  'next-unsaved': 'Alt+KeyN',
  confirm: 'Alt+KeyY',
  diff: 'Alt+KeyD',
  'still-correct': 'Alt+KeyK',
  correct: 'Alt+KeyG',
  'other-side': 'F6',
  'extend-down': 'Shift+Alt+ArrowDown',
  'extend-up': 'Shift+Alt+ArrowUp',
  assign: 'Alt+KeyA',
  find: 'Ctrl+KeyF',
  'go-to-row': 'Ctrl+KeyG',
  outline: 'Alt+KeyO',
  inspector: 'Alt+KeyP',
  density: 'Alt+KeyZ',
  'mode-read': 'Ctrl+Alt+Digit1',
  'mode-align': 'Ctrl+Alt+Digit2',
  'mode-review': 'Ctrl+Alt+Digit3',
  palette: 'Ctrl+KeyK',
  keys: '?',
} as const

export type Act = keyof typeof ACTS

export const ACT_NAMES = Object.keys(ACTS) as Act[]

export function actText(act: Act): TextKey {
  return `review.act-${act}`
}

export type Pressed = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** The act these keys do, if any. Command counts as Ctrl. */
export function actOf(pressed: Pressed): Act | null {
  return ACT_NAMES.find((act) => matches(ACTS[act], pressed)) ?? null
}

function matches(combination: string, { key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  const parts = combination.split('+')
  const last = parts.at(-1)!
  if (last === '?') return key === '?' && !ctrlKey && !metaKey && !altKey
  if ((ctrlKey || metaKey) !== parts.includes('Ctrl')) return false
  if (altKey !== parts.includes('Alt') || shiftKey !== parts.includes('Shift')) return false
  return /^(Key|Digit)/.test(last) ? code === last : key === last
}

/** Keys without Ctrl or Alt are also signs a person types. */
export function isBare(act: Act): boolean {
  return ACTS[act] === '?'
}

const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '⏎' }

/** For people: `['Alt', '↓']`. */
export function keysOf(act: Act): string[] {
  return ACTS[act].split('+').map((part) => SIGNS[part] ?? part.replace(/^(Key|Digit)/, ''))
}

/** For `aria-keyshortcuts`: `Alt+F`. */
export function ariaKeys(act: Act): string {
  return ACTS[act].replace('Ctrl', 'Control').replace(/Key|Digit/, '')
}
