/**
 * "a" and "an" by the sound that follows: words, numbers as they are read out, abbreviations by the names of their letters.
 * Where usage is divided (an historic, a FIFA, an NGO spoken as a word) nothing is said.
 */
import { phraseRule, type Slip, type UsageRule } from './rule'

const ARTICLE = /(?<![\p{L}\d.'’/-])([Aa]n?) (["“‘'(]?)([A-Za-z][A-Za-z'’]*|\d[\d,.]*)(-?)/gu

// Vowels in writing that sound like you or w, and h that is not spoken.
const CONSONANT_SOUND =
  /^(?:uni(?!n|m|dent|deal|ss|rr)|us[aeiu]|util|ut[eo]p?|ubiq|ura|uri|ureth|eu|ewe|one(?!r)|once|ouija|uku|ufo|uygh|ugand|uzb)/
const SILENT_H = /^(?:hour|honest|honou?r|heir)/
const DIVIDED = /^(?:h(?:istor|otel|abit|yster|ero|orrif|erb|umble|omage|ilar|allucin|armon|ypnot)|ukr|uro|uig)/
// "a and b", "class a is": letters, not articles.
const FUNCTION = /^(?:and|or|is|are|in|of|as|at|if|on|a|an|it|also|i)$/

const VOWEL_LETTERS = /^[AEFHILMNORSX]/
const SURE_LETTERS = /^[AEIOBCDGJKPQTVWYZ]/

export const articles: UsageRule = (text) =>
  Array.from(text.matchAll(ARTICLE)).flatMap(({ 0: all, 1: article, 2: gap, 3: word, 4: hyphen, index }): Slip[] => {
    // Serie A, vitamin A: a capital amid the sentence names something.
    if (/^A/.test(article!) && !opens(text, index)) return []
    const vowel = soundsVowel(word!, hyphen !== '')
    if (vowel === null || vowel === (article!.length === 2)) return []
    const better = `${article![0]}${vowel ? 'n' : ''} ${gap}${word}`
    const words = all.replace(/-$/, '')
    return [{ id: 'article-sound', values: { words, better }, from: index, to: index + words.length }]
  })

function opens(text: string, at: number): boolean {
  return /^$|[.!?:;]["”’)]?\s+["“‘(]?$|^["“‘(]$|\s["“‘(]$/.test(text.slice(Math.max(0, at - 5), at))
}

/** Whether the word is spoken with a vowel first; null where that is not sure. */
export function soundsVowel(word: string, hyphenated = false): boolean | null {
  if (/^\d/.test(word)) return numberSoundsVowel(word)
  if (word.length === 1)
    return word === 'a' || (!hyphenated && /[a-zAI]/.test(word)) ? null : VOWEL_LETTERS.test(word.toUpperCase())
  if (/^[A-Z]{2,}s?$/.test(word)) return abbreviationSoundsVowel(word)
  if (/[A-Z]/.test(word.slice(1)) && !/['’]/.test(word)) return null
  const lower = word.toLowerCase()
  if (FUNCTION.test(lower) || DIVIDED.test(lower)) return null
  if (SILENT_H.test(lower)) return true
  // ftp, ldap, xterm: spelled out, or half so.
  if (/^(?:[^aeiouy]+$|x|ld)/.test(lower)) return null
  return /^[aeiou]/.test(lower) && !CONSONANT_SOUND.test(lower)
}

/** Eight, eleven and eighteen; 1800 may be eighteen hundred or one thousand eight hundred. */
function numberSoundsVowel(digits: string): boolean | null {
  const [group = ''] = digits.split(/[,.]/)
  if (/^1[18]\d\d$/.test(group)) return null
  return group.startsWith('8') || /^1[18]$/.test(group)
}

function abbreviationSoundsVowel(word: string): boolean | null {
  if (!SURE_LETTERS.test(word) && /[AEIOU]/.test(word)) return null
  return VOWEL_LETTERS.test(word)
}

const END = '(?=[.,;:!?)]|$| (?:and|or|to|for|by|in|with|of|on|as|is|are|has|have|was|were|from|at|but|which|that)\\b)'

/** Fixed phrases that need their article. */
export const missingArticles = phraseRule(
  [
    { pattern: new RegExp(`\\b(via|on|over|through|across|from) internet${END}`, 'g'), better: '$1 the internet' },
    {
      pattern:
        /\b(on|in|by|with|under|for|during|at|through) (basis|field|form|process|sake|leadership|guidance|auspices|same time|end|beginning|wake|hands|eyes) of(?= )/g,
      better: '$1 the $2 of',
    },
    { pattern: /\bat same time\b/g, better: 'at the same time' },
    { pattern: /\bin same (way|period|manner|year|month)\b/g, better: 'in the same $1' },
    {
      pattern: /\b(by|at|before|until) (end|beginning|middle) of (?=(?:this|last|next|the|\d{4}))/g,
      better: '$1 the $2 of',
    },
    { pattern: /\b(as) (result|consequence|matter) of(?= (?:the|this|these|its|our|a) )/g, better: '$1 a $2 of' },
    { pattern: /\bto (certain|large|great|some large) extent\b/g, better: 'to a $1 extent' },
    {
      pattern:
        /\b(in|over|during|for) (past|last|next) (few|several|two|three|four|five|six|seven|eight|nine|ten|\d+) (years|months|decades|days|weeks)\b/g,
      better: '$1 the $2 $3 $4',
    },
    { pattern: /\bin long (run|term)\b(?!-)/g, better: 'in the long $1' },
    { pattern: /\b(all over|around|across|throughout) (world|country|nation)\b/g, better: '$1 the $2' },
  ].map((phrase) => ({ ...phrase, id: 'article-missing' as const })),
)
