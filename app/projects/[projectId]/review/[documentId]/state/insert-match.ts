/** Matches of the memory go into the cell as a draft, one after the other at each press; none is ever saved by that. */
import type { MemoryMatch } from '@/lib/memory/find-matches'
import type { SegmentRow } from '@/lib/segment/queries'
import { mustAsk } from './live-soft-lock'
import { loadMatches, memoryOf } from './memory'
import { changeMode } from './mode'
import { enterCell } from './move'
import { lockOf, workingSide } from './rights'
import { currentId, currentRow, type Screen, sideKey } from './screen'
import { isSuggesting, lockNow } from './suggest'
import { shownText, typeDraft } from './typed'
import { typingHistory } from './typing-history'

/** The next match, or the one before, of those the row has; the first where none stands in the cell. */
export async function insertMatch(screen: Screen, by: 1 | -1): Promise<void> {
  const row = currentRow(screen)
  if (!row || isLocked(screen, row)) return
  const known = memoryOf(screen).matches.get()
  const answer = (known?.segmentId === row.id && known.answer) || (await loadMatches(screen, row.id))
  // Gone on meanwhile: the words belong to the row they were asked for.
  if (currentId(screen) !== row.id) return
  if (!answer) return screen.tell(screen.t('memory.failed'), { failed: true })
  const { matches, side: governing } = answer
  if (governing === workingSide(screen.review) || matches.length === 0)
    return screen.tell(screen.t('memory.none'), { hint: true })
  const shown = shownText(screen, row, workingSide(screen.review))
  takeMatch(screen, row, matches, nextMatch(matches, shown, by))
}

/** Which one follows the one that stands in the cell. */
export function nextMatch(matches: readonly { target: string }[], shown: string, by: 1 | -1): number {
  const here = matches.findIndex(({ target }) => target === shown)
  if (here < 0) return by > 0 ? 0 : matches.length - 1
  return (here + by + matches.length) % matches.length
}

export function takeMatch(screen: Screen, row: SegmentRow, matches: readonly MemoryMatch[], number: number): void {
  const match = matches[number]
  if (!match || isLocked(screen, row)) return
  if (!typeWhole(screen, row, match.target)) return
  const { percent } = match
  screen.tell(screen.t('memory.inserted', { number: number + 1, count: matches.length, percent }))
}

function isLocked(screen: Screen, row: SegmentRow): boolean {
  const lock = lockNow(screen, row, workingSide(screen.review))
  if (lock) screen.tell(screen.t(lock === 'role' ? 'problems.not-allowed' : `review.lock-${lock}`), { hint: true })
  return lock !== null
}

/** Puts a text in the place of the whole cell, as one step that can be undone there. Answers false where somebody else is typing. */
function typeWhole(screen: Screen, row: SegmentRow, text: string): boolean {
  const side = workingSide(screen.review)
  changeMode(screen, 'review')
  const at = screen.outline.get()?.rowOf.get(row.id)
  if (at !== undefined) enterCell(screen, at, side, text.length)
  if (mustAsk(screen, row.id, side, true)) return false
  const key = sideKey(row.id, side)
  const shown = shownText(screen, row, side)
  const before = screen.typing.get(key)
  const history = before?.text() === shown ? before : typingHistory(shown)
  screen.typing.set(key, history)
  history.typed(text, text.length, 'insertReplacementText')
  typeDraft(screen, row, side, text, isSuggesting(screen, lockOf(screen.review, row, side)))
  return true
}
