/**
 * Every act of the screen with the keys that do it: one table for the listener, the key sheet, the palette and the
 * tooltips. A person may have changed them: whoever shows or hears keys asks `keysOf` and `actOf`, never the table.
 */
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { ariaOf, combinationOf, isBareKeys, matches, type Pressed, signsOf } from './keymap'

export const ACTS = {
  'next-row': 'Alt+ArrowDown',
  'previous-row': 'Alt+ArrowUp',
  save: 'Ctrl+Enter',
  'save-and-next': 'Ctrl+Shift+Enter',
  approve: 'Ctrl+Alt+Enter',
  raise: 'Alt+KeyF',
  comment: 'Alt+KeyC',
  'next-discrepancy': 'Alt+KeyI',
  'previous-discrepancy': 'Shift+Alt+KeyI',
  'next-comment': 'Alt+KeyJ',
  'previous-comment': 'Shift+Alt+KeyJ',
  'next-finding': 'Alt+KeyV',
  'previous-finding': 'Shift+Alt+KeyV',
  'raise-finding': 'Shift+Alt+KeyF',
  'dismiss-finding': 'Alt+KeyW',
  'take-finding': 'Shift+Alt+KeyT',
  'insert-match': 'Alt+Comma',
  'previous-match': 'Shift+Alt+Comma',
  'search-memory': 'Alt+Slash',
  'next-stale': 'Alt+KeyS',
  'previous-stale': 'Shift+Alt+KeyS',
  'next-mine': 'Alt+KeyM',
  'previous-mine': 'Shift+Alt+KeyM',
  'next-unconfirmed': 'Alt+KeyU',
  'previous-unconfirmed': 'Shift+Alt+KeyU',
  'next-uneven': 'Alt+KeyE',
  'previous-uneven': 'Shift+Alt+KeyE',
  'next-unsaved': 'Alt+KeyN',
  'discard-draft': 'Shift+Alt+KeyZ',
  'send-back': 'Shift+Alt+KeyB',
  'choose-status': 'Shift+Alt+KeyQ',
  confirm: 'Alt+KeyY',
  diff: 'Alt+KeyD',
  'choose-base': 'Shift+Alt+KeyC',
  'tracked-view': 'Shift+Alt+KeyD',
  'next-change': 'Alt+KeyX',
  'previous-change': 'Shift+Alt+KeyX',
  'accept-change': 'Alt+KeyL',
  'reject-change': 'Alt+KeyR',
  'accept-row': 'Shift+Alt+KeyL',
  'reject-row': 'Shift+Alt+KeyR',
  'settle-many': 'Shift+Alt+KeyA',
  suggest: 'Alt+KeyH',
  'next-suggestion': 'Alt+Period',
  'previous-suggestion': 'Shift+Alt+Period',
  'accept-suggestion': 'Shift+Alt+KeyY',
  'reject-suggestion': 'Shift+Alt+KeyN',
  numbers: 'Alt+KeyB',
  'still-correct': 'Alt+KeyK',
  'needs-change': 'Shift+Alt+KeyK',
  correct: 'Alt+KeyG',
  'other-side': 'F6',
  'extend-down': 'Shift+Alt+ArrowDown',
  'extend-up': 'Shift+Alt+ArrowUp',
  assign: 'Alt+KeyA',
  find: 'Ctrl+KeyF',
  'choose-view': 'Ctrl+Shift+KeyF',
  replace: 'Ctrl+KeyH',
  'status-of-many': 'Alt+KeyQ',
  'undo-many': 'Ctrl+Alt+KeyZ',
  'go-to-row': 'Ctrl+KeyG',
  outline: 'Alt+KeyO',
  inspector: 'Alt+KeyP',
  'next-tab': 'Alt+KeyT',
  'to-inspector': 'Shift+F6',
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

export type { Pressed } from './keymap'

/** The keys of an act as this person has them. */
export function keysNow(act: Act): string {
  return combinationOf('review', act, ACTS[act])
}

/** The act these keys do, if any. Command counts as Ctrl. */
export function actOf(pressed: Pressed): Act | null {
  return ACT_NAMES.find((act) => matches(keysNow(act), pressed)) ?? null
}

/** Keys without Ctrl or Alt are also signs a person types. */
export function isBare(act: Act): boolean {
  return isBareKeys(keysNow(act))
}

/** For people: `['Alt', '↓']`. */
export function keysOf(act: Act): string[] {
  return signsOf(keysNow(act))
}

/** For `aria-keyshortcuts`: `Alt+F`. */
export function ariaKeys(act: Act): string | undefined {
  return ariaOf(keysNow(act))
}
