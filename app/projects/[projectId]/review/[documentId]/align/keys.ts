/**
 * Acts of Align mode with their keys: the same shape as the screen's own table (state/keys.ts), which holds beside it.
 * Where both claim a key, Align mode's act is meant while that mode is on. Keys without Ctrl or Alt count only in a text.
 */
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { ariaOf, combinationOf, isBareKeys, matches, type Pressed, signsOf } from '../state/keymap'

export const ALIGN_ACTS = {
  push: 'Enter',
  pull: 'Backspace',
  'push-last': 'Ctrl+ArrowDown',
  'pull-first': 'Ctrl+ArrowUp',
  'take-next': 'Ctrl+Shift+ArrowUp',
  'take-previous': 'Ctrl+Shift+ArrowDown',
  split: 'Ctrl+Enter',
  merge: 'Ctrl+Backspace',
  swap: 'Alt+KeyX',
  'shift-down': 'Alt+BracketRight',
  'shift-up': 'Alt+BracketLeft',
  'confirm-next': 'Alt+KeyY',
  'confirm-suspicious': 'Alt+Enter',
  unconfirm: 'Shift+Alt+KeyY',
  'confirm-to-here': 'Ctrl+Space',
  'confirm-sure': 'Shift+Alt+KeyC',
  'next-suspicious': 'Alt+KeyS',
  'previous-suspicious': 'Shift+Alt+KeyS',
  'least-sure': 'Alt+KeyL',
  'next-uneven': 'Alt+KeyE',
  'next-open': 'Alt+KeyU',
  undo: 'Ctrl+KeyZ',
  redo: 'Ctrl+Shift+KeyZ',
  realign: 'Alt+KeyR',
  ribbon: 'Alt+KeyB',
  why: 'Alt+KeyW',
} as const

export type AlignAct = keyof typeof ALIGN_ACTS

export const ALIGN_ACT_NAMES = Object.keys(ALIGN_ACTS) as AlignAct[]

/** How the key sheet is parted. Every act stands in one group. */
export const ALIGN_KEY_GROUPS = {
  border: ['push', 'pull', 'push-last', 'pull-first', 'take-next', 'take-previous'],
  rows: ['split', 'merge', 'swap', 'shift-down', 'shift-up', 'realign', 'undo', 'redo'],
  sure: ['confirm-next', 'confirm-suspicious', 'unconfirm', 'confirm-to-here', 'confirm-sure'],
  go: ['next-suspicious', 'previous-suspicious', 'least-sure', 'next-uneven', 'next-open', 'ribbon', 'why'],
} as const satisfies Record<string, readonly AlignAct[]>

export type AlignKeyGroup = keyof typeof ALIGN_KEY_GROUPS

export function alignActText(act: AlignAct): TextKey {
  return `align.act-${act}`
}

/** Further keys of the same acts: Ctrl+Space belongs to the input method on many Chinese systems, Ctrl+Y is redo on Windows. */
const BESIDE: Partial<Record<AlignAct, string>> = { 'confirm-to-here': 'Alt+KeyT', redo: 'Ctrl+KeyY' }

/** The keys of an act as this person has them. */
export function alignKeysNow(act: AlignAct): string {
  return combinationOf('align', act, ALIGN_ACTS[act])
}

/** The act these keys do, if any. */
export function alignActOf(pressed: Pressed): AlignAct | null {
  const own = ALIGN_ACT_NAMES.find((act) => matches(alignKeysNow(act), pressed))
  return own ?? ALIGN_ACT_NAMES.find((act) => matches(BESIDE[act] ?? '', pressed)) ?? null
}

/** These keys count only where a text has the focus: elsewhere they press buttons and type. */
export function isBareAlign(act: AlignAct): boolean {
  return isBareKeys(alignKeysNow(act))
}

/** For people: `['Ctrl', '⏎']`. */
export function alignKeysOf(act: AlignAct): string[] {
  return signsOf(alignKeysNow(act))
}

export function alignAriaKeys(act: AlignAct): string | undefined {
  return ariaOf(alignKeysNow(act))
}
