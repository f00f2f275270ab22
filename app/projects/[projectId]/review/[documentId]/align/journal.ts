/** What the next undo would take back and the next redo bring back. */
import type { AlignmentState } from '@/lib/alignment/input'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { askQuietly } from './ask'

export async function loadJournal(screen: Screen): Promise<AlignmentState | null> {
  const state = await askQuietly<AlignmentState>(screen, 'alignment')
  if (state) alignOf(screen).journal.set(state)
  return state
}
