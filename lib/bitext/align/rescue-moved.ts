/**
 * Finds text that was moved farther than a neighbour's place, which no ladder can hold: Chinese that was left without English
 * and English left without Chinese are tried against each other, and what says the same is joined.
 */
import { bandAround } from './band'
import type { Bead } from './bead'
import { beadScore, type Model } from './bead-score'
import { calibrated } from './confidence'
import { ladder } from './ladder'
import type { Rung } from './moves'
import type { Section } from './section'

/** A moved bead has to speak for itself by so many nats, and by the logarithm of the pairs it was picked from. Set by hand. */
const MOVE_COST = 5
/** Runs of unpaired sentences are tried against each other up to so many in all: a text that has more lost its other half. */
const MOST_TRIALS = 2000
const LONGEST_RUN = 40

type Run = { from: number; to: number }
type Trial = { section: Section; rungs: { rung: Rung; gain: number }[]; gain: number }

export function rescueMoved(beads: readonly Bead[], model: Model): Bead[] {
  const zhRuns = runsOf(beads.filter(({ en }) => en.length === 0).map(({ zh }) => zh[0]!))
  const enRuns = runsOf(beads.filter(({ zh }) => zh.length === 0).map(({ en }) => en[0]!))
  if (zhRuns.length === 0 || enRuns.length === 0 || zhRuns.length * enRuns.length > MOST_TRIALS) return [...beads]
  const cost = MOVE_COST + Math.log(sizeOf(zhRuns) * sizeOf(enRuns))
  const trials = zhRuns
    .flatMap((zh) => enRuns.map((en) => tried(zh, en, model, cost)))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
  const taken = { zh: new Set<number>(), en: new Set<number>() }
  const rescued = trials.flatMap((trial) => takenFrom(trial, taken, model))
  if (rescued.length === 0) return [...beads]
  const left = beads.filter(
    ({ zh, en }) => (en.length > 0 || !taken.zh.has(zh[0]!)) && (zh.length > 0 || !taken.en.has(en[0]!)),
  )
  return inserted(left, rescued)
}

/** Sorted single sentences as runs of neighbours. */
function runsOf(sentences: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const at of [...sentences].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to === at && at - last.from < LONGEST_RUN) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

const sizeOf = (runs: readonly Run[]): number => runs.reduce((sum, { from, to }) => sum + to - from, 0)

function tried(zh: Run, en: Run, model: Model, cost: number): Trial {
  const section = { zhFrom: zh.from, zhTo: zh.to, enFrom: en.from, enTo: en.to }
  const band = bandAround([], section, new Int32Array(zh.to - zh.from + 1).fill(LONGEST_RUN))
  const score = beadScore(model, model.types, section, band)
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
    return [{ zh, en, confidence: calibrated(1 / (1 + Math.exp(-gain / constants.temperature))), moved: true }]
  })
}

/** Each rescued bead goes before the first bead whose Chinese comes later. */
function inserted(beads: readonly Bead[], rescued: readonly Bead[]): Bead[] {
  const waiting = [...rescued].sort((a, b) => a.zh[0]! - b.zh[0]!)
  const all: Bead[] = []
  for (const bead of beads) {
    while (waiting.length > 0 && bead.zh.length > 0 && bead.zh[0]! > waiting[0]!.zh[0]!) all.push(waiting.shift()!)
    all.push(bead)
  }
  return [...all, ...waiting]
}
