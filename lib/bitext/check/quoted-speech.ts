/**
 * Speeches counted on both sides: what is quoted here and stands as plain narration there. A slogan or a term in quotation marks is one language's habit
 * and counts for nothing; words enough to be somebody's sentence count. “A,” she said, “B.” is one speech, whichever side puts the speaker in its midst.
 */
import type { Side, Span } from '../text'
import type { Check, CheckedSegment, CheckSettings, Finding } from './finding'
import { finding, quote } from './messages'

const ID = 'quoted-speech'

export const quotedSpeech: Check = {
  id: ID,
  says: 'Speech is quoted on both sides.',
  run: (segment, settings) => [...lost(segment, settings, 'zh'), ...lost(segment, settings, 'en')],
}

type Measure = { word: RegExp; speech: number; aside: number }

/** `speech`: with fewer words it is a name, a term or a slogan. `aside`: so much says who speaks and how, amid the speech. */
const MEASURES: Record<Side, Measure> = {
  zh: { word: /\p{Script=Han}/gu, speech: 14, aside: 14 },
  en: { word: /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu, speech: 7, aside: 9 },
}

const MARK = /[“”"＂„]/g
// What may stand for quotation marks as well: single ones, corner brackets, marks of titles. An apostrophe inside a word is none.
const OTHER_MARK = /(?<![\p{L}\p{N}])['‘]|['’](?![\p{L}\p{N}])|[「『《〈«]|``/u

function lost(segment: CheckedSegment, { neighbours }: CheckSettings, side: Side): Finding[] {
  const there: Side = side === 'zh' ? 'en' : 'zh'
  const [text, other] = [segment[side], segment[there]]
  if (other === '' || text.search(MARK) < 0 || OTHER_MARK.test(other)) return []
  // A quotation over several rows is marked at its ends only.
  if ([neighbours?.before, neighbours?.after].some((row) => row && !isPaired(row[there]))) return []
  const [mine, theirs] = [speeches(text, side), quotations(other)]
  const longest = mine.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (!longest || theirs === null || mine.length <= theirs.length) return []
  return [say(side, text, longest, mine.length, theirs.length)]
}

function say(side: Side, text: string, span: Span, count: number, other: number): Finding {
  if (other > 0) {
    const values = side === 'zh' ? { zhCount: count, enCount: other } : { zhCount: other, enCount: count }
    return finding(ID, 'note', 'speech-count', values, { [side]: span })
  }
  const words = quote(text.slice(span.from, span.to))
  return finding(ID, 'note', side === 'zh' ? 'speech-bare-en' : 'speech-bare-zh', { words }, { [side]: span })
}

function isPaired(text: string): boolean {
  return (text.match(MARK) ?? []).length % 2 === 0
}

/** Marks pair in the order they stand: who types “…“ means a pair as well. null: one of them is loose, and the text cannot be read. */
function quotations(text: string): Span[] | null {
  if (!isPaired(text)) return null
  const marks = Array.from(text.matchAll(MARK), ({ index }) => index)
  return marks.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: marks[at + 1]! + 1 }] : []))
}

function speeches(text: string, side: Side): Span[] {
  const { word, speech, aside } = MEASURES[side]
  const words = (from: number, to: number) => (text.slice(from, to).match(word) ?? []).length
  const found: Span[] = []
  for (const one of quotations(text) ?? []) {
    const last = found.at(-1)
    if (words(one.from, one.to) < speech) continue
    if (last && words(last.to, one.from) <= aside) last.to = one.to
    else found.push(one)
  }
  return found
}
