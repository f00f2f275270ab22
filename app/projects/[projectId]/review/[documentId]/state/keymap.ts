/**
 * How keys are named, pressed, shown, and changed by a person: what the tables of all modes share. A combination is
 * `Ctrl+Shift+Enter`, its last part named as KeyboardEvent.code names the place on the keyboard for letters, digits and
 * signs (Option+F types "ƒ" on a Mac), and as KeyboardEvent.key names everything else. Empty: no keys.
 */
import type { KeyMaps, KeyMode } from '@/lib/auth/key-maps'
import { type Cell, cell } from './cell'

export type Pressed = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState?: (key: 'AltGraph') => boolean
}

const ON_MAC = /Mac|iP(?:hone|ad)/.test(globalThis.navigator?.platform ?? '')

/**
 * AltGr types signs (€ on a German keyboard, ł on a Polish one). Windows tells it as Ctrl and Alt held together; held a
 * moment too long it would approve a row at the next Enter. On a Mac some browsers call Option so, which is our Alt.
 */
function isAltGr(pressed: Pressed): boolean {
  return !ON_MAC && !pressed.metaKey && pressed.getModifierState?.('AltGraph') === true
}

/** What this person has changed. One a page: one person sits before it. Filled in the browser only. */
export const ownKeys: Cell<KeyMaps> = cell<KeyMaps>({})

/** The keys of an act as this person has them. */
export function combinationOf(mode: KeyMode, act: string, standard: string): string {
  return ownKeys.get()[mode]?.[act] ?? standard
}

const BY_PLACE =
  /^(?:Key[A-Z]|Digit\d|Space|Slash|Backslash|Comma|Period|Semicolon|Quote|Backquote|Minus|Equal|BracketLeft|BracketRight)$/

/** Whether these keys are pressed. Command counts as Ctrl. */
export function matches(combination: string, pressed: Pressed): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (combination === '') return false
  const parts = combination.split('+')
  const last = parts.at(-1)!
  if (last === '?') return key === '?' && !ctrlKey && !metaKey && !altKey
  if (isAltGr(pressed)) return false
  if ((ctrlKey || metaKey) !== parts.includes('Ctrl')) return false
  if (altKey !== parts.includes('Alt') || shiftKey !== parts.includes('Shift')) return false
  return BY_PLACE.test(last) ? code === last : key === last
}

const NAMED =
  /^(?:F(?:[1-9]|1[0-9]|2[0-4])|Arrow(?:Up|Down|Left|Right)|Enter|Escape|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown)$/

/** The combination pressed, or null while only Ctrl, Shift or Alt are held, or for a key that cannot be named. */
export function combinationPressed(pressed: Pressed): string | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (key === '?' && !ctrlKey && !metaKey && !altKey) return '?'
  if (isAltGr(pressed)) return null
  const last = BY_PLACE.test(code) ? code : NAMED.test(key) ? key : null
  if (!last) return null
  return [(ctrlKey || metaKey) && 'Ctrl', shiftKey && 'Shift', altKey && 'Alt', last].filter(Boolean).join('+')
}

/** `Shift+Alt+KeyY` and `Alt+Shift+KeyY` are the same keys. */
export function sameKeys(one: string, other: string): boolean {
  const parts = (combination: string) => combination.split('+').sort().join('+')
  return one !== '' && parts(one) === parts(other)
}

const SIGNS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
}

/** For people: `['Alt', '↓']`. */
export function signsOf(combination: string): string[] {
  if (combination === '') return []
  return combination.split('+').map((part) => SIGNS[part] ?? part.replace(/^(?:Key|Digit)(?=.)/, ''))
}

/** For `aria-keyshortcuts`: `Alt+F`; undefined where there are none. */
export function ariaOf(combination: string): string | undefined {
  if (combination === '') return undefined
  return combination
    .split('+')
    .map((part) => (part === 'Ctrl' ? 'Control' : part.replace(/^(?:Key|Digit)(?=.)/, '')))
    .join('+')
}

