/** The same word twice in a row in English ("the the"), the same two or more characters in Chinese (进行进行). */
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'repeated-words'

export const repeatedWords: Check = {
  id: ID,
  says: 'No word stands twice in a row by mistake.',
  run: (segment) => [...english(segment), ...chinese(segment)],
}

const TWICE_EN = /(?<![\w'’-])([a-z]+(?:['’][a-z]+)?)\s+\1(?![\w'’-])/gi
// Good English: "he had had enough", "that that", names such as Duran Duran, and words said twice on purpose.
const MAY_REPEAT = new Set([
  'had',
  'that',
  'very',
  'bye',
  'no',
  'so',
  'ha',
  'blah',
  'knock',
  'many',
  'far',
  'is',
  'really',
  'long',
  'again',
  'yes',
  'do',
  'you',
  'her',
])

function english({ en }: CheckedSegment): Finding[] {
  return Array.from(en.matchAll(TWICE_EN)).flatMap(({ 0: all, 1: word, index }) => {
    const second = all[all.length - word!.length]!
    // "New York York", "Duran Duran": a capital on the second is a name or a heading; "The the" is the usual slip.
    const isName = /[A-Z]/.test(second)
    if (isName || MAY_REPEAT.has(word!.toLowerCase())) return []
    return [finding(ID, 'warning', 'repeated-word', { words: word! }, { en: { from: index, to: index + all.length } })]
  })
}

const TWICE_ZH = /(\p{Script=Han}{2,6})\1/gu
// 研究研究, 讨论讨论 ask politely, 很多很多 is emphasis, 哈哈哈哈 laughter; the particle words below are slips wherever they stand.
const SLIPS =
  /(?:的|了|和|与|在|是|对|将|为|及|等|进行|推进|加强|开展|实施|以及|通过|建设|工作|发展|我们|公安|机关|部门)/
// 目的的, 现在在, 为了了解 are good Chinese.
const ONE_CHARACTER =
  /((?<!目)的的|(?<!为)了了(?!解)|和和|与与|(?<![现存内所正])在在(?!线)|对对(?=\p{Script=Han}{2})|(?<![作成认称视列])为为|(?<!以)及及)(?![确士如结得斯])/gu

function chinese({ zh }: CheckedSegment): Finding[] {
  const pairs = Array.from(zh.matchAll(TWICE_ZH)).filter(
    ({ 1: word }) => new Set(word).size > 1 && (word!.length > 2 || SLIPS.test(word!)),
  )
  return [...pairs, ...zh.matchAll(ONE_CHARACTER)].map(({ 0: all, 1: word, index }) =>
    finding(
      ID,
      'warning',
      'repeated-characters',
      { words: word!.length > 1 && all !== word ? word! : all[0]! },
      { zh: { from: index, to: index + all.length } },
    ),
  )
}
