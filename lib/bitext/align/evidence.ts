/** How the parts of a bead's score speak, beside its words: in nats, the log odds for it, and in terms a person can check. */
import { closeScore, endScore } from './bead-score'
import { positionalScore } from './positional-score'
import type { RowLayout } from './row-layout'

export type Evidence = {
  words: number
  /** What it adds that translations stand in the same order. */
  order: number
  /** English characters there are, and as many as this document has for such Chinese. */
  length: { nats: number; found: number; expected: number }
  /** Sentences on either side, and the share of such pairings around. */
  shape: { zh: number; en: number; share: number }
  /** Quotations and closing marks at the end of both sides. */
  ends: number
}

/** null where one side is empty: no text, no evidence. */
export function evidenceOf({ model, range }: RowLayout, row: number): Evidence | null {
  const { zh, en } = range(row)
  const [a, b] = [zh.to - zh.from, en.to - en.from]
  if (a * b === 0) return null
  const { pair, weights, table, constants, length } = model
  const whole = { zhFrom: 0, zhTo: pair.zh.count, enFrom: 0, enTo: pair.en.count }
  const at = [zh.from, a, en.from, b] as const
  const words = positionalScore(pair, weights, table, whole, { ...constants, orderShare: 0 })(...at)
  const ordered = positionalScore(pair, weights, table, whole, constants)(...at)
  const reach = (side: 'zh' | 'en', { from, to }: { from: number; to: number }) =>
    pair[side].reach[to]! - pair[side].reach[from]!
  return {
    words,
    order: ordered - words,
    length: {
      nats: closeScore(model).closely(...at) - ordered,
      found: Math.round(reach('en', en)),
      expected: Math.round(length.ratio * reach('zh', zh)),
    },
    shape: { zh: a, en: b, share: shareOf(model, a, b) },
    ends: endScore(model, whole)(zh.to, en.to),
  }
}

function shareOf({ types }: RowLayout['model'], a: number, b: number): number {
  for (let at = 0; at < types.zh.length; at++)
    if (types.zh[at] === a && types.en[at] === b) return Math.exp(types.prior[at]!)
  return 0
}
