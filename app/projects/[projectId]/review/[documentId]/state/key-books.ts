/** The tables of keys that count in a mode, in the order the key sheet shows them: the mode's own, then the screen's. */
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import type { KeyMap, KeyMaps, KeyMode } from '@/lib/auth/key-maps'
import { ALIGN_ACTS, ALIGN_KEY_GROUPS, alignActText } from '../align/keys'
import { READ_ACTS, READ_KEY_GROUPS, readActText } from '../read/keys'
import { KEY_GROUPS } from './key-groups'
import { combinationOf, type Refusal, refusalOf, sameKeys } from './keymap'
import { ACTS, actText } from './keys'
import type { Mode } from './mode'

export type KeyLine = { mode: KeyMode; act: string; name: TextKey; standard: string }

export type KeySection = { mode: KeyMode; name: TextKey; lines: KeyLine[] }

function sectionsOf<Act extends string, Group extends string>(
  mode: KeyMode,
  groups: Record<Group, readonly Act[]>,
  standard: Record<Act, string>,
  nameOf: (act: Act) => TextKey,
  groupName: (group: Group) => TextKey,
): KeySection[] {
  return (Object.entries(groups) as [Group, readonly Act[]][]).map(([group, acts]) => ({
    mode,
    name: groupName(group),
    lines: acts.map((act) => ({ mode, act, name: nameOf(act), standard: standard[act] })),
  }))
}

export function keySections(mode: Mode): KeySection[] {
  const screen = sectionsOf('review', KEY_GROUPS, ACTS, actText, (group) => `review.keys-${group}`)
  if (mode === 'align')
    return [
      ...sectionsOf('align', ALIGN_KEY_GROUPS, ALIGN_ACTS, alignActText, (group) => `align.keys-${group}`),
      ...screen,
    ]
  if (mode === 'read')
    return [...sectionsOf('read', READ_KEY_GROUPS, READ_ACTS, readActText, (group) => `read.keys-${group}`), ...screen]
  return screen
}

export function keysOfLine({ mode, act, standard }: KeyLine): string {
  return combinationOf(mode, act, standard)
}

export function isChanged(line: KeyLine): boolean {
  return keysOfLine(line) !== line.standard
}

export type Judged = { can: true } | { can: false; why: Refusal } | { can: false; why: 'taken'; by: KeyLine }

/** Whether an act may have these keys: not those the browser keeps, and not another act's of the same table. */
export function judge(line: KeyLine, combination: string, sections: readonly KeySection[]): Judged {
  const refusal = refusalOf(combination, line.standard)
  if (refusal) return { can: false, why: refusal }
  const others = sections.filter(({ mode }) => mode === line.mode).flatMap(({ lines }) => lines)
  const by = others.find((other) => other.act !== line.act && sameKeys(keysOfLine(other), combination))
  return by ? { can: false, why: 'taken', by } : { can: true }
}

/** This person's keys of one mode once `changes` are made; what equals the standard is not kept. */
export function withKeys(maps: KeyMaps, mode: KeyMode, changes: readonly { line: KeyLine; keys: string }[]): KeyMap {
  const map: KeyMap = { ...maps[mode] }
  for (const { line, keys } of changes) {
    if (keys === line.standard) delete map[line.act]
    else map[line.act] = keys
  }
  return map
}
