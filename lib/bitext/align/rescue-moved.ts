/**
 * Finds text that was moved farther than a neighbour's place, which no ladder can hold: Chinese that was left without English
 * and English left without Chinese are tried against each other, and what says the same is joined.
 */
import { bandAround } from './band'
import type { Bead } from './bead'
import { beadScore, type Model } from './bead-score'
import { evenRoom } from './climb'
import { calibrated } from './confidence'
import { byChinese, type Layout } from './confirmed'
import { LARGEST_SIDE } from './constants'
import { ladder } from './ladder'
import { CUT_COST, costOfMove, type Place, placesOf } from './move-cost'
import type { Rung } from './moves'
import type { Section } from './section'

/** Runs of unpaired sentences are tried against each other up to so many in all: a text that has more lost its other half. */
const MOST_TRIALS = 2000
const LONGEST_RUN = 40

/** Sentences from … to − 1. */
type Run = Place & { from: number; to: number }
type Trial = { section: Section; rungs: { rung: Rung; gain: number }[]; gain: number }

/** Text may have moved across a cut, but not past a confirmed bead. */
export function rescueMoved(beads: readonly Bead[], model: Model, layout: Layout): Bead[] {
  const alone = {
    zh: beads.filter(({ en }) => en.length === 0).map(({ zh }) => zh[0]!),
    en: beads.filter(({ zh }) => zh.length === 0).map(({ en }) => en[0]!),
  }
  const zhRuns = runsOf(alone.zh, layout, 'zh')
  const enRuns = runsOf(alone.en, layout, 'en')
  const pairs = pairsInRooms(zhRuns, enRuns)
  if (pairs.length === 0) return [...beads]
  const cost = costOfMove(model.constants, alone.zh.length, alone.en.length)
  const trials = pairs
    .map(([zh, en]) => tried(zh, en, model, cost + (zh.section === en.section ? 0 : CUT_COST)))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
  const taken = { zh: new Set<number>(), en: new Set<number>() }
  const rescued = trials.flatMap((trial) => takenFrom(trial, taken, model))
  if (rescued.length === 0) return [...beads]
  const left = beads.filter(
    ({ zh, en }) => (en.length > 0 || !taken.zh.has(zh[0]!)) && (zh.length > 0 || !taken.en.has(en[0]!)),
  )
  return byChinese(left, rescued)
}

/** Runs that stand between the same barriers; none where they are too many. */
function pairsInRooms(zhRuns: readonly Run[], enRuns: readonly Run[]): [Run, Run][] {
  const rooms = new Map<number, Run[]>()
  for (const run of enRuns) rooms.set(run.room, [...(rooms.get(run.room) ?? []), run])
  const count = zhRuns.reduce((sum, { room }) => sum + (rooms.get(room)?.length ?? 0), 0)
  if (count > MOST_TRIALS) return []
  return zhRuns.flatMap((zh) => (rooms.get(zh.room) ?? []).map((en): [Run, Run] => [zh, en]))
}

/** Single sentences as runs of neighbours. */
function runsOf(sentences: readonly number[], layout: Layout, side: 'zh' | 'en'): Run[] {
  const runs: Run[] = []
  const sorted = [...sentences].sort((a, b) => a - b)
  const places = placesOf(sorted, layout, side)
  sorted.forEach((at, k) => {
    const { room, section } = places[k]!
    const last = runs.at(-1)
    const goesOn =
      last?.to === at &&
      last.section === section &&
      last.room === room &&
      (!layout.seams || layout.seams[side][at] === layout.seams[side][at - 1])
    if (goesOn && at - last.from < LONGEST_RUN) last.to = at + 1
    else runs.push({ from: at, to: at + 1, room, section })
  })
  return runs
}

function tried(zh: Run, en: Run, model: Model, cost: number): Trial {
  const section = { zhFrom: zh.from, zhTo: zh.to, enFrom: en.from, enTo: en.to }
  const band = bandAround([], section, evenRoom(section, LONGEST_RUN, LARGEST_SIDE))
  const score = beadScore(model, section, band)
  const rungs = ladder(model.types, score, band)
    .filter(({ a, b }) => a > 0 && b > 0)
    .map((rung) => {
      const { zh: i, a, en: j, b } = rung
      return { rung, gain: score.closely(i, a, j, b) + score.shape(a, b) - cost }
    })
    .filter(({ gain }) => gain > 0)
  return { section, rungs, gain: rungs.reduce((sum, { gain }) => sum + gain, 0) }
}

function takenFrom(
  { section, rungs }: Trial,
  taken: { zh: Set<number>; en: Set<number> },
  { constants }: Model,
): Bead[] {
  return rungs.flatMap(({ rung, gain }) => {
    const zh = Array.from({ length: rung.a }, (_, k) => section.zhFrom + rung.zh + k)
    const en = Array.from({ length: rung.b }, (_, k) => section.enFrom + rung.en + k)
    if (zh.some((i) => taken.zh.has(i)) || en.some((j) => taken.en.has(j))) return []
    for (const i of zh) taken.zh.add(i)
    for (const j of en) taken.en.add(j)
    return [
      { zh, en, confidence: calibrated(1 / (1 + Math.exp(-gain / constants.temperature)), constants), moved: true },
    ]
  })
}
