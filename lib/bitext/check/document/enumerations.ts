/**
 * Points counted off in one speech: "Firstly … Second …" changes its style, "First … Third" leaves one out,
 * "we have taken three measures", 三项措施, announces more or fewer than follow, on its own side or on the other.
 */
import type { Side, Span } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'enumerations'

export const enumerations: DocumentCheck = {
  id: ID,
  says: 'Points are counted off in one style, without gaps, and as many as were announced.',
  run: (segments) => {
    const english = listsOf(segments, readEnglish)
    // Chinese points may also stand amid a row: only a list that counts through is one.
    const chinese = listsOf(segments, readChinese).filter((list) => list.every(({ number }, at) => number === at + 1))
    const counted = [...english, ...chinese].flatMap((list) => announced(list, segments))
    return [...english.flatMap((list) => [...styles(list), ...gaps(list)]), ...onceEach(counted)]
  },
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const MARK = new RegExp(
  `^["“]?(${ORDINALS.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('|')})(ly)?(?:, |: )`,
)

type Mark = Span & { number: number; ly: boolean; words: string }

type Point = Mark & { segment: CheckedSegment; index: number }

function readEnglish({ en }: CheckedSegment): Mark | null {
  const match = MARK.exec(en)
  if (!match) return null
  const from = match[0].startsWith(match[1]!) ? 0 : 1
  const words = match[1]! + (match[2] ?? '')
  const number = ORDINALS.indexOf(match[1]!.toLowerCase()) + 1
  return { number, ly: match[2] !== undefined, words, from, to: from + words.length }
}

const DIGITS = '一二三四五六七八九十'
const ZH_MARK = new RegExp(`^(?:([${DIGITS}])(?:是|要|、)|第([${DIGITS}])[，,、：:])`)

function readChinese({ zh }: CheckedSegment): Mark | null {
  const match = ZH_MARK.exec(zh)
  if (!match) return null
  const [words] = match
  return { number: DIGITS.indexOf(match[1] ?? match[2]!) + 1, ly: false, words, from: 0, to: words.length }
}

/** Marks that count on from one another within a speech; a "First" opens a new list. */
function listsOf(segments: readonly CheckedSegment[], read: (segment: CheckedSegment) => Mark | null): Point[][] {
  const lists: Point[][] = []
  let open = false
  for (const [index, segment] of segments.entries()) {
    // A label or another speaker's turn ends the list.
    if (segment.label || (segment.kind !== undefined && segment.kind !== segments[index - 1]?.kind)) open = false
    const mark = read(segment)
    if (!mark) continue
    const point = { ...mark, segment, index }
    const last = lists.at(-1)?.at(-1)
    if (open && last && mark.number > last.number) lists.at(-1)!.push(point)
    else if (mark.number === 1) lists.push([point])
    open = mark.number === 1 || open
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

const ZH_NOUNS = '方面|措施|意见|建议|要求|问题|特点|任务|举措|原则|内容|重点|体会|阶段|环节'
const ZH_ANNOUNCED = new RegExp(
  `([两${DIGITS.slice(1)}])(?:个|项|点|条|大|方面)(?:\\p{Script=Han}{0,4}?)(?:${ZH_NOUNS})?(?=[^\\p{Script=Han}]|$)`,
  'gu',
)

type Announced = { side: Side; words: string; count: number } & Span

function announcedIn({ zh, en }: CheckedSegment): Announced[] {
  const english = Array.from(en.matchAll(ANNOUNCED)).at(-1)
  const chinese = Array.from(zh.matchAll(ZH_ANNOUNCED)).at(-1)
  const place = (side: Side, match: RegExpExecArray, count: number) => {
    return { side, words: match[0], count, from: match.index, to: match.index + match[0].length }
  }
  return [
    ...(english ? [place('en', english, NUMBERS.indexOf(english[1]!.toLowerCase()) + 2)] : []),
    ...(chinese ? [place('zh', chinese, chinese[1] === '两' ? 2 : DIGITS.indexOf(chinese[1]!) + 1)] : []),
  ]
}

/** Only the sentence before the first point, and one that says what is to come, announces. */
function announced(list: Point[], segments: readonly CheckedSegment[]): DocumentFinding[] {
  const [first] = list
  const before = first && segments[first.index - 1]
  if (!before || before.label || list.length < 2) return []
  const count = list.at(-1)!.number
  return announcedIn(before)
    .filter((one) => one.count !== count)
    .map(({ side, words, from, to }) => {
      const where = { [side]: { from, to } }
      return { segmentId: before.id, ...finding(ID, 'warning', 'enumeration-announced', { words, count }, where) }
    })
}

/** What both lists speak against is said once. */
function onceEach(found: readonly DocumentFinding[]): DocumentFinding[] {
  const placeOf = ({ segmentId, zh, en }: DocumentFinding) => JSON.stringify([segmentId, zh, en])
  return found.filter((one, at) => found.findIndex((other) => placeOf(other) === placeOf(one)) === at)
}

function say(
  point: Point,
  id: 'enumeration-style' | 'enumeration-gap',
  values: Record<string, string>,
): DocumentFinding {
  return { segmentId: point.segment.id, ...finding(ID, 'note', id, values, { en: point }) }
}
