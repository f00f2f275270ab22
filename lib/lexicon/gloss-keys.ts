/** Reduces the English side of a dictionary entry to phrases of comparison keys: "to run away (from sb)" → run, away. */
import { englishKey } from '../bitext/align'

/** Words that carry no meaning in a gloss. They stay when a phrase has nothing else ("of", "at"). */
const EMPTY_WORDS = new Set(
  "a an the to of in on at for with by sb sth etc or and be as from into one one's oneself that which who esp e.g i.e used also see variant old abbr".split(
    ' ',
  ),
)
const ALWAYS_EMPTY = /^(?:sb|sth|etc|a|an|the|to)$/
/** Remarks about the entry, not meanings of it. */
const REMARK =
  /^(?:CL:|see |see also|variant of|old variant|also written|erhua|Japanese variant|used in|Taiwan pr|also pr|abbr\. (?:for|of) )/i
/** Longer phrases are explanations: their words say little about a translation. */
const LONGEST_PHRASE = 6

/** One list of keys for each gloss phrase, in the order of the entry. */
export function glossPhrases(meanings: readonly string[]): string[][] {
  return meanings
    .flatMap((meaning) => meaning.split(/[;/]/))
    .map((gloss) => gloss.trim())
    .filter((gloss) => !REMARK.test(gloss))
    .flatMap((gloss) =>
      gloss
        .replace(/\([^)]*\)/g, ' ')
        .replace(/\[[^\]]*\]/g, ' ')
        .replace(/[\u4e00-\u9fff|]+/g, ' ')
        .split(','),
    )
    .map(phraseKeys)
    .filter((keys) => keys.length > 0 && keys.length <= LONGEST_PHRASE)
}

function phraseKeys(phrase: string): string[] {
  const words = (phrase.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?|\d+/g) ?? []).map((word) =>
    word.replace(/['’]s$/, ''),
  )
  const full = words.filter((word) => !EMPTY_WORDS.has(word))
  return (full.length > 0 ? full : words.filter((word) => !ALWAYS_EMPTY.test(word))).map(englishKey)
}
