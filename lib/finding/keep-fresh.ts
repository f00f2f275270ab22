/**
 * Refreshes findings in the background while documents are open: soon after an edit the rows it touched, a little later
 * the document as a whole. One refresh of a document at a time; what changes meanwhile is looked at right after.
 */
import type { Change } from '../live/message'
import { refreshFindings } from './refresh-findings'

type Place = { projectId: string; documentId: string }

type Work = {
  rows: NodeJS.Timeout | null
  /** Rows that changed since rows were last looked at; null: too many to name. */
  changed: Set<number> | null
  whole: NodeJS.Timeout | null
  running: boolean
  again: boolean
  took: number
}

// Kept on globalThis: `next dev` loads this module anew at each change.
const kept = globalThis as { duizhaoChecks?: Map<string, Work> }

// A person who saves row after row does not wait for the checks, and the checks need not run for each.
const ROWS_AFTER_MS = 400
const WHOLE_AFTER_MS = 2_500

/** Beyond this many rows it is as quick to look at all of them. */
const MOST_NAMED = 200

/** Whole documents are computed at most this share of the time. */
const SHARE = 0.25

export type Trouble = (error: unknown) => void

let tellTrouble: Trouble = (error) => process.stderr.write(`Checking a document failed: ${String(error)}\n`)

/** What to do with trouble nobody waits for; the app logs it. */
export function onCheckTrouble(log: Trouble): void {
  tellTrouble = log
}

function works(): Map<string, Work> {
  kept.duizhaoChecks ??= new Map()
  return kept.duizhaoChecks
}

/** Whether a document is being looked at, or will be shortly. */
export function isChecking({ documentId }: Place): boolean {
  return works().has(documentId)
}

const TOUCHED: readonly Change['kinds'][number][] = ['text', 'structure', 'alignment', 'term']

/** To be told of every change of a document somebody has open. */
export function checkAfterChange(place: Place, { kinds, ids }: Pick<Change, 'kinds' | 'ids'>): void {
  if (kinds.some((kind) => TOUCHED.includes(kind))) checkLater(place, kinds.includes('term') ? null : ids)
}

/** `ids`: what changed, where that is known; the whole is looked at somewhat later in any case. */
export function checkLater(place: Place, ids: readonly number[] | null = []): void {
  const work = works().get(place.documentId) ?? begun()
  works().set(place.documentId, work)
  for (const id of ids ?? []) work.changed?.add(id)
  if (ids === null || (work.changed && work.changed.size > MOST_NAMED)) work.changed = null
  if (work.running) work.again = true
  else plan(place, work)
}

function begun(): Work {
  return { rows: null, changed: new Set(), whole: null, running: false, again: false, took: 0 }
}

function plan(place: Place, work: Work): void {
  if (work.whole) clearTimeout(work.whole)
  if (work.changed === null || work.changed.size > 0)
    work.rows ??= later(ROWS_AFTER_MS, () => {
      work.rows = null
      void run(place, work, 'rows')
    })
  work.whole = later(Math.max(WHOLE_AFTER_MS, work.took / SHARE), () => {
    work.whole = null
    void run(place, work, 'whole')
  })
}

function later(ms: number, act: () => void): NodeJS.Timeout {
  const timer = setTimeout(act, ms)
  timer.unref()
  return timer
}

async function run(place: Place, work: Work, extent: 'rows' | 'whole'): Promise<void> {
  if (work.running) {
    work.again = true
    return
  }
  work.running = true
  const start = Date.now()
  const changed = extent === 'rows' ? work.changed : null
  if (extent === 'rows') work.changed = new Set()
  try {
    await refreshFindings(place, changed ? [...changed] : extent)
  } catch (error) {
    tellTrouble(error)
  }
  work.running = false
  if (extent === 'whole') work.took = Date.now() - start
  if (work.again) {
    work.again = false
    plan(place, work)
  }
  if (!work.rows && !work.whole) works().delete(place.documentId)
}
