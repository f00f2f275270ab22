/** Comments on the screen: fetched for the row that shows them, begun on selected words or on the row. */
import type { Thread } from '@/lib/comment/queries'
import { FLAGS } from '@/lib/segment/flags'
import { markRead } from '../inspector/comment-actions'
import type { Talk } from '../inspector/remark'
import { type Cell, type Cells, cell, cells } from './cell'
import { nextWhere } from './filter'
import { keysOf } from './keys'
import { hasFlag } from './live-outline'
import { reloadRows } from './load'
import { type MarkedWords, wordsInSaved } from './marks'
import { goTo } from './move'
import { currentRow, type Screen } from './screen'
import { selectedWords } from './selected-words'
import { shownText } from './typed'

/** A thread being begun: on words of one side, or on the row when there are none. */
export type Commenting = { segmentId: number; zh: MarkedWords | null; en: MarkedWords | null }

/** `stamp`: the state of the row's comments these threads belong to. */
type Fetched = { stamp: number; threads: readonly Thread[] }

export type Comments = {
  fetched: Cells<number, Fetched>
  /** Rows whose threads could not be fetched. */
  failed: Cells<number, true>
  begun: Cell<Commenting | null>
  /** Raised each time a person wants to write: the field then takes the focus. */
  writeWanted: Cell<number>
  /** What was typed and not sent, by thread; `new/<segment>` for a thread not begun yet. Going elsewhere loses nothing. */
  drafts: Map<string, string>
}

const kept = new WeakMap<Screen, Comments>()

/** The comments of this screen. */
export function commentsOf(screen: Screen): Comments {
  const known = kept.get(screen)
  if (known) return known
  const fresh: Comments = {
    fetched: cells(),
    failed: cells(),
    begun: cell<Commenting | null>(null),
    writeWanted: cell(0),
    drafts: new Map(),
  }
  kept.set(screen, fresh)
  return fresh
}

/**
 * Fetches the threads of a row and of its notes; `stamp` is what the row says of them, so that newer ones replace older
 * ones. `about`: which of them are before the person now.
 */
export async function loadThreads(screen: Screen, segmentId: number, stamp: number, about: 'row' | 'notes') {
  const { fetched, failed } = commentsOf(screen)
  const response = await fetch(`${screen.api}/comments/${segmentId}`).catch(() => null)
  const threads: unknown = response?.ok ? await response.json().catch(() => null) : null
  if (!Array.isArray(threads)) return failed.set(segmentId, true)
  failed.set(segmentId, undefined)
  fetched.set(segmentId, { stamp, threads: threads as Thread[] })
  const shown = (threads as Thread[]).filter(({ discrepancyId }) => (discrepancyId === null) === (about === 'row'))
  if (shown.some((thread) => thread.unread || thread.answers.some(({ unread }) => unread))) {
    // What a person was called here for is before them now. If it cannot be noted, they are called once more.
    void markRead({ projectId: screen.projectId, segmentId, about }).catch(() => null)
  }
}

/** The conversation of a row, as the parts of it need to know. */
export function talkOn(screen: Screen, segmentId: number): Talk {
  const { projectId, review } = screen
  const { me, members } = review
  return { projectId, memberId: me.memberId, members, onChanged: () => reloadRows(screen, [segmentId]) }
}

/** Opens the field for a comment on the selected words, or on the row the person stands on. */
export function beginComment(screen: Screen, selected = selectedWords()) {
  const row = selected ? screen.rows.get(selected.segmentId) : currentRow(screen)
  if (!row) return
  const words = selected && wordsInSaved(row[selected.side], shownText(screen, row, selected.side), selected)
  if (selected && !words)
    return screen.tell(screen.t('review.words-not-saved', { keys: keysOf('save').join('+') }), { hint: true })
  const at = screen.outline.get()?.rowOf.get(row.id)
  const place = screen.place.get()
  if (at !== undefined && at !== place.row) screen.place.set({ ...place, row: at, editing: false, caret: null })
  const comments = commentsOf(screen)
  comments.begun.set({
    segmentId: row.id,
    zh: selected?.side === 'zh' ? words : null,
    en: selected?.side === 'en' ? words : null,
  })
  screen.settings.set({ ...screen.settings.get(), inspector: true, tab: 'comments' })
  comments.writeWanted.set(comments.writeWanted.get() + 1)
}

/** The next row with a thread that is not resolved, or the one before, going round; its comments are shown. */
export function goToNextComment(screen: Screen, by: 1 | -1 = 1) {
  const outline = screen.outline.get()
  if (!outline) return
  const here = screen.place.get().row
  const wanted = (row: number) => hasFlag(outline, row, FLAGS.commented)
  const row = nextWhere(outline.ids.length, here, wanted, by)
  if (row === null && !wanted(here)) return screen.tell(screen.t('comment.none-open'), { hint: true })
  screen.settings.set({ ...screen.settings.get(), inspector: true, tab: 'comments' })
  if (row === null) return screen.tell(screen.t('review.only-this-one'), { hint: true })
  goTo(screen, row, { editing: false })
}
