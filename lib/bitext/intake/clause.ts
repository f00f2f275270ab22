/**
 * Finds the sentence that says which language text prevails, in either language.
 * Where a text says both that its versions are equally authentic and that one prevails, the one that prevails decides.
 */
import { splitSentences } from '../sentences'
import type { GoverningRule, Side, Span } from '../text'

export type Clause = Span & { rule: GoverningRule }

type Pattern = { rule: GoverningRule; pattern: RegExp }

const ZH_LANGUAGE = { 'prevails-zh': '(?:中文|汉语|汉文|华文|普通话)', 'prevails-en': '(?:英文|英语)' } as const
const EN_LANGUAGE = { 'prevails-zh': 'Chinese', 'prevails-en': 'English' } as const
const VERSION = '(?:[- ]language)?(?: (?:version|text|edition|original|document|copy|language|one)s?)?'

function zhPrevails(rule: 'prevails-zh' | 'prevails-en'): Pattern[] {
  const language = `(?:简体|繁体)?${ZH_LANGUAGE[rule]}(?:[版文正原译][本文]?)?(?:版本|文本|原文|内容|表述|版|本)?`
  return [
    {
      rule,
      pattern: new RegExp(
        `(?:以|依|按照?|据)(?!中英|英中|中文和|中文与|英文和|英文与)[^，。；以]{0,12}?${language}[^，。；]{0,6}?(?:为准|为最终|为最后|为依据|为主|优先|解释)`,
      ),
    },
    { rule, pattern: new RegExp(`${language}[^，。；英中]{0,4}(?:具有?)?(?:优先|最终)(?:的?法律)?(?:效力|适用|解释)`) },
    { rule, pattern: new RegExp(`${language}[^，。；英中]{0,3}(?:优先|占优)`) },
  ]
}

function enPrevails(rule: 'prevails-zh' | 'prevails-en'): Pattern[] {
  const version = `\\b${EN_LANGUAGE[rule]}${VERSION}`
  return [
    {
      rule,
      pattern: new RegExp(
        `${version}(?: of [^,.;]{1,40}?)?,?(?: (?:is|are|be|being|shall|will|should|must|to|deemed|considered|always|hereby|that|which|alone)){0,5} (?:prevails?|governs?|controls?|takes? (?:precedence|priority)|(?:the )?(?:sole |only |legally )?(?:prevailing|governing|controlling|authoritative|definitive|authentic|binding))\\b`,
        'i',
      ),
    },
    {
      rule,
      pattern: new RegExp(`(?:precedence|priority|preference)[^,.;]{0,30} (?:to|of) the (?:original )?${version}`, 'i'),
    },
    {
      rule,
      pattern: new RegExp(
        `(?:governing|prevailing|controlling|authoritative|definitive) (?:language|text|version)[^,.;]{0,40} (?:is|be|as) (?:in )?(?:the )?${version}`,
        'i',
      ),
    },
    { rule, pattern: new RegExp(`(?:prevail|govern|control)\\w*[^.;]{0,10} (?:is|be) the ${version}`, 'i') },
    {
      rule,
      pattern: new RegExp(
        `(?:refer|reference|defer|resort)\\w* (?:shall be made |should be made )?to the (?:original )?${version}[^.;]{0,40}(?:discrepanc|inconsisten|ambigu|conflict|final|authoritative)`,
        'i',
      ),
    },
    {
      rule,
      pattern: new RegExp(
        `the (?:original )?${version} (?:shall be|is|will be|should be) (?:taken|regarded|treated|relied)[^.;]{0,20} (?:final|authoritative|correct|standard)`,
        'i',
      ),
    },
  ]
}

const ZH: readonly Pattern[] = [
  ...zhPrevails('prevails-zh'),
  ...zhPrevails('prevails-en'),
  {
    rule: 'equally-authentic',
    pattern:
      /(?:中|英|汉|两种|各|双语)[^。；]{0,24}?(?:同[等一]?(?:真确|作准|为准|为正本|有效|(?:具有)?(?:法律)?效力)|(?:具有|有着?)(?:同等|同样|相同)(?:的)?(?:法律)?效力|(?:均|皆|都)(?:为|是)?(?:作准|正本|正式文本|真确)|效力(?:相同|同等|等同))/,
  },
  {
    rule: 'reference-only',
    pattern:
      /(?:译文|译本|英文|中文|英译|中译|翻译|译版|英语|汉语)[^。；]{0,16}(?:仅|只|仅仅)(?:供|作|作为|做|为)[^。；]{0,8}参考/,
  },
]

const EN: readonly Pattern[] = [
  ...enPrevails('prevails-zh'),
  ...enPrevails('prevails-en'),
  {
    rule: 'equally-authentic',
    pattern:
      /\b(?:Chinese|English|both|languages?|versions|texts)\b[^.;]{0,120}?\b(?:equally (?:authentic|authoritative|valid|binding|effective)|(?:the )?(?:same|equal|identical) (?:legal )?(?:effect|force|validity|authenticity|status))/i,
  },
  {
    rule: 'reference-only',
    pattern:
      /\b(?:translation|translated|English|Chinese)\b[^.;]{0,120}?\b(?:for |as a? ?)?(?:reference|information|informational|convenience|guidance)(?: purposes?)?,? (?:only|purposes only)\b|\b(?:translation|English|Chinese)\b[^.;]{0,80}\bonly (?:for|as a?) ?(?:the purposes? of )?(?:reference|information|convenience)/i,
  },
]

// Only texts that hold one of these words are split into sentences and tried.
const WORTH_A_LOOK = {
  zh: /为准|同等|同样|相同|同一|作准|真确|优先|参考|为最|为依据|效力|为主|解释/,
  en: /prevail|govern|control|precedence|priority|preference|authentic|authoritative|binding|definitive|legal effect|same effect|equal|reference|information|convenience|final|discrepanc/i,
}
const ENGLISH_NAMED = /Chinese|English/i

// Clauses are a sentence of a contract at most; a longer one is no clause.
const LONGEST = 800
const FORCE: readonly GoverningRule[] = ['prevails-zh', 'prevails-en', 'equally-authentic', 'reference-only']

/** The sentences of a paragraph from the first to the last that speak of it; null where none does. */
export function findClause(text: string, side: Side): Clause | null {
  if (!WORTH_A_LOOK[side].test(text) || (side === 'en' && !ENGLISH_NAMED.test(text))) return null
  const clauses = splitSentences(text, side).flatMap(({ from, to, text: sentence }): Clause[] => {
    const rule = readRule(sentence, side)
    return rule ? [{ from, to, rule }] : []
  })
  if (clauses.length === 0) return null
  const rule = clauses.map((clause) => clause.rule).reduce(stronger)
  return { from: clauses[0]!.from, to: clauses.at(-1)!.to, rule }
}

function readRule(sentence: string, side: Side): GoverningRule | null {
  if (sentence.length > LONGEST) return null
  const patterns = side === 'zh' ? ZH : EN
  return patterns.find(({ pattern }) => pattern.test(sentence))?.rule ?? null
}

export function stronger(a: GoverningRule | undefined, b: GoverningRule): GoverningRule {
  return a !== undefined && FORCE.indexOf(a) <= FORCE.indexOf(b) ? a : b
}
