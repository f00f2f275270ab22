/** Findings on the screen: fetched for the rows that come near and those whose findings change; going through all of them, and what is done with them. */
import { useEffect } from 'react'
import { type FindingPlace, type FindingPlaces, readPlaces } from '@/lib/finding/places'
import type { CheckWish, FindingRow, Findings } from '@/lib/finding/queries'
import type { Change } from '@/lib/live/message'
import { type Cell, type Cells, cell, cells } from './cell'
import { getJson } from './get-json'
import { isProvisional } from './live-outline'
import { MOST_KEPT, nearIds } from './load'
import type { Screen } from './screen'

/** Which findings are listed, and gone through by keys. */
export type Wanted = { check: string | null; severity: 'all' | 'grave'; dismissed: boolean }

/** What names a finding while it stands: its row and its key; `nth` tells equal ones of a row apart. */
export type Here = { segmentId: number; key: string; nth: number }

export type FindingsState = {
  /** Of the rows that came near; an empty list where nothing is found. */
  byRow: Cells<number, readonly FindingRow[]>
  /** All there are in the document; null until somebody wants to go through them. */
  places: Cell<readonly FindingPlace[] | null>
  /** Raised when the document has other findings than before. */
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
    places: cell<readonly FindingPlace[] | null>(null),
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

/** Fetches those of the rows that come near, and again as they change. */
export function useFindings(screen: Screen): void {
  useEffect(() => {
    const timers = new Map<() => void, ReturnType<typeof setTimeout>>()
    const soon = (act: () => void, wait: number) => {
      if (timers.has(act)) return
      const done = () => {
        timers.delete(act)
        act()
      }
      timers.set(act, setTimeout(done, wait))
    }
    const comeNear = () => void needFindings(screen, idsNear(screen))
    let changed: Set<number> | null = new Set()
    const takeChanges = () => {
      const ids = changed && changed.size <= MOST_ASKED ? [...changed] : null
      changed = new Set()
      void reloadFindings(screen, ids)
    }
    const hear = ({ kinds, ids }: Change) => {
      if (!kinds.includes('finding')) return
      if (ids === null) changed = null
      else for (const id of ids) changed?.add(id)
      soon(takeChanges, 100 + Math.random() * 400)
    }
    // The rows come first: they are what a person waits for.
    const near = () => soon(comeNear, 120)
    const stops = [screen.shown.subscribe(near), screen.place.subscribe(near), screen.outline.subscribe(near)]
    near()
    screen.live.listeners.add(hear)
    return () => {
      for (const stop of stops) stop()
      screen.live.listeners.delete(hear)
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [screen])
}

const MOST_ASKED = 200

function idsNear(screen: Screen): number[] {
  const outline = screen.outline.get()
  return outline ? nearIds(screen, outline).filter((id) => !isProvisional(id)) : []
}

const asked = new WeakMap<Screen, Map<number, Promise<void>>>()

/** Fetches the findings of those of the rows that are not known yet. */
export async function needFindings(screen: Screen, ids: readonly number[]): Promise<void> {
  const { byRow } = findingsOf(screen)
  const under = asked.get(screen) ?? new Map<number, Promise<void>>()
  asked.set(screen, under)
  const missing = ids.filter((id) => !byRow.get(id) && !under.has(id))
  for (let from = 0; from < missing.length; from += MOST_ASKED) {
    const some = missing.slice(from, from + MOST_ASKED)
    const coming = load(screen, some).finally(() => {
      for (const id of some) under.delete(id)
    })
    for (const id of some) under.set(id, coming)
  }
  await Promise.all(ids.map((id) => under.get(id)))
}

/** Fetches them anew; where they stand in the document goes by what was fetched. */
async function load(screen: Screen, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const state = findingsOf(screen)
  const answer = await getJson<Findings>(screen, `findings?ids=${ids.join(',')}`)
  // Findings are a help: where they cannot be had now, they are asked for again when the row comes near.
  if (!answer.ok) return
  const { findings, checkedAt, checking, settings } = answer.value
  const rows = new Map<number, FindingRow[]>(ids.map((id) => [id, []]))
  for (const finding of findings) rows.get(finding.segmentId)?.push(finding)
  for (const [id, list] of rows) state.byRow.set(id, list)
  state.checkedAt.set(checkedAt)
  state.checking.set(checking)
  state.settings.set(settings)
  putInPlaces(screen, rows)
  forgetFar(screen)
}

/**
 * Those of these rows are other ones, or (`null`) all may be: then those in view are fetched anew, the others when they come
 * near, where they stand if a person goes through them.
 */
export async function reloadFindings(screen: Screen, ids: readonly number[] | null): Promise<void> {
  const state = findingsOf(screen)
  const listed = state.places.get() !== null
  const near = new Set(idsNear(screen).slice(0, MOST_ASKED))
  if (ids === null) forgetAllBut(state, near)
  await Promise.all([
    load(screen, ids?.filter((id) => listed || state.byRow.get(id)) ?? [...near]),
    ids === null && listed && loadPlaces(screen),
  ])
  state.stamp.set(state.stamp.get() + 1)
}

function forgetFar(screen: Screen) {
  const state = findingsOf(screen)
  if (state.byRow.size() > MOST_KEPT) forgetAllBut(state, new Set(idsNear(screen)))
}

function forgetAllBut({ byRow }: FindingsState, near: ReadonlySet<number>) {
  for (const id of byRow.keys()) if (!near.has(id)) byRow.set(id, undefined)
}

/** Fetches where the checks find something, unless that is here; null where it cannot be had. */
export async function needPlaces(screen: Screen): Promise<readonly FindingPlace[] | null> {
  return findingsOf(screen).places.get() ?? (await loadPlaces(screen))
}

async function loadPlaces(screen: Screen): Promise<readonly FindingPlace[] | null> {
  const state = findingsOf(screen)
  const answer = await getJson<FindingPlaces>(screen, 'findings/places')
  if (!answer.ok) return null
  const places = readPlaces(answer.value)
  state.left.set(answer.value.left)
  state.checkedAt.set(answer.value.checkedAt)
  state.checking.set(answer.value.checking)
  state.places.set(places)
  return places
}

function putInPlaces(screen: Screen, rows: ReadonlyMap<number, readonly FindingRow[]>) {
  const { places } = findingsOf(screen)
  const before = places.get()
  if (!before) return
  const added = [...rows].flatMap(([segmentId, list]) =>
    list.map(
      ({ check, severity, raised, dismissal }, nth): FindingPlace => ({
        segmentId,
        nth,
        check,
        severity,
        raised,
        dismissed: dismissal !== null,
      }),
    ),
  )
  const same = before.filter(({ segmentId }) => rows.has(segmentId))
  if (JSON.stringify(same) !== JSON.stringify(added))
    places.set([...before.filter(({ segmentId }) => !rows.has(segmentId)), ...added])
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

export function isOpen({ dismissal, raised }: FindingRow): boolean {
  return dismissal === null && !raised
}
