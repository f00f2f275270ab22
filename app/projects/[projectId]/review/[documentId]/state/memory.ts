/** What the project's memory says on this screen: matches of the row a person is on, and rows with the words they look for. */
import type { Side } from '@/lib/bitext/text'
import { sideOf } from '@/lib/bitext/text'
import type { Change } from '@/lib/live/message'
import type { Matches } from '@/lib/memory/find-matches'
import { LONGEST_SOUGHT } from '@/lib/memory/rules'
import type { Occurrences } from '@/lib/memory/search-memory'
import { type Cell, cell } from './cell'
import { getJson } from './get-json'
import { showTab } from './inspector'
import type { Screen } from './screen'
import { selectedWords } from './selected-words'

/** `answer`: null while it is on its way; `failed`: why it cannot be had, in words. */
export type Asked<Of, Answer> = Of & { answer: Answer | null; failed: string | null }

export type Memory = {
  matches: Cell<Asked<{ segmentId: number }, Matches> | null>
  search: Cell<Asked<{ side: Side; words: string }, Occurrences> | null>
  /** Raised each time a person wants to type what to look for. */
  fieldWanted: Cell<number>
  /** The last wish that was granted: the field may not have been there when it was said. */
  fieldDone: number
}

const kept = new WeakMap<Screen, Memory>()

export function memoryOf(screen: Screen): Memory {
  const known = kept.get(screen)
  if (known) return known
  const fresh: Memory = {
    matches: cell<Asked<{ segmentId: number }, Matches> | null>(null),
    search: cell<Asked<{ side: Side; words: string }, Occurrences> | null>(null),
    fieldWanted: cell(0),
    fieldDone: 0,
  }
  kept.set(screen, fresh)
  return fresh
}

/** Asks for the matches of a row. Those shown of it stay until the new ones are here. */
export async function loadMatches(screen: Screen, segmentId: number): Promise<Matches | null> {
  const { matches } = memoryOf(screen)
  const before = matches.get()
  const asked = { segmentId, answer: before?.segmentId === segmentId ? before.answer : null, failed: null }
  matches.set(asked)
  const got = await getJson<Matches>(screen, `memory/${segmentId}`)
  // A person who has gone on has asked for others since.
  if (matches.get() === asked) {
    matches.set(got.ok ? { ...asked, answer: got.value } : { ...asked, failed: got.message })
  }
  return got.ok ? got.value : null
}

/** Whether a change that was told may have changed what is shown of other rows. */
export function concernsMatches({ kinds, ids }: Change, shown: Matches | null): boolean {
  if (!kinds.some((kind) => kind === 'structure' || kind === 'text' || kind === 'row' || kind === 'discrepancy'))
    return false
  return ids === null || (shown?.matches.some(({ segmentId }) => ids.includes(segmentId)) ?? false)
}

/** Looks for the words a person has selected; where none are, leads to the field for them. */
export function searchSelected(screen: Screen, selected = selectedWords()): void {
  showTab(screen, 'memory')
  const words = selected?.quote.trim() ?? ''
  const { fieldWanted } = memoryOf(screen)
  if (!selected || words === '') fieldWanted.set(fieldWanted.get() + 1)
  else void searchWords(screen, words, selected.side)
}

export async function searchWords(screen: Screen, words: string, side: Side = sideOf(words) ?? 'en'): Promise<void> {
  if (words.length > LONGEST_SOUGHT) return screen.tell(screen.t('memory.too-long'), { hint: true })
  const { search } = memoryOf(screen)
  const asked = { side, words, answer: null, failed: null }
  search.set(asked)
  const query = new URLSearchParams({ side, words })
  const got = await getJson<Occurrences>(screen, `../../memory?${query}`)
  if (search.get() !== asked) return
  search.set(got.ok ? { ...asked, answer: got.value } : { ...asked, failed: got.message })
}

export function endSearch(screen: Screen): void {
  memoryOf(screen).search.set(null)
}
