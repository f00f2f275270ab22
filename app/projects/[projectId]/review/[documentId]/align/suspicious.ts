/** Which rows are worth a look, by what the outline knows of every row. */
import { FLAGS } from '@/lib/segment/flags'
import { nextWhere } from '../state/filter'
import { hasFlag, type LiveOutline } from '../state/live-outline'
import { goTo } from '../state/move'
import type { Screen } from '../state/screen'
import { countSentences } from './borders'
import { refuse } from './refuse'

export function isOpen(outline: LiveOutline, row: number): boolean {
  return !hasFlag(outline, row, FLAGS.confirmed) && !hasFlag(outline, row, FLAGS.locked)
}

/** Nobody has confirmed it, and it lacks a side, stands out of order, or is less sure than the limit. */
export function isSuspicious(outline: LiveOutline, row: number): boolean {
  return isOpen(outline, row) && hasFlag(outline, row, FLAGS.doubtful | FLAGS.zhEmpty | FLAGS.enEmpty | FLAGS.moved)
}

export function previousWhere(count: number, row: number, wanted: (row: number) => boolean): number | null {
  for (let step = 1; step < count; step++) {
    const candidate = (row - step + count) % count
    if (wanted(candidate)) return candidate
  }
  return null
}

const waiting = new WeakMap<Screen, symbol>()

/**
 * Does it now, or once the outline of the whole document has come: until then the screen knows no more than the rows that
 * came with the page. Of what is asked for meanwhile the last counts.
 */
export function onceOutlined(screen: Screen, act: (outline: LiveOutline) => void): void {
  const outline = screen.outline.get()
  if (outline && !outline.provisional) {
    act(outline)
    return
  }
  const turn = Symbol()
  waiting.set(screen, turn)
  refuse(screen, screen.t('align.wait-outline'))
  const stop = screen.outline.subscribe(() => {
    const now = screen.outline.get()
    if (!now || now.provisional) return
    stop()
    if (waiting.get(screen) !== turn) return
    refuse(screen, '')
    act(now)
  })
}

export function goToSuspicious(screen: Screen, step: 1 | -1): void {
  onceOutlined(screen, (outline) => seekSuspicious(screen, outline, step))
}

function seekSuspicious(screen: Screen, outline: LiveOutline, step: 1 | -1) {
  const find = step === 1 ? nextWhere : previousWhere
  const here = screen.place.get().row
  const row = find(outline.ids.length, here, (candidate) => isSuspicious(outline, candidate))
  if (row !== null) return goTo(screen, row, { editing: false })
  refuse(screen, screen.t(isSuspicious(outline, here) ? 'review.only-this-one' : 'align.none-suspicious'))
}

export function goToOpen(screen: Screen): void {
  onceOutlined(screen, (outline) => seekOpen(screen, outline))
}

function seekOpen(screen: Screen, outline: LiveOutline) {
  const here = screen.place.get().row
  const row = nextWhere(outline.ids.length, here, (candidate) => isOpen(outline, candidate))
  if (row !== null) return goTo(screen, row, { editing: false })
  refuse(screen, screen.t(isOpen(outline, here) ? 'review.only-this-one' : 'align.all-confirmed'))
}

/** The first row nobody has confirmed, where work goes on. */
export function firstOpen(outline: LiveOutline): number | null {
  for (let row = 0; row < outline.ids.length; row++) if (isOpen(outline, row)) return row
  return null
}

export type AlignProgress = { rows: number; confirmed: number; suspicious: number }

/** Protected rows need no confirmation and are not counted. */
export function alignProgress(outline: LiveOutline): AlignProgress {
  const progress = { rows: 0, confirmed: 0, suspicious: 0 }
  for (let row = 0; row < outline.ids.length; row++) {
    if (hasFlag(outline, row, FLAGS.locked)) continue
    progress.rows++
    if (hasFlag(outline, row, FLAGS.confirmed)) progress.confirmed++
    else if (isSuspicious(outline, row)) progress.suspicious++
  }
  return progress
}

/** Not one sentence to one. */
export function isUneven(row: { zh: string; en: string }): boolean {
  return countSentences(row.zh, 'zh') !== 1 || countSentences(row.en, 'en') !== 1
}
