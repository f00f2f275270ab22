/**
 * Brackets, and Chinese quotation marks of the angular kind, that open and do not close, or the reverse. A passage may open in one segment and close in the next:
 * what both sides leave open, or a neighbour completes, is no finding.
 */
import type { Side, Span } from '../text'
import type { Check, CheckedSegment, CheckSettings, Finding } from './finding'
import { finding } from './messages'

const ID = 'brackets'

export const brackets: Check = {
  id: ID,
  says: 'Brackets come in pairs.',
  run: (segment, settings) => [...side(segment, settings, 'zh'), ...side(segment, settings, 'en')],
}

// Full and half width may close each other: （…) is untidy, not open.
const CLASSES: Record<string, string> = {
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
  '[': '[',
  '［': '[',
  ']': ']',
  '］': ']',
  '【': '【',
  '】': '】',
  '《': '《',
  '》': '》',
  '「': '「',
  '」': '」',
  '『': '『',
  '』': '』',
}
const OPENER: Record<string, string> = { ')': '(', ']': '[', '】': '【', '》': '《', '」': '「', '』': '『' }
const SIGNS = /[()（）[\]［］【】《》「」『』]/g
// "1)", "a)", "iv)" number a list.
const LIST_MARK = /(?:^|[\s,;，；、。])(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4}|[一二三四五六七八九十])$/

type Loose = Span & { sign: string; opens: boolean }

function loose(text: string): Loose[] {
  const open: Loose[] = []
  const stray: Loose[] = []
  for (const { 0: written, index } of text.matchAll(SIGNS)) {
    const sign = CLASSES[written]!
    const one = { from: index, to: index + 1, sign, opens: OPENER[sign] === undefined }
    if (one.opens) {
      open.push(one)
      continue
    }
    const partner = open.findLastIndex((candidate) => candidate.sign === OPENER[sign])
    if (partner >= 0) open.splice(partner, 1)
    else if (!(sign === ')' && LIST_MARK.test(text.slice(Math.max(0, index - 6), index)))) stray.push(one)
  }
  return [...stray, ...open]
}

function side(segment: CheckedSegment, { neighbours }: CheckSettings, which: Side): Finding[] {
  const own = loose(segment[which])
  if (own.length === 0) return []
  const other = loose(segment[which === 'zh' ? 'en' : 'zh'])
  const before = neighbours?.before ? loose(neighbours.before[which]) : []
  const after = neighbours?.after ? loose(neighbours.after[which]) : []
  const [first] = own.filter((one) => !continues(one, other) && !continues(one, one.opens ? after : before, !one.opens))
  if (!first) return []
  const words = segment[which].slice(first.from, first.to)
  return [finding(ID, 'warning', 'bracket-unbalanced', { words }, { [which]: first })]
}

/** The other text has something loose in the same direction, or the neighbour in the opposite one. */
function continues({ opens }: Loose, others: Loose[], opposite = opens): boolean {
  return others.some((other) => other.opens === opposite)
}
