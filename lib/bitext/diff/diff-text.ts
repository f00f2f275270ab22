/** Tracked changes between two states of one text. The deleted and the same pieces join to `before`, the inserted and the same to `after`. */
import type { Side } from '../text'
import type { Difference } from './change'
import { findReplacements, type Replacement } from './replacements'
import { tidy } from './tidy'
import { tokenise } from './tokens'

/**
 * Says what changed from `before` to `after`, word by word in English and character by character in Chinese.
 * A replaced stretch is a deletion followed by its insertion. No piece is empty.
 */
export function diffText(before: string, after: string, side: Side): Difference[] {
  const tokens = tokenise(before)
  const afterTokens = tokenise(after)
  return asDifferences(replacedTokens(tokens, afterTokens, side), tokens, afterTokens)
}

/** What became what, in tokens, tidied. */
export function replacedTokens(before: string[], after: string[], side: Side): Replacement[] {
  return tidy(findReplacements(before, after), { before, after, side })
}

function asDifferences(replacements: Replacement[], before: string[], after: string[]): Difference[] {
  const differences: Difference[] = []
  const add = (op: Difference['op'], tokens: string[]) => {
    if (tokens.length > 0) differences.push({ op, text: tokens.join('') })
  }
  let at = 0
  for (const { from, to, afterFrom, afterTo } of replacements) {
    add('same', before.slice(at, from))
    add('delete', before.slice(from, to))
    add('insert', after.slice(afterFrom, afterTo))
    at = to
  }
  add('same', before.slice(at))
  return differences
}
