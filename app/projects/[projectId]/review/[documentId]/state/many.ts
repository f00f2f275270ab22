/** Acts on many rows: which rows are meant, and taking the act back as a whole. */
import { STATUS_NAMES } from '@/app/_ui/texts/names'
import type { Translate } from '@/app/_ui/texts/translate'
import { type RowRanges, rangesOf } from '@/lib/segment/row-ranges'
import type { BatchLine } from '@/lib/view/list-batches'
import type { Undone } from '@/lib/view/undo-batch'
import { undoMany } from '../actions'
import { attempt } from './attempt'
import { isFiltering } from './filter'
import { refreshOutline } from './load'
import { forgetBases } from './past'
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

/** Takes an act on many rows back; answers whether it was. */
export async function undo(screen: Screen, batchId: string): Promise<boolean> {
  const undone = await attempt(screen, () => undoMany({ projectId: screen.projectId, batchId }))
  if (!undone) return false
  forgetBases(screen)
  await refreshOutline(screen, undone.changed)
  screen.tell(sayUndone(screen.t, undone))
  return true
}

export function sayUndone(t: Translate, { changed, left }: Undone): string {
  const stays = left.length > 0 ? ` ${t('find.undone-left', { count: left.length })}` : ''
  return t('find.undone', { count: changed.length }) + stays
}

/** What an act on many rows did, in a line. */
export function sayBatch(t: Translate, { act, to, text, replacement }: Said): string {
  if (act === 'accept' || act === 'reject') return t(`find.batch-${act}`)
  if (to) return t('find.batch-status', { status: t(STATUS_NAMES[to]) })
  if (text === null) return t('find.batch-form', { form: replacement ?? '' })
  return t('find.batch-replace', { text, replacement: replacement ?? '' })
}

type Said = Pick<BatchLine, 'to' | 'text' | 'replacement'> & { act: BatchLine['kind'] }
