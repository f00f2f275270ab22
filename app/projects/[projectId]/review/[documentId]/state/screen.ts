/** Everything the review screen holds while it is open. What changes is in cells, so that only what shows it is painted anew. */
import type { Translate } from '@/app/_ui/texts/translate'
import type { Tell } from '@/app/_ui/toast'
import type { MemberRole } from '@/lib/auth/roles'
import type { Side } from '@/lib/bitext/text'
import type { History } from '@/lib/revision/queries'
import type { Base, TrackedSide } from '@/lib/revision/tracked'
import type { Review, SegmentRow } from '@/lib/segment/queries'
import type { SegmentStatus } from '@/lib/segment/rules'
import type { View as SavedView } from '@/lib/view/queries'
import { type Cell, type Cells, cell, cells } from './cell'
import { browserDatabase, draftVault } from './draft-vault'
import { type Correction, type CorrectionDraft, type Draft, type DraftShelf, draftShelf } from './drafts'
import { type Filter, NO_FILTER, type View } from './filter'
import type { Highlights } from './highlights'
import type { LiveOutline } from './live-outline'
import { type Live, openLive } from './live-state'
import type { MarkedWords } from './marks'
import type { Mode } from './modes'
import { workingSide } from './rights'
import type { TypingHistory } from './typing-history'

/** Where the person is. Rows count from 0. */
export type Place = { row: number; side: Side; editing: boolean; caret: number | null }

export type DraftState =
  | { is: 'typing' }
  | { is: 'saving' }
  | { is: 'failed'; message: string }
  | { is: 'conflict'; version: number; theirs: string }

export type LiveDraft = Draft & { state: DraftState }

/** A discrepancy being written down; `began`: where the person was, and goes on afterwards. */
export type Raising = {
  segmentId: number
  began: Side
  zh: MarkedWords | null
  en: MarkedWords | null
  anchor: DOMRect | null
}

export type Asking =
  | { what: 'go-to-row' }
  | { what: 'keys' }
  /** `only`: what is chosen from. */
  | { what: 'palette'; only?: Choice }
  | { what: 'assign' }
  | { what: 'replace' }
  | { what: 'status-of-many' }
  | { what: 'settle-many' }
  | { what: 'undo-many' }
  | { what: 'save-view' }
  | { what: 'correct'; draft: CorrectionDraft }
  /** `run` answers whether it is done. */
  | {
      what: 'meaning'
      segmentId: number
      side: Side
      text: string
      run: (correction: Correction) => Promise<boolean>
    }
  | { what: 'override'; segmentId: number; to: SegmentStatus; onDone: () => void }

/** What can be chosen by its name, in the palette or in a list of its own. */
export type Choice = 'status' | 'base' | 'view'

/** `focus`: the person asked for it and wants to go on there. */
export type Opened = { id: string; focus: boolean }

/** Of the inspector where there is no room beside the rows. */
export type SheetHeight = 'low' | 'half' | 'full'

export type InspectorTab = 'discrepancies' | 'comments' | 'history' | 'terms' | 'memory' | 'checks' | 'info'

export const TRACKED_VIEWS = ['inline', 'final', 'original'] as const

export type TrackedView = (typeof TRACKED_VIEWS)[number]

/** A change of one text by its number there. */
export type Change = { segmentId: number; side: Side; number: number }

export const DENSITIES = ['comfortable', 'compact'] as const

export type Settings = {
  density: (typeof DENSITIES)[number]
  /** Share of the Chinese column. */
  split: number
  /** What tracked changes are shown against; null shows the texts plain. */
  base: Base | null
  /** Changes among the words, or only what they led to, or only what they came from. */
  trackedView: TrackedView
  /** Numbers of both texts are marked in the row a person works on. */
  numbers: boolean
  /** The first findings of the checks stand beneath the row a person works on. */
  findings: boolean
  /** What is typed becomes a suggestion, though the person may edit. */
  suggesting: boolean
  outline: boolean
  inspector: boolean
  /** In pixels, where it stands beside the grid. */
  inspectorWidth: number
  /** Its height where it stands below. */
  sheet: SheetHeight
  tab: InspectorTab
  /** Rows around each hit that stay as greyed context. */
  context: number
}

export const DEFAULT_SETTINGS: Settings = {
  density: 'comfortable',
  split: 0.5,
  base: null,
  trackedView: 'inline',
  numbers: true,
  findings: true,
  suggesting: false,
  outline: false,
  inspector: true,
  context: 1,
  inspectorWidth: 424,
  sheet: 'half',
  tab: 'discrepancies',
}

