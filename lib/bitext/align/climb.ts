/** Finds a ladder in a narrow band with small beads, and gives it more room where it wants more: there only is the ladder found again. */
import { type Band, bandAround, type Point, type Room } from './band'
import { LARGEST_SIDE } from './constants'
import type { Rung } from './moves'
import type { Section } from './section'

/** A path this near the band's edge may want to leave it: the band is doubled there, this often at most. */
const EDGE = 1
const WIDENINGS = 4

/** What was too narrow is found again with so many rows before and after. */
const NEAR = 20

/** A stretch of a section by itself, counted within it, and the ladder found there. */
export type Window<Found> = { window: Section; found: Found }

/** How ladders are found in a band, and how one of a section takes over those found again for stretches of it. */
export type Climber<Found extends { rungs: Rung[] }> = {
  find(section: Section, band: Band): Found
  join(found: Found, again: readonly Window<Found>[]): Found
}

export function climb<Found extends { rungs: Rung[] }>(
  section: Section,
  points: readonly Point[],
  room: Room,
  climber: Climber<Found>,
  widening = 0,
): Found {
  const band = bandAround(points, section, room)
  const found = climber.find(section, band)
  if (widening === WIDENINGS) return found
  const narrow = found.rungs.filter((rung) => isAtEdge(rung, band))
  const large = found.rungs.filter(({ zh, a, b }) => isLargest(a, b, room.most[zh + a]!))
  if (narrow.length + large.length === 0) return found
  const windows = windowsAround([...narrow, ...large], found.rungs, band)
  const path = pointsOf(found.rungs)
  const again = windows.map((window) => {
    const isIn = ({ zh }: Rung): boolean => zh >= window.zhFrom && zh < window.zhTo
    // What was found is a better path than the rough one, unless it runs along the edge.
    const around = narrow.some(isIn) ? points : path
    const wider = widened(room, window, narrow.some(isIn), large.some(isIn))
    const whole = {
      zhFrom: section.zhFrom + window.zhFrom,
      zhTo: section.zhFrom + window.zhTo,
      enFrom: section.enFrom + window.enFrom,
      enTo: section.enFrom + window.enTo,
    }
    return { window, found: climb(whole, pointsWithin(around, window), wider, climber, widening + 1) }
  })
  return climber.join(found, again)
}

/** The rungs of a section with those of its windows in place of what was there. */
export function joined(rungs: readonly Rung[], again: readonly Window<{ rungs: Rung[] }>[]): Rung[] {
  const result: Rung[] = []
  let at = 0
  for (const { window, found } of again) {
    while (at < rungs.length && !isInside(rungs[at]!, window)) result.push(rungs[at++]!)
    while (at < rungs.length && isInside(rungs[at]!, window)) at++
    for (const rung of found.rungs) result.push({ ...rung, zh: rung.zh + window.zhFrom, en: rung.en + window.enFrom })
  }
  for (; at < rungs.length; at++) result.push(rungs[at]!)
  return result
}

/** Windows begin and end where rungs do. */
function isInside({ zh, a, en, b }: Rung, { zhFrom, zhTo, enFrom, enTo }: Section): boolean {
  return zh >= zhFrom && zh + a <= zhTo && en >= enFrom && en + b <= enTo
}

/** Room for a whole section, the same everywhere. */
export function evenRoom({ zhFrom, zhTo }: Section, width: number, most: number): Room {
  const rows = zhTo - zhFrom + 1
  return { widths: new Int32Array(rows).fill(width), most: new Uint8Array(rows).fill(most) }
}

function widened({ widths, most }: Room, { zhFrom, zhTo }: Section, narrow: boolean, large: boolean): Room {
  return {
    widths: widths.slice(zhFrom, zhTo + 1).map((width) => (narrow ? 2 * width : width)),
    most: most.slice(zhFrom, zhTo + 1).map((side) => (large ? Math.min(LARGEST_SIDE, 2 * side) : side)),
  }
}

/** Where the beads begin, as points of a path. */
export function pointsOf(rungs: readonly Rung[]): Point[] {
  return rungs.filter(({ a, b, swapped }) => a > 0 && b > 0 && !swapped).map(({ zh, en }) => ({ zh, en }))
}

function pointsWithin(points: readonly Point[], { zhFrom, zhTo, enFrom, enTo }: Section): Point[] {
  return points
    .filter(({ zh, en }) => zh > zhFrom && zh < zhTo && en > enFrom && en < enTo)
    .map(({ zh, en }) => ({ zh: zh - zhFrom, en: en - enFrom }))
}

function isLargest(a: number, b: number, most: number): boolean {
  return most < LARGEST_SIDE && Math.max(a, b) >= most
}

/** The path runs along the band's edge where this rung begins. */
function isAtEdge({ zh, en, swapped }: Rung, { lo, hi }: Band): boolean {
  const m = hi[hi.length - 1]!
  const low = lo[zh]!
  const high = hi[zh]!
  return !swapped && ((low > 0 && en - low <= EDGE) || (high < m && high - en <= EDGE))
}

/** Stretches around these rungs, in order and apart, that begin and end where rungs do. */
function windowsAround(wanting: readonly Rung[], rungs: readonly Rung[], { lo, hi }: Band): Section[] {
  const n = lo.length - 1
  const wanted = new Uint8Array(n + 1)
  for (const { zh, a } of wanting) wanted.fill(1, Math.max(0, zh - NEAR), Math.min(n, zh + a + NEAR) + 1)
  const windows: Section[] = []
  let from: { zh: number; en: number } | null = null
  rungs.forEach((rung, at) => {
    // Two in swapped order begin and end together.
    if (rung.swapped && rungs[at - 1]?.swapped && rung.en < rungs[at - 1]!.en) return
    const start = startOf(rungs, at)
    if (wanted[rung.zh] && !from) from = start
    else if (!wanted[rung.zh] && from) {
      windows.push({ zhFrom: from.zh, zhTo: start.zh, enFrom: from.en, enTo: start.en })
      from = null
    }
  })
  if (from as { zh: number; en: number } | null) {
    const { zh, en } = from! as { zh: number; en: number }
    windows.push({ zhFrom: zh, zhTo: n, enFrom: en, enTo: hi[n]! })
  }
  return windows
}

/** Where the path stands before this rung: of two in swapped order the second has the English that comes first. */
function startOf(rungs: readonly Rung[], at: number): { zh: number; en: number } {
  const { zh, en, swapped } = rungs[at]!
  return { zh, en: swapped ? rungs[at + 1]!.en : en }
}
