/** Signs and spaces: doubled spaces, a missing space before a unit, full-width signs in English, half-width among full-width ones in Chinese. */
import type { Side } from '../text'
import type { Check, CheckedSegment, Finding, FindingSeverity } from './finding'
import { finding, type MessageId } from './messages'

const ID = 'typography'

export const typography: Check = {
  id: ID,
  says: 'Spaces, quotation marks and widths of signs follow the usage of each language.',
  run: (segment) => [...RULES.flatMap((rule) => apply(rule, segment)), ...mixedQuotes(segment.en)],
}

type Rule = { id: MessageId; side: Side; severity: FindingSeverity; pattern: RegExp; only?: RegExp }

const UNITS =
  'kg|km|cm|mm|mg|ml|ha|hm²|km²|m²|m³|GW|MW|kW|kWh|GWh|TWh|mu|yuan|tons|tonnes|meters|metres|kilometers|kilometres|hectares'
const HAN = '\\p{Script=Han}'

const RULES: readonly Rule[] = [
  // Two spaces behind a full stop are the habit of typewriters; elsewhere a slip.
  { id: 'typography-double-space', side: 'en', severity: 'note', pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/g },
  { id: 'typography-double-space', side: 'zh', severity: 'note', pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/g },
  {
    id: 'typography-unit-space',
    side: 'en',
    severity: 'note',
    pattern: new RegExp(`(?<![A-Za-z\\d.,])\\d{1,3}(?:[\\d,.]{0,20}\\d)?(?:${UNITS})(?![A-Za-z\\d])`, 'g'),
  },
  {
    id: 'typography-full-width',
    side: 'en',
    severity: 'note',
    pattern: /[，。；：？！、％（）【】《》０-９Ａ-Ｚａ-ｚ]/g,
  },
  {
    id: 'typography-space-before',
    side: 'en',
    severity: 'note',
    pattern: /(?<=[\p{L}\d”’)]) [,;:!?](?=\s|$)|(?<=[\p{L}\d”’)]) \.(?=\s*$)/gu,
  },
  {
    id: 'typography-space-after',
    side: 'en',
    severity: 'note',
    pattern: /(?<=[a-z]),(?=[A-Z][a-z])|(?<=[a-z]{2})[;!?](?=[A-Z][a-z])|(?<=\b[a-z]{3,20})\.(?=[A-Z][a-z]{2,}\s)/g,
    only: /[a-z][,;!?.][A-Za-z]/,
  },
  // A text that keeps to half-width signs throughout has its own house style; the mixture is the slip.
  {
    id: 'typography-half-width',
    side: 'zh',
    severity: 'note',
    pattern: new RegExp(`(?<=${HAN})[,;?!](?=${HAN})`, 'gu'),
    only: /[，；？！]/,
  },
]

// The gap behind a page's counter ("1/6    Name") is its layout.
const COUNTER = /^\s*\d*\/\d+\s/
const ADDRESS = /https?:|www\.|@/

/** At most one finding of a rule on a segment: one look mends all of them. */
function apply({ id, side, severity, pattern, only }: Rule, segment: CheckedSegment): Finding[] {
  const text = segment[side]
  if (only && !only.test(text)) return []
  pattern.lastIndex = 0
  const match = pattern.exec(text)
  pattern.lastIndex = 0
  if (!match) return []
  if (id === 'typography-space-after' && ADDRESS.test(text)) return []
  // Signs of a Chinese quotation inside the English belong to it.
  if (id === 'typography-full-width' && /\p{Script=Han}/u.test(text)) return []
  if (id === 'typography-double-space' && COUNTER.test(text)) return []
  const span = { from: match.index, to: match.index + match[0].length }
  return [finding(ID, severity, id, { words: match[0].trim() || match[0] }, { [side]: span })]
}

/** “ beside " in one segment, or ’ beside '; the rarer kind is marked. */
function mixedQuotes(text: string): Finding[] {
  if (!/[“”’]/.test(text)) return []
  return mixed(text, /"/g, /[“”]/g) ?? mixed(text, /(?<=\p{L})'(?=\p{L})/gu, /(?<=\p{L})’(?=\p{L})/gu) ?? []
}

function mixed(text: string, straight: RegExp, curly: RegExp): Finding[] | null {
  const [left, right] = [Array.from(text.matchAll(straight)), Array.from(text.matchAll(curly))]
  if (left.length === 0 || right.length === 0) return null
  const { 0: words, index } = (left.length < right.length ? left : right)[0]!
  const values = { words: `${left[0]![0]} ${right[0]![0]}` }
  return [finding(ID, 'note', 'typography-mixed-quotes', values, { en: { from: index, to: index + words.length } })]
}