/** Keys without Ctrl or Alt are also signs a person types, or keys that move in a text. F-keys type nothing. */
export function isBareKeys(combination: string): boolean {
  const parts = combination.split('+')
  return !parts.includes('Ctrl') && !parts.includes('Alt') && !/^F\d/.test(parts.at(-1)!)
}

export type Refusal = 'typing' | 'editing' | 'browser' | 'system' | 'page'

/** Keys the browser or the system takes before a page sees them, or that everyone expects to do what they do everywhere. */
const TAKEN: [Refusal, readonly string[]][] = [
  [
    'editing',
    [
      'Ctrl+KeyA',
      'Ctrl+KeyC',
      'Ctrl+KeyV',
      'Ctrl+KeyX',
      'Ctrl+KeyZ',
      'Ctrl+KeyY',
      'Ctrl+Shift+KeyZ',
      'Ctrl+Shift+KeyV',
      'Ctrl+Backspace',
      'Ctrl+Delete',
      'Ctrl+ArrowLeft',
      'Ctrl+ArrowRight',
      'Ctrl+Home',
      'Ctrl+End',
      'Ctrl+Shift+ArrowLeft',
      'Ctrl+Shift+ArrowRight',
      'Ctrl+Shift+Home',
      'Ctrl+Shift+End',
      'Alt+Backspace',
    ],
  ],
  [
    'browser',
    [
      'Ctrl+KeyW',
      'Ctrl+KeyT',
      'Ctrl+KeyN',
      'Ctrl+KeyR',
      'Ctrl+KeyL',
      'Ctrl+KeyQ',
      'Ctrl+Shift+KeyW',
      'Ctrl+Shift+KeyT',
      'Ctrl+Shift+KeyN',
      'Ctrl+Shift+KeyR',
      'Ctrl+Shift+KeyI',
      'Ctrl+Shift+KeyJ',
      'Ctrl+Shift+KeyC',
      'Ctrl+Shift+KeyQ',
      'Ctrl+Tab',
      'Ctrl+Shift+Tab',
      'Ctrl+PageUp',
      'Ctrl+PageDown',
      'Ctrl+Minus',
      'Ctrl+Equal',
      'Ctrl+Shift+Equal',
      'Ctrl+Digit0',
      'Alt+ArrowLeft',
      'Alt+ArrowRight',
      'Alt+Home',
      'F1',
      'F5',
      'Ctrl+F5',
      'F11',
      'F12',
      ...digits('Ctrl'),
    ],
  ],
  [
    'system',
    [
      'Alt+F4',
      'Ctrl+F4',
      'Alt+Tab',
      'Shift+Alt+Tab',
      'Alt+Space',
      'Alt+Escape',
      'Ctrl+Escape',
      'Ctrl+Shift+Escape',
      'Ctrl+Alt+Delete',
      'Ctrl+KeyH',
      'Ctrl+KeyM',
      'Shift+F10',
    ],
  ],
]

function digits(held: string): string[] {
  return Array.from({ length: 9 }, (_, i) => `${held}+Digit${i + 1}`)
}

/**
 * Why an act cannot have these keys; null when it can. `standard` are the keys of the table: an act whose own are bare
 * (Enter splits, in Align mode) works only where nothing is typed, and may have other bare keys.
 */
export function refusalOf(combination: string, standard: string): Refusal | null {
  if (combination === '' || combination === standard) return null
  const taken = TAKEN.find(([, list]) => list.some((one) => sameKeys(one, combination)))
  if (taken) return taken[0]
  const last = combination.split('+').at(-1)!
  if (last === 'Tab' || last === 'Escape') return 'page'
  if (combination !== '?' && isBareKeys(combination)) {
    return standard !== '?' && isBareKeys(standard) && !combination.includes('Shift+') ? null : 'typing'
  }
  return null
}
