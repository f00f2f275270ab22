/** Hunks: a deletion and the insertion that takes its place, seen as one change that a person can take or leave. */
import type { Span } from '../text'
import type { Difference } from './change'

/** `before` stood at `span` of the old text; `after` stands at `afterSpan` of the new one. One of the two may be empty. */
export type Hunk = { before: string; after: string; span: Span; afterSpan: Span }

/** The changes among `differences`, in order; stretches that stayed part them. */
export function groupHunks(differences: readonly Difference[]): Hunk[] {
  const hunks: Hunk[] = []
  let open: Hunk | undefined
  let at = 0
  let afterAt = 0
  for (const { op, text } of differences) {
    if (op === 'same') open = undefined
    else if (!open) {
      open = { before: '', after: '', span: { from: at, to: at }, afterSpan: { from: afterAt, to: afterAt } }
      hunks.push(open)
    }
    if (op !== 'insert') at += text.length
    if (op !== 'delete') afterAt += text.length
    if (open) extend(open, op === 'delete' ? { before: text, at, afterAt } : { after: text, at, afterAt })
  }
  return hunks
}

function extend(hunk: Hunk, by: { before?: string; after?: string; at: number; afterAt: number }): void {
  hunk.before += by.before ?? ''
  hunk.after += by.after ?? ''
  hunk.span.to = by.at
  hunk.afterSpan.to = by.afterAt
}

/**
 * The text that results when only the hunks numbered in `taken` (as `groupHunks` counts them, from 0) are accepted
 * and all others rejected. All of them give the new text, none the old one.
 */
export function applyDifferences(differences: readonly Difference[], taken: ReadonlySet<number>): string {
  let text = ''
  let hunk = -1
  let inHunk = false
  for (const { op, text: piece } of differences) {
    if (op !== 'same' && !inHunk) hunk++
    inHunk = op !== 'same'
    if (op === 'same' || (op === 'insert') === taken.has(hunk)) text += piece
  }
  return text
}