export type Screen = {
  review: Review
  projectId: string
  documentId: string
  api: string
  t: Translate
  tell: Tell
  mode: Cell<Mode>
  /** As in `review.me`; tells when it changes. */
  role: Cell<MemberRole>
  shelf: DraftShelf
  outline: Cell<LiveOutline | null>
  rows: Cells<number, SegmentRow>
  /** What could not be fetched, in words; null when all is well. */
  trouble: Cell<string | null>
  place: Cell<Place>
  /** The row shows its text as the person scrolls to it, whether they wanted the focus there or not. */
  focusWanted: Cell<number>
  /** The last wish that was granted. */
  focusDone: number
  /** The cell with the focus was scrolled out of being. */
  focusLost: boolean
  drafts: Cells<string, LiveDraft>
  /** What was typed into each cell, for undo; kept while the page is open. */
  typing: Map<string, TypingHistory>
  draftCount: Cell<number>
  /** When a person last saved and stayed; 0 once they type on. */
  savedAt: Cell<number>
  offered: Cells<string, Draft[]>
  offeredCount: Cell<number>
  filter: Cell<Filter>
  /** What the server found: ids with the number of places the words stand in; null while it is being asked. */
  found: Cell<ReadonlyMap<number, number> | null>
  /** Why the words cannot be sought, in words. */
  findTrouble: Cell<string | null>
  /** The place of the words the person has gone to: the how-manieth of its row. */
  hit: Cell<{ segmentId: number; place: number } | null>
  views: Cell<readonly SavedView[] | null>
  view: Cell<View>
  range: Cell<{ anchor: number; head: number } | null>
  settings: Cell<Settings>
  histories: Cells<number, History>
  /** The changes of each text since the base that is shown. */
  bases: Cells<string, TrackedSide>
  /** What the governing text of stale rows went through since the row was approved. */
  corrected: Cells<number, TrackedSide>
  /** What the two texts of the present row say about each other, and the texts it was found in. */
  highlights: Cell<{ segmentId: number; texts: Record<Side, string>; found: Highlights } | null>
  /** The change that accept and reject mean. */
  change: Cell<Change | null>
  /** The suggestion for whose rejection a reason is being written. */
  rejecting: Cell<string | null>
  raising: Cell<Raising | null>
  asking: Cell<Asking | null>
  /** The discrepancy a person has opened in the inspector. */
  opened: Cell<Opened | null>
  /** Row the top of the grid shows, for the sticky header and the strip. */
  topRow: Cell<number>
  live: Live
  /** Rows in view, for the strip. */
  shown: Cell<{ from: number; to: number }>
}

export function openScreen(
  review: Review,
  t: Translate,
  tell: Tell,
  storage: Storage | null,
  mode: Mode = 'review',
): Screen {
  const { project, document, me } = review
  return {
    review,
    projectId: project.id,
    documentId: document.id,
    api: `/api/projects/${project.id}/documents/${document.id}`,
    t,
    tell,
    mode: cell<Mode>(mode),
    role: cell<MemberRole>(me.role),
    shelf: draftShelf(storage, me.memberId, document.id, draftVault(browserDatabase())),
    outline: cell<LiveOutline | null>(null),
    rows: cells(),
    trouble: cell<string | null>(null),
    place: cell<Place>({ row: 0, side: workingSide(review), editing: false, caret: null }),
    focusWanted: cell(0),
    focusDone: 0,
    focusLost: false,
    drafts: cells(),
    typing: new Map(),
    draftCount: cell(0),
    savedAt: cell(0),
    offered: cells(),
    offeredCount: cell(0),
    filter: cell<Filter>(NO_FILTER),
    found: cell<ReadonlyMap<number, number> | null>(null),
    findTrouble: cell<string | null>(null),
    hit: cell<{ segmentId: number; place: number } | null>(null),
    views: cell<readonly SavedView[] | null>(null),
    view: cell<View>({ rows: null, hits: null, count: 0, hitCount: 0 }),
    range: cell<{ anchor: number; head: number } | null>(null),
    settings: cell<Settings>(DEFAULT_SETTINGS),
    histories: cells(),
    bases: cells(),
    corrected: cells(),
    highlights: cell<{ segmentId: number; texts: Record<Side, string>; found: Highlights } | null>(null),
    change: cell<Change | null>(null),
    rejecting: cell<string | null>(null),
    raising: cell<Raising | null>(null),
    asking: cell<Asking | null>(null),
    opened: cell<Opened | null>(null),
    topRow: cell(0),
    live: openLive(),
    shown: cell({ from: 0, to: 0 }),
  }
}

export function sideKey(segmentId: number, side: Side): string {
  return `${segmentId}/${side}`
}

/** The segment on which the person stands. */
export function currentId(screen: Screen): number | null {
  return screen.outline.get()?.ids[screen.place.get().row] ?? null
}

export function currentRow(screen: Screen): SegmentRow | null {
  const id = currentId(screen)
  return id === null ? null : (screen.rows.get(id) ?? null)
}

/** Ends of the marked range in the order of the document. */
export function rangeOf(range: { anchor: number; head: number } | null): { from: number; to: number } | null {
  return range && { from: Math.min(range.anchor, range.head), to: Math.max(range.anchor, range.head) }
}
