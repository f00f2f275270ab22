/** A member being named after an @: who may be meant, and the text with the name in it. */
import type { MemberRole } from '@/lib/auth/roles'
import { fetchPinyin, initialsOf } from './pinyin'
import { fitting } from './type-ahead'

export type Member = { id: string; role: MemberRole; name: string }

/** `from` is where the @ stands, `to` the caret. `found` is never empty. */
export type Asked = { from: number; to: number; typed: string; found: Member[] }

/** Names have spaces and Chinese ones have none before or after: what is typed since the last @ is tried as it stands. */
const NAME_BEGUN = /[@＠]([^@＠\n]{0,40})$/
const BEFORE_ADDRESS = /[A-Za-z0-9._-]$/

/** More than a person can take in at a glance. */
const MOST_OFFERED = 30

export function mentionAt(body: string, caret: number, members: readonly Member[]): Asked | null {
  const before = body.slice(0, caret)
  const begun = NAME_BEGUN.exec(before)
  if (!begun || BEFORE_ADDRESS.test(before.slice(0, begun.index))) return null
  const typed = begun[1] ?? ''
  if (typed.startsWith(' ')) return null
  void fetchPinyin()
  const found = fitting(members, typed, ({ name }) => [name, initialsOf(name) ?? name]).slice(0, MOST_OFFERED)
  // The whole name stands there and the person writes on.
  const done = found.some(({ name }) => typed.trimEnd().toLowerCase() === name.toLowerCase() && typed.endsWith(' '))
  return found.length === 0 || done ? null : { from: begun.index, to: caret, typed, found }
}

/** The text with the whole name, and where the caret then stands. A Latin name is followed by a space, a Chinese one needs none. */
export function withName(body: string, { from, to }: Pick<Asked, 'from' | 'to'>, name: string) {
  const rest = body.slice(to)
  const gap = /[A-Za-z0-9]$/.test(name) && !/^[\s,.;:!?，。；：！？]/.test(rest) ? ' ' : ''
  const head = `${body.slice(0, from)}@${name}${gap}`
  return { text: head + rest, caret: head.length }
}
