/** Acts on many rows: which rows are meant, and taking the act back as a whole. */
import { type RowRanges, rangesOf } from '@/lib/segment/row-ranges'
import { undoMany } from '../actions'
import { attempt } from './acts'
import { isFiltering } from './filter'
import { forgetBases, refreshOutline } from './load'
import { rangeOf, type Screen } from './screen'

export type Scope = 'range' | 'view' | 'all'

/** The scopes there are now, the narrowest first. */
export function scopesOf(screen: Screen): Scope[] {
  const scopes: Scope[] = []
  if (screen.range.get()) scopes.push('range')
  if (isFiltering(screen.filter.get())) scopes.push('view')
  return [...scopes, 'all']
}

export function idsOfScope(screen: Screen, scope: Scope): number[] {
  const ids = screen.outline.get()?.ids ?? []
  const range = rangeOf(screen.range.get())
  const { hits } = screen.view.get()
  if (scope === 'range' && range)
    return [...ids.slice(range.from, range.to + 1)].filter((_, i) => !hits || hits.has(range.from + i))
  if (scope === 'view' && hits) return [...hits].map((row) => ids[row]!)
  return [...ids]
}

export function rangesOfScope(screen: Screen, scope: Scope): RowRanges {
  return rangesOf(idsOfScope(screen, scope))
}

/** Says what was done, with the one button that takes it all back. */
export function tellMany(screen: Screen, text: string, batchId: string | null): void {
  if (batchId === null) screen.tell(text)
  else screen.tell(text, { action: { label: screen.t('find.undo'), run: () => void undo(screen, batchId) } })
}

async function undo(screen: Screen, batchId: string): Promise<void> {
  const undone = await attempt(screen, () => undoMany({ projectId: screen.projectId, batchId }))
  if (!undone) return
  forgetBases(screen)
  await refreshOutline(screen, undone.changed)
  const { changed, left } = undone
  const stays = left.length > 0 ? ` ${screen.t('find.undone-left', { count: left.length })}` : ''
  screen.tell(screen.t('find.undone', { count: changed.length }) + stays)
}
