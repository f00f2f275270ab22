/**
 * Pairs the numeric expressions of two texts: the cheapest assignment of Chinese to English ones, where leaving both without a partner
 * has a price too. Equal values attract each other over any distance; among equals the order of the texts decides.
 */
import { assign } from './assignment'
import { compare, type Difference } from './compare'
import type { Numeral } from './numeral'

export type Match =
  | { zh: Numeral; en: Numeral; differs: Difference[] }
  | { zh: Numeral; en: null }
  | { zh: null; en: Numeral }

// Two expressions that differ in value are one finding below twice this price, and two findings above.
const ALONE = 0.44
// How much the place in the text weighs, from end to end: less than any real difference.
const PLACE = 0.1
// Soft expressions are left alone more cheaply than forced upon a firm one.
const SOFT_ALONE = 0.33
// Above this many expressions a side the cubic assignment gives way to a linear pass (tables, lists of figures).
const MANY = 60

/** Every expression of both sides is in exactly one match. */
export function matchNumerals(zh: readonly Numeral[], en: readonly Numeral[]): Match[] {
  if (zh.length === 0 || en.length === 0) return alone(zh, en)
  return zh.length > MANY || en.length > MANY ? matchInOrder(zh, en) : matchBest(zh, en)
}

function alone(zh: readonly Numeral[], en: readonly Numeral[]): Match[] {
  return [...zh.map((one) => ({ zh: one, en: null })), ...en.map((one) => ({ zh: null, en: one }))]
}

function priceAlone({ weight }: Numeral): number {
  return weight === 'firm' ? ALONE : SOFT_ALONE
}

function matchBest(zh: readonly Numeral[], en: readonly Numeral[]): Match[] {
  const size = zh.length + en.length
  const endZh = Math.max(1, zh.at(-1)!.to)
  const endEn = Math.max(1, en.at(-1)!.to)
  const compared = zh.map((a) => en.map((b) => compare(a, b)))
  const cost = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      if (i < zh.length && j < en.length)
        return compared[i]![j]!.cost + PLACE * Math.abs(zh[i]!.from / endZh - en[j]!.from / endEn)
      if (i < zh.length) return priceAlone(zh[i]!)
      return j < en.length ? priceAlone(en[j]!) : 0
    }),
  )
  const columns = assign(cost)
  const taken = new Set<number>()
  const matches: Match[] = zh.map((one, i) => {
    const column = columns[i]!
    if (column >= en.length) return { zh: one, en: null }
    taken.add(column)
    return { zh: one, en: en[column]!, differs: compared[i]![column]!.differs }
  })
  return [...matches, ...en.filter((_, j) => !taken.has(j)).map((one) => ({ zh: null, en: one }))]
}

/** Equal values first, each with the next of its value; what is left over stays alone. */
function matchInOrder(zh: readonly Numeral[], en: readonly Numeral[]): Match[] {
  const waiting = new Map<number, Numeral[]>()
  for (const one of en) {
    const list = waiting.get(one.value)
    if (list) list.push(one)
    else waiting.set(one.value, [one])
  }
  for (const list of waiting.values()) list.reverse()
  const taken = new Set<Numeral>()
  const pairs: Match[] = zh.map((one) => {
    const partner = waiting.get(one.value)?.pop()
    if (!partner) return { zh: one, en: null }
    taken.add(partner)
    return { zh: one, en: partner, differs: compare(one, partner).differs }
  })
  const lonelyZh = pairs.flatMap((match) => (match.en === null ? [match.zh] : []))
  const lonelyEn = en.filter((one) => !taken.has(one))
  const paired = pairs.filter((match) => match.en !== null)
  if (lonelyZh.length > MANY || lonelyEn.length > MANY || !lonelyZh.length || !lonelyEn.length)
    return [...paired, ...alone(lonelyZh, lonelyEn)]
  return [...paired, ...matchBest(lonelyZh, lonelyEn)]
}
