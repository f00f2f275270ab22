/** What the next undo would take back and the next redo bring back. */
import type { AlignmentState } from '@/lib/alignment/input'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { askQuietly } from './ask'

const coming = new WeakMap<Screen, Promise<AlignmentState | null>>()

export function loadJournal(screen: Screen): Promise<AlignmentState | null> {
  const answer: Promise<AlignmentState | null> = askQuietly<AlignmentState>(screen, 'alignment').then((state) => {
    // A later question knows more than this one.
    if (coming.get(screen) !== answer) return coming.get(screen) ?? state
    coming.delete(screen)
    if (state) alignOf(screen).journal.set(state)
    return state
  })
  coming.set(screen, answer)
  return answer
}

/** As it is known here, or on its way: every step done on this screen asks for it anew, and the server refuses what is not the last. */
export async function knownJournal(screen: Screen): Promise<AlignmentState | null> {
  return (await coming.get(screen)) ?? alignOf(screen).journal.get() ?? (await loadJournal(screen))
}
