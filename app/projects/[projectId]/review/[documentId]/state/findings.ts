/** Findings on the screen: fetched once for the document, then for the rows whose findings change; going to them, and what is done with them. */
import { useEffect } from 'react'
import { can } from '@/lib/auth/roles'
import { TAKABLE } from '@/lib/finding/entry-of-finding'
import type { CheckWish, FindingRow, Findings } from '@/lib/finding/queries'
import type { DismissalReason, DismissalScope } from '@/lib/finding/rules'
import type { Change } from '@/lib/live/message'
import { dismiss, restoreFinding, takeIntoRegister, writeFindingDown } from '../actions'
import { type Cell, type Cells, cell, cells } from './cell'
import { getJson } from './get-json'
import { showTab } from './inspector'
import { reloadRows } from './load'
import { goTo } from './move'
import { currentId, currentRow, type Screen } from './screen'

/** Which findings are listed, and gone through by keys. */
export type Wanted = { check: string | null; severity: 'all' | 'grave'; dismissed: boolean }

/** What names a finding while it stands: its row and its key; `nth` tells equal ones of a row apart. */
export type Here = { segmentId: number; key: string; nth: number }

export type FindingsState = {
  byRow: Cells<number, readonly FindingRow[]>
  /** Raised with every change of them. */
  stamp: Cell<number>
  checkedAt: Cell<string | null>
  checking: Cell<boolean>
  left: Cell<number>
  settings: Cell<readonly CheckWish[]>
  wanted: Cell<Wanted>
  scope: Cell<'row' | 'document' | 'forms'>
  /** The finding a person is at. */
  here: Cell<Here | null>
  /** The finding that is being dismissed. */
  dismissing: Cell<Here | null>
}

const kept = new WeakMap<Screen, FindingsState>()

/** The findings of this screen. */
export function findingsOf(screen: Screen): FindingsState {
  const known = kept.get(screen)
  if (known) return known
  const fresh: FindingsState = {
    byRow: cells(),
    stamp: cell(0),
    checkedAt: cell<string | null>(null),
    checking: cell(false),
    left: cell(0),
    settings: cell<readonly CheckWish[]>([]),
    wanted: cell<Wanted>({ check: null, severity: 'all', dismissed: false }),
    scope: cell<'row' | 'document' | 'forms'>('row'),
    here: cell<Here | null>(null),
    dismissing: cell<Here | null>(null),
  }
  kept.set(screen, fresh)
  return fresh
}

/** Fetches them once the rows are here, and again as they change. */
export function useFindings(screen: Screen): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | null = null
    let due: Set<number> | null = new Set()
    const soon = (ids: readonly number[] | null, wait: number) => {
      if (ids === null) due = null
      else for (const id of ids) due?.add(id)
      later ??= setTimeout(() => {
        later = null
        const wanted = due && due.size <= MOST_ASKED ? [...due] : null
        due = new Set()
        void load(screen, wanted)
      }, wait)
    }
    const hear = ({ kinds, ids }: Change) => {
      if (kinds.includes('finding')) soon(ids, 100 + Math.random() * 400)
    }
    // The rows come first: they are what a person waits for.
    const begin = () => {
      const outline = screen.outline.get()
      if (!outline || outline.provisional || begun) return
      begun = true
      soon(null, 300)
    }
    let begun = false
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

const MOST_ASKED = 200

async function load(screen: Screen, ids: readonly number[] | null): Promise<void> {
  const answer = await getJson<Findings>(screen, ids ? `findings?ids=${ids.join(',')}` : 'findings')
  // Findings are a help: where they cannot be had now, the next change asks again.
  if (!answer.ok) return
  const state = findingsOf(screen)
  const { findings, checkedAt, checking, left, settings } = answer.value
  const rows = new Map<number, FindingRow[]>()
  for (const finding of findings) rows.set(finding.segmentId, [...(rows.get(finding.segmentId) ?? []), finding])
  for (const id of ids ?? state.byRow.keys()) if (!rows.has(id)) state.byRow.set(id, undefined)
  for (const [id, list] of rows) state.byRow.set(id, list)
  state.checkedAt.set(checkedAt)
  state.checking.set(checking)
  if (!ids) state.left.set(left)
  state.settings.set(settings)
  state.stamp.set(state.stamp.get() + 1)
}

export function isWanted({ check, severity, dismissed }: Wanted, finding: FindingRow): boolean {
  if (check !== null && finding.check !== check) return false
  if (severity === 'grave' && finding.severity === 'note') return false
  return dismissed || finding.dismissal === null
}

export type Listed = { finding: FindingRow; here: Here; row: number }

/** The findings a person has asked for, in the order of the document. */
export function listWanted(screen: Screen): Listed[] {
  const state = findingsOf(screen)
  const wanted = state.wanted.get()
  const rowOf = screen.outline.get()?.rowOf
  if (!rowOf) return []
  const rows = state.byRow.keys().flatMap((id) => {
    const row = rowOf.get(id)
    return row === undefined ? [] : [{ id, row }]
  })
  rows.sort((a, b) => a.row - b.row)
  return rows.flatMap(({ id, row }) =>
    namedOf(state.byRow.get(id) ?? [])
      .filter(({ finding }) => isWanted(wanted, finding))
      .map((one) => ({ ...one, row })),
  )
}

export function namedOf(findings: readonly FindingRow[]): { finding: FindingRow; here: Here }[] {
  return findings.map((finding, i) => {
    const nth = findings.slice(0, i).filter(({ key }) => key === finding.key).length
    return { finding, here: { segmentId: finding.segmentId, key: finding.key, nth } }
  })
}

export function isHere(one: Here | null, other: Here): boolean {
  return one !== null && one.segmentId === other.segmentId && one.key === other.key && one.nth === other.nth
}

