/**
 * Points counted off in one speech: "Firstly … Second …" changes its style, "First … Third" leaves one out,
 * "we have taken three measures" announces more or fewer than follow.
 */
import type { Span } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'enumerations'

export const enumerations: DocumentCheck = {
  id: ID,
  says: 'Points are counted off in one style, without gaps, and as many as were announced.',
  run: (segments) =>
    listsOf(segments).flatMap((list) => [...styles(list), ...gaps(list), ...announced(list, segments)]),
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const MARK = new RegExp(
  `^["“]?(${ORDINALS.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('|')})(ly)?(?:, |: )`,
)

type Point = Span & { segment: CheckedSegment; index: number; number: number; ly: boolean; words: string }

/** Marks that count on from one another within a speech; a "First" opens a new list. */
function listsOf(segments: readonly CheckedSegment[]): Point[][] {
  const lists: Point[][] = []
  let open = false
  for (const [index, segment] of segments.entries()) {
    // A label or another speaker's turn ends the list.
    if (segment.label || (segment.kind !== undefined && segment.kind !== segments[index - 1]?.kind)) open = false
    const match = MARK.exec(segment.en)
    if (!match) continue
    const number = ORDINALS.indexOf(match[1]!.toLowerCase()) + 1
    const from = match[0].startsWith(match[1]!) ? 0 : 1
    const words = match[1]! + (match[2] ?? '')
    const point = { segment, index, number, ly: match[2] !== undefined, words, from, to: from + words.length }
    const last = lists.at(-1)?.at(-1)
    if (open && last && number > last.number) lists.at(-1)!.push(point)
    else if (number === 1) lists.push([point])
    open = number === 1 || open
  }
  return lists
}

function styles(list: Point[]): DocumentFinding[] {
  const [ly, plain] = [list.filter((point) => point.ly), list.filter((point) => !point.ly)]
  if (ly.length === 0 || plain.length === 0) return []
  const [rare, usual] = ly.length <= plain.length ? [ly, plain] : [plain, ly]
  return rare.map((point) => say(point, 'enumeration-style', { words: point.words, other: usual[0]!.words }))
}

function gaps(list: Point[]): DocumentFinding[] {
  return list.flatMap((point, at) => {
    const before = list[at - 1]
    if (!before || point.number === before.number + 1) return []
    return [say(point, 'enumeration-gap', { words: point.words, before: before.words })]
  })
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const NOUNS =
  'measures|aspects|points|steps|areas|fronts|ways|respects|tasks|priorities|reasons|features|characteristics|things|questions|efforts|approaches|directions'
const ANNOUNCED = new RegExp(`\\b(${NUMBERS.join('|')}) (?:[a-z-]+ ){0,2}(?:${NOUNS})\\b`, 'gi')

/** Only the sentence before the first point, and one that says what is to come, announces. */
function announced(list: Point[], segments: readonly CheckedSegment[]): DocumentFinding[] {
  const [first] = list
  const before = first && segments[first.index - 1]
  if (!before || before.label || list.length < 2) return []
  const matches = Array.from(before.en.matchAll(ANNOUNCED))
  const match = matches.at(-1)
  const count = match ? NUMBERS.indexOf(match[1]!.toLowerCase()) + 2 : 0
  if (!match || count === list.at(-1)!.number) return []
  const span = { from: match.index, to: match.index + match[0].length }
  const values = { words: match[0], count: list.at(-1)!.number }
  return [{ segmentId: before.id, ...finding(ID, 'warning', 'enumeration-announced', values, { en: span }) }]
}

function say(
  point: Point,
  id: 'enumeration-style' | 'enumeration-gap',
  values: Record<string, string>,
): DocumentFinding {
  return { segmentId: point.segment.id, ...finding(ID, 'note', id, values, { en: point }) }
}
