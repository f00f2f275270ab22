/**
 * How far two people agree who marked the same texts.
 *
 * Three figures, since each hides what another shows. Cohen's κ (Cohen 1960, Educational and Psychological Measurement 20) on
 * whether a row has an error at all; κ with linear weights (Cohen 1968, Psychological Bulletin 70) on how grave the worst of
 * it is; and the F1 of marks that overlap, since κ on rows calls it agreement when two people mark different words.
 * Marks are paired one to one, those with the longest common stretch first.
 */
import type { Span } from '../bitext/text'
import { SEVERITIES, type Severity } from '../discrepancy/rules'

export type Mark = { type: string; severity: Severity; zh: Span | null; en: Span | null }

/** One person's reading of one row; no marks: they found nothing wrong. */
export type Annotation = { rater: string; item: string; marks: readonly Mark[] }

export type PairAgreement = {
  raters: [string, string]
  /** Rows both have read. */
  items: number
  /** Share of rows on which both found an error, or neither. */
  observed: number
  /** null where chance alone would make them agree always. */
  kappa: number | null
  severityKappa: number | null
  marks: [number, number]
  overlapping: number
  /** null where neither marked anything. */
  markF1: number | null
  /** Of the overlapping marks: how many have the same type, and the same severity. */
  sameType: number
  sameSeverity: number
}

/** Fewer rows in common say little, whatever the figures. */
export const FEWEST_ITEMS = 30

export function agreementOf(annotations: readonly Annotation[]): PairAgreement[] {
  const read = new Map<string, Map<string, readonly Mark[]>>()
  for (const { rater, item, marks } of annotations) {
    const items = read.get(rater) ?? new Map<string, readonly Mark[]>()
    read.set(rater, items.set(item, [...(items.get(item) ?? []), ...marks]))
  }
  const raters = [...read.keys()].sort()
  return raters
    .flatMap((one, at) => raters.slice(at + 1).map((other) => pairOf([one, other], read)))
    .filter(({ items }) => items > 0)
    .sort((one, other) => other.items - one.items)
}

function pairOf(raters: [string, string], read: Map<string, Map<string, readonly Mark[]>>): PairAgreement {
  const [mine, theirs] = raters.map((rater) => read.get(rater) ?? new Map<string, readonly Mark[]>())
  const common = [...mine.keys()].filter((item) => theirs.has(item))
  const both = common.map((item) => [mine.get(item) ?? [], theirs.get(item) ?? []] as const)
  const found = both.map(([one, other]) => [Math.min(one.length, 1), Math.min(other.length, 1)] as const)
  const worst = both.map(([one, other]) => [worstOf(one), worstOf(other)] as const)
  const pairs = both.flatMap(([one, other]) => pairMarks(one, other))
  const marks: [number, number] = [sum(both.map(([one]) => one.length)), sum(both.map(([, other]) => other.length))]
  return {
    raters,
    items: common.length,
    observed: common.length === 0 ? 0 : found.filter(([one, other]) => one === other).length / common.length,
    kappa: kappaOf(found, 2),
    severityKappa: kappaOf(worst, SEVERITIES.length + 1),
    marks,
    overlapping: pairs.length,
    markF1: marks[0] + marks[1] === 0 ? null : (2 * pairs.length) / (marks[0] + marks[1]),
    sameType: pairs.filter(([one, other]) => one.type === other.type).length,
    sameSeverity: pairs.filter(([one, other]) => one.severity === other.severity).length,
  }
}

/** 0: nothing found; then the severities in their order. */
function worstOf(marks: readonly Mark[]): number {
  return Math.max(0, ...marks.map(({ severity }) => SEVERITIES.indexOf(severity) + 1))
}

/**
 * κ with linear weights over ordered grades 0 … grades − 1; with two grades it is Cohen's plain κ.
 * null where there is nothing to compare or no disagreement was to be expected by chance.
 */
export function kappaOf(ratings: readonly (readonly [number, number])[], grades: number): number | null {
  if (ratings.length === 0) return null
  const share = (side: 0 | 1) =>
    Array.from({ length: grades }, (_, grade) => ratings.filter((pair) => pair[side] === grade).length / ratings.length)
  const [mine, theirs] = [share(0), share(1)]
  const expected = sum(mine.flatMap((p, one) => theirs.map((q, other) => p * q * Math.abs(one - other))))
  if (expected === 0) return null
  const observed = sum(ratings.map(([one, other]) => Math.abs(one - other))) / ratings.length
  return 1 - observed / expected
}

function pairMarks(mine: readonly Mark[], theirs: readonly Mark[]): [Mark, Mark][] {
  const candidates = mine
    .flatMap((one) => theirs.map((other) => ({ one, other, common: commonLength(one, other) })))
    .filter(({ common }) => common > 0)
    .sort((first, second) => second.common - first.common)
  const taken = new Set<Mark>()
  const pairs: [Mark, Mark][] = []
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue
    taken.add(one).add(other)
    pairs.push([one, other])
  }
  return pairs
}

function commonLength(one: Mark, other: Mark): number {
  return overlap(one.zh, other.zh) + overlap(one.en, other.en)
}

function overlap(one: Span | null, other: Span | null): number {
  return one && other ? Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from)) : 0
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
