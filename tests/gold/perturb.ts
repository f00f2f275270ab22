/**
 * Harder gold from easy gold: beads of a document are merged, lose a side, or change places with another, as a seed decides. What is tuned on one seed
 * is to be measured on others. The result keeps its gold in the order of the Chinese.
 */
import type { Gold } from './gold-file'
import type { Link } from './score-alignment'

export type Perturbation = { merged: number; removed: number; swapped: number; moved: number }

/** Shares of the beads, a little above those in translations met so far. `swapped` is with the next bead, `moved` with any other one. */
export const USUAL: Perturbation = { merged: 0.12, removed: 0.06, swapped: 0.02, moved: 0.01 }

type Bead = { zh: string[]; en: string[] }

export function perturbed({ name, zh, en, gold }: Gold, seed: number, shares: Perturbation = USUAL): Gold {
  const chance = chances(seed)
  const beads: Bead[] = gold.map(([i, j]) => ({ zh: i.map((at) => zh[at]!), en: j.map((at) => en[at]!) }))
  const rows: Bead[] = []
  for (let at = 0; at < beads.length; at++) {
    const bead = beads[at]!
    const draw = chance()
    if (draw < shares.removed) rows.push(chance() < 0.5 ? { zh: bead.zh, en: [] } : { zh: [], en: bead.en })
    else if (draw < shares.removed + shares.merged && at + 1 < beads.length)
      rows.push(merged(bead, beads[++at]!, chance()))
    else rows.push(bead)
  }
  const places = rows.map((_, at) => at)
  const exchange = (one: number, other: number) => {
    ;[places[one], places[other]] = [places[other]!, places[one]!]
  }
  for (let at = 0; at + 1 < rows.length; at++) {
    const draw = chance()
    if (draw < shares.swapped) exchange(at, ++at)
    else if (draw < shares.swapped + shares.moved) exchange(at, Math.floor(chance() * rows.length))
  }
  return { name: `${name}~${seed}`, ...written(rows, places) }
}

/** One paragraph of two, on one side or on both. */
function merged(one: Bead, two: Bead, draw: number): Bead {
  const zh = [...one.zh, ...two.zh]
  const en = [...one.en, ...two.en]
  return { zh: draw < 0.6 ? [zh.join('')] : zh, en: draw > 0.4 ? [en.join(' ')] : en }
}

/** The English of row k stands at the place `places` says. */
function written(rows: readonly Bead[], places: readonly number[]): Omit<Gold, 'name'> {
  const zh = rows.flatMap((row) => row.zh)
  const en = places.flatMap((row) => rows[row]!.en)
  const english = new Map<number, number[]>()
  let enAt = 0
  for (const row of places)
    english.set(
      row,
      rows[row]!.en.map(() => enAt++),
    )
  let zhAt = 0
  const gold = rows.map((row, at): Link => [row.zh.map(() => zhAt++), english.get(at)!])
  return { zh, en, gold: gold.filter(([i, j]) => i.length + j.length > 0) }
}

/** Park & Miller's generator: the same seed, the same gold, on every machine. */
function chances(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
