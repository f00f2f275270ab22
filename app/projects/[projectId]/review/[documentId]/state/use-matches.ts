import { useCallback, useEffect } from 'react'
import type { Matches } from '@/lib/memory/find-matches'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell } from './cell'
import { concernsMatches, loadMatches, memoryOf } from './memory'
import { useScreen } from './use-screen'

/** A person who passes rows by asks for nothing; and what others change is asked for once they pause. */
const PAUSE = 150
const LIVE_PAUSE = 1_000

/** The matches of a row, fetched again when its texts change, or rows that are shown as matches do. */
export function useMatches(segment: SegmentRow): { answer: Matches | null; failed: string | null; reload: () => void } {
  const screen = useScreen()
  const known = useCell(memoryOf(screen).matches)
  const { id, zhVersion, enVersion } = segment
  const reload = useCallback(() => void loadMatches(screen, id), [screen, id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts of the row may have other matches
  useEffect(() => {
    const later = setTimeout(reload, PAUSE)
    return () => clearTimeout(later)
  }, [reload, zhVersion, enVersion])
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const hear: Parameters<typeof screen.live.listeners.add>[0] = (change) => {
      if (!concernsMatches(change, memoryOf(screen).matches.get()?.answer ?? null)) return
      later ??= setTimeout(() => {
        later = undefined
        reload()
      }, LIVE_PAUSE)
    }
    screen.live.listeners.add(hear)
    return () => {
      clearTimeout(later)
      screen.live.listeners.delete(hear)
    }
  }, [screen, reload])
  const own = known?.segmentId === id ? known : null
  return { answer: own?.answer ?? null, failed: own?.failed ?? null, reload }
}
