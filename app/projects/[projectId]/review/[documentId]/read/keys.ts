/**
 * Acts of Read mode with their keys: the same shape as the screen's own table (state/keys.ts), which holds beside it.
 * Keys without Ctrl or Alt count only in the page that is read, where nothing is typed.
 */
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { combinationOf, matches, type Pressed, signsOf } from '../state/keymap'

export const READ_ACTS = {
  'next-paragraph': 'ArrowDown',
  'previous-paragraph': 'ArrowUp',
  'next-sentence': 'ArrowRight',
  'previous-sentence': 'ArrowLeft',
  'open-row': 'Enter',
  layout: 'Alt+KeyV',
  marks: 'Alt+KeyX',
  print: 'Ctrl+KeyP',
} as const

export type ReadAct = keyof typeof READ_ACTS

export const READ_ACT_NAMES = Object.keys(READ_ACTS) as ReadAct[]

/** How the key sheet is parted. Every act stands in one group. */
export const READ_KEY_GROUPS = {
  read: ['next-paragraph', 'previous-paragraph', 'next-sentence', 'previous-sentence', 'open-row'],
  paper: ['layout', 'marks', 'print'],
} as const satisfies Record<string, readonly ReadAct[]>

export type ReadKeyGroup = keyof typeof READ_KEY_GROUPS

export function readActText(act: ReadAct): TextKey {
  return `read.act-${act}`
}

export function readKeysNow(act: ReadAct): string {
  return combinationOf('read', act, READ_ACTS[act])
}

export function readActOf(pressed: Pressed): ReadAct | null {
  return READ_ACT_NAMES.find((act) => matches(readKeysNow(act), pressed)) ?? null
}

export function readKeysOf(act: ReadAct): string[] {
  return signsOf(readKeysNow(act))
}
