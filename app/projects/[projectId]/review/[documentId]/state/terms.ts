/** The project's terms on this screen: fetched once, and again when the termbase has changed. */
import type { Concept, TermIndex } from '@/lib/bitext/terms'
import { type Cell, cell } from './cell'
import type { Screen } from './screen'

export type Terms = { concepts: Cell<readonly Concept[] | null>; index: Cell<TermIndex | null> }

const kept = new WeakMap<Screen, Terms>()

export function termsOf(screen: Screen): Terms {
  const known = kept.get(screen)
  if (known) return known
  const fresh: Terms = { concepts: cell<readonly Concept[] | null>(null), index: cell<TermIndex | null>(null) }
  kept.set(screen, fresh)
  return fresh
}
