/**
 * Precision, recall and F1 of an alignment against gold, strict and lax, by the arithmetic of Vecalign's scorer
 * (Thompson & Koehn 2019): a bead counts as right strictly when both its sides are, laxly when it shares a pair of sentences
 * with a gold bead; one-sided beads count in precision, not in recall.
 */

export type Link = readonly [zh: readonly number[], en: readonly number[]]
export type Measure = { precision: number; recall: number; f1: number }
export type Counts = { strictRight: number; laxRight: number; all: number }
export type Tally = { found: Counts; gold: Counts }

const name = ([zh, en]: Link): string => `${zh.join(',')}-${en.join(',')}`
const twoSided = ([zh, en]: Link): boolean => zh.length > 0 && en.length > 0

export function tally(gold: readonly Link[], found: readonly Link[]): Tally {
  return { found: count(gold, found), gold: count(found.filter(twoSided), gold.filter(twoSided)) }
}

function count(reference: readonly Link[], links: readonly Link[]): Counts {
  const exact = new Set(reference.map(name))
  const partners = new Map<number, Set<number>>()
  for (const [zh, en] of reference) for (const i of zh) partners.set(i, new Set([...(partners.get(i) ?? []), ...en]))
  const distinct = [
    ...new Map(links.filter(([zh, en]) => zh.length + en.length > 0).map((link) => [name(link), link])).values(),
  ]
  const strict = distinct.filter((link) => exact.has(name(link)))
  const lax = distinct.filter(
    (link) => exact.has(name(link)) || link[0].some((i) => link[1].some((j) => partners.get(i)?.has(j))),
  )
  return { strictRight: strict.length, laxRight: lax.length, all: distinct.length }
}

export function added(tallies: readonly Tally[]): Tally {
  const sum = (counts: readonly Counts[]): Counts => ({
    strictRight: counts.reduce((total, one) => total + one.strictRight, 0),
    laxRight: counts.reduce((total, one) => total + one.laxRight, 0),
    all: counts.reduce((total, one) => total + one.all, 0),
  })
  return { found: sum(tallies.map((one) => one.found)), gold: sum(tallies.map((one) => one.gold)) }
}

export function measure({ found, gold }: Tally, kind: 'strictRight' | 'laxRight'): Measure {
  const precision = found.all === 0 ? 0 : found[kind] / found.all
  const recall = gold.all === 0 ? 0 : gold[kind] / gold.all
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
