/** The history of a row as one list, and what of it a person has chosen to see. */
import type { Side } from '@/lib/bitext/text'
import { REVISION_KINDS } from '@/lib/revision/kinds'
import type { History } from '@/lib/revision/queries'

export type HistoryEntry =
  | ({ is: 'revision' } & History['revisions'][number])
  | ({ is: 'transition' } & History['transitions'][number])
  | ({ is: 'suggestion' } & History['suggestions'][number])
  | ({ is: 'acceptance' } & History['acceptances'][number])

/** `person` is a member's id: two people may have one name. */
export type HistoryChoice = { person: string | null; side: Side | null }

export type Hand = { id: string; name: string }

/** Newest first; of one moment, the change of text after (above) the demotion it caused. */
export function inOrder({ revisions, transitions, suggestions, acceptances }: History): HistoryEntry[] {
  return [
    ...revisions.map((one) => ({ is: 'revision' as const, ...one })),
    ...transitions.map((one) => ({ is: 'transition' as const, ...one })),
    ...suggestions.map((one) => ({ is: 'suggestion' as const, ...one })),
    ...acceptances.map((one) => ({ is: 'acceptance' as const, ...one })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** Everyone who had a hand in it, whose words were taken over included. */
export function peopleOf(entries: readonly HistoryEntry[]): Hand[] {
  const hands = new Map(entries.flatMap(handsOf).map((hand) => [hand.id, hand]))
  return [...hands.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function handsOf(entry: HistoryEntry): Hand[] {
  const by = { id: entry.byId, name: entry.by }
  const { author = null, authorId = null } = entry.is === 'revision' ? entry : {}
  return author !== null && authorId !== null ? [by, { id: authorId, name: author }] : [by]
}

/** A status is of both texts, so it belongs to either. */
export function fitting(entries: readonly HistoryEntry[], { person, side }: HistoryChoice): HistoryEntry[] {
  return entries.filter(
    (entry) =>
      (person === null || handsOf(entry).some(({ id }) => id === person)) &&
      (side === null || !('side' in entry) || entry.side === side),
  )
}

/** The name of a kind of revision. */
export function kindText(kind: string) {
  const known = REVISION_KINDS.find((one) => one === kind) ?? 'edit'
  return `tracked.kind-${known}` as const
}