/** The next or previous finding, going round at the ends; what was written down already is passed over. */
export function goToFinding(screen: Screen, by: 1 | -1) {
  const state = findingsOf(screen)
  const list = listWanted(screen).filter(({ finding }) => !finding.raised)
  if (list.length === 0) return screen.tell(screen.t('checks.none-left'))
  const here = state.here.get()
  const { row, caret } = screen.place.get()
  const at = here && here.segmentId === currentId(screen) ? list.findIndex((one) => isHere(here, one.here)) : -1
  const next = at >= 0 ? at + by : by > 0 ? list.findIndex((one) => one.row >= row) : lastBefore(list, row)
  const one = list[(next + list.length) % list.length]!
  if (list.length === 1 && at === 0) screen.tell(screen.t('checks.only-this'))
  state.here.set(one.here)
  // Within the row somebody is writing in they go on writing.
  goTo(screen, one.row, one.row === row ? { caret } : { editing: false })
  if (screen.settings.get().inspector) showTab(screen, 'checks')
}

/** -1 leads to the last. */
function lastBefore(list: readonly Listed[], row: number): number {
  return list.findLastIndex((one) => one.row < row)
}

/** The finding keys mean: the one a person is at, or the first of the row that is still open. */
function meant(screen: Screen): FindingRow | null {
  const state = findingsOf(screen)
  const id = currentId(screen)
  const named = id === null ? [] : namedOf(state.byRow.get(id) ?? [])
  const at = named.find((one) => isHere(state.here.get(), one.here)) ?? named.find(({ finding }) => isOpen(finding))
  if (!at) {
    screen.tell(screen.t('checks.none-here'))
    return null
  }
  state.here.set(at.here)
  return at.finding
}

export function isOpen({ dismissal, raised }: FindingRow): boolean {
  return dismissal === null && !raised
}

export async function raiseHere(screen: Screen): Promise<void> {
  const finding = meant(screen)
  if (finding) await raiseFinding(screen, finding)
}

/** Writes the finding down, its words marked on both sides; what it became stands open for a second look. */
export async function raiseFinding(screen: Screen, { segmentId, key }: FindingRow): Promise<void> {
  if (!can(screen.review.me.role, 'discrepancy.raise')) return screen.tell(screen.t('problems.not-allowed'))
  const outcome = await writeFindingDown({ projectId: screen.projectId, segmentId, key }).catch(() => null)
  if (!outcome?.ok) return screen.tell(outcome?.message ?? screen.t('problems.offline'), { failed: true })
  const { id, number } = outcome.value
  void load(screen, [segmentId])
  await reloadRows(screen, [segmentId])
  screen.opened.set({ id, focus: false })
  const show = () => {
    screen.opened.set({ id, focus: true })
    showTab(screen, 'discrepancies')
  }
  screen.tell(screen.t('checks.raised-as', { number }), {
    action: { label: screen.t('review.tab-discrepancies'), run: show },
  })
}

export async function takeHere(screen: Screen): Promise<void> {
  const finding = meant(screen)
  if (finding) await takeFinding(screen, finding)
}

/** The words are right: the register has them from now on, and the finding goes, here and wherever else it stands. */
export async function takeFinding(screen: Screen, { segmentId, key, says }: FindingRow): Promise<void> {
  if (!can(screen.review.me.role, 'register.manage')) return screen.tell(screen.t('problems.not-allowed'))
  if (!TAKABLE.includes(says)) return screen.tell(screen.t('problems.not-for-register'))
  const outcome = await takeIntoRegister({ projectId: screen.projectId, segmentId, key }).catch(() => null)
  if (!outcome?.ok) return screen.tell(outcome?.message ?? screen.t('problems.offline'), { failed: true })
  screen.tell(screen.t('checks.taken', { forms: outcome.value.forms.join(' · ') }), {
    action: {
      label: screen.t('checks.to-register'),
      run: () => window.location.assign(`/projects/${screen.projectId}/register`),
    },
  })
}

/** Opens the form that asks why, in the inspector. */
export function askToDismiss(screen: Screen) {
  if (!can(screen.review.me.role, 'finding.dismiss')) return screen.tell(screen.t('problems.not-allowed'))
  if (!meant(screen)) return
  const state = findingsOf(screen)
  state.scope.set('row')
  state.dismissing.set(state.here.get())
  showTab(screen, 'checks')
}

export type Said = { scope: DismissalScope; reason: DismissalReason; note: string }

/** null: it was dismissed; else why not. */
export async function dismissFinding(
  screen: Screen,
  { segmentId, key }: FindingRow,
  said: Said,
): Promise<string | null> {
  const outcome = await dismiss({ projectId: screen.projectId, segmentId, key, ...said }).catch(() => null)
  if (!outcome?.ok) return outcome?.message ?? screen.t('problems.offline')
  const { dismissalId } = outcome.value
  await load(screen, said.scope === 'place' ? [segmentId] : null)
  const undo = () => void takeBack(screen, dismissalId)
  screen.tell(screen.t('checks.dismissed'), { action: { label: screen.t('checks.undo'), run: undo } })
  return null
}

export async function takeBack(screen: Screen, dismissalId: string): Promise<void> {
  const outcome = await restoreFinding({ projectId: screen.projectId, dismissalId }).catch(() => null)
  if (!outcome?.ok) return screen.tell(outcome?.message ?? screen.t('problems.offline'), { failed: true })
  await load(screen, null)
}

export function goToListed(screen: Screen, { row, here }: Listed): void {
  findingsOf(screen).here.set(here)
  goTo(screen, row, { editing: false })
}

export function currentFindings(screen: Screen): readonly FindingRow[] {
  const row = currentRow(screen)
  return row ? (findingsOf(screen).byRow.get(row.id) ?? []) : []
}
