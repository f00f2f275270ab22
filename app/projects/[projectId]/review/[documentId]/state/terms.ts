/** The project's terms on this screen: fetched once, and again when the termbase has changed. */
import { useEffect } from 'react'
import type { Concept } from '@/lib/bitext/terms'
import { indexTerms, type TermIndex } from '@/lib/bitext/terms/find-terms'
import type { Change } from '@/lib/live/message'
import { type Cell, cell } from './cell'
import type { Screen } from './screen'

export type Terms = {
  /** How many concepts there are; null while that is not known. */
  count: Cell<number | null>
  /** null where there are none. */
  index: Cell<TermIndex | null>
}

const kept = new WeakMap<Screen, Terms>()

export function termsOf(screen: Screen): Terms {
  const known = kept.get(screen)
  if (known) return known
  const fresh: Terms = { count: cell<number | null>(null), index: cell<TermIndex | null>(null) }
  kept.set(screen, fresh)
  return fresh
}

/** Long enough that a person who changes one term after another is waited for. */
const PAUSE = 1_000

export function useTerms(screen: Screen): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | null = null
    const soon = (wait: number) => {
      later ??= setTimeout(() => {
        later = null
        void load(screen)
      }, wait)
    }
    const hear = ({ kinds }: Change) => kinds.includes('term') && soon(PAUSE)
    let begun = false
    // The rows come first.
    const begin = () => {
      const outline = screen.outline.get()
      if (!outline || outline.provisional || begun) return
      begun = true
      soon(500)
    }
    const stop = screen.outline.subscribe(begin)
    begin()
    screen.live.listeners.add(hear)
    return () => {
      stop()
      screen.live.listeners.delete(hear)
      if (later) clearTimeout(later)
    }
  }, [screen])
}

async function load(screen: Screen): Promise<void> {
  const response = await fetch(`/api/projects/${screen.projectId}/terms`).catch(() => null)
  const concepts: unknown = response?.ok ? await response.json().catch(() => null) : null
  // A help: where it cannot be had now, the next change asks again.
  if (!Array.isArray(concepts)) return
  const { count, index } = termsOf(screen)
  index.set(concepts.length > 0 ? indexTerms(concepts as Concept[]) : null)
  count.set(concepts.length)
}
