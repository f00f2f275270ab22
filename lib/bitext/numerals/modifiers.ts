/** Hedges around a number: more than, nearly, 余, 左右 … and which of them may stand for each other. */
import type { Modifier } from './numeral'

type Hedge = { modifier: Modifier; reaching?: boolean }

// Tried at the end of what stands before the number, longest first.
const ZH_BEFORE: readonly [RegExp, Modifier][] = [
  [/(?:不超过|不多于|不高于|不大于|最多(?:为|达|有|可)?|至多|不得超过|上限为|高达|多达)$/, 'upto'],
  [/(?:不少于|不低于|不小于|至少|起码|最少(?:为|有)?|不下)(?:[有为达要])?$/, 'atleast'],
  [/(?:不到|不足|少于|低于|小于|未满|不满|未达|未到)$/, 'less'],
  [/(?:接近|将近|(?<![最附临靠远邻亲相新])近)$/, 'near'],
  [/(?:大约|大概|约为|约有|约合|估计|差不多|(?<![条合节公契预纽违签制简婚誓盟协守特邀相大])约)$/, 'about'],
  [/(?:超过|超出|多于|大于|高于|高过|突破|逾|超|以上的?|不止)(?:了|过)?$/, 'more'],
]

const ZH_AFTER: readonly [RegExp, Modifier][] = [
  [/^(?:或|及|和)?(?:以上|之上|开外)/, 'atleast'],
  [/^(?:或|及|和)?(?:以下|之下|不到)/, 'less'],
  [/^(?:以内|之内)/, 'upto'],
  [/^(?:左右|上下|前后)/, 'about'],
  [/^(?:多(?![样少数种元云边方个次])|有余|余(?![额年下])|出头)/, 'more'],
]

const EN_BEFORE: readonly [RegExp, Modifier][] = [
  [
    /\b(?:no less than|no fewer than|not less than|not fewer than|at least|a minimum of|minimum of)(?: the| a| an)?$/,
    'atleast',
  ],
  [
    /\b(?:no more than|not more than|not exceeding|not exceed|up to|as many as|as much as|as high as|at most|a maximum of|maximum of|not over)(?: the| a| an)?$/,
    'upto',
  ],
  [
    /\b(?:more than|in excess of|upwards of|exceed(?:s|ed|ing)?|greater than|higher than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|larger than|longer than|older than|well over|just over|over|above|beyond)(?: the| a| an)?$/,
    'more',
  ],
  [
    /\b(?:less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|short of|just under)(?: the| a| an)?$/,
    'less',
  ],
  [/\b(?:nearly|almost|close to|approaching|near|nearing)(?: the| a| an)?$/, 'near'],
  [
    /\b(?:about|around|approximately|roughly|some|an estimated|estimated|estimated at|circa|in the region of|or so)(?: the| a| an)?$/,
    'about',
  ],
]

const EN_AFTER: readonly [RegExp, Modifier][] = [
  [/^\s?(?:or more|or above|or over|and above|or older|and older|and over|or higher)\b/, 'atleast'],
  [/^\s?(?:or less|or fewer|or below|or under|and under|and below|or younger|or lower)\b/, 'less'],
  [/^\s?(?:\+|plus\b|-plus\b|-odd\b|-some\b)/, 'more'],
  [/^\s?(?:or so|or thereabouts)\b/, 'about'],
]

// The longest hedge has some twenty letters; a little more for articles.
const REACH_EN = 32
const REACH_ZH = 7

/** The hedge that stands directly before `from`. */
export function hedgeBefore(surface: string, from: number, side: 'zh' | 'en'): Hedge | null {
  const reach = side === 'zh' ? REACH_ZH : REACH_EN
  const before = surface.slice(Math.max(0, from - reach), from).replace(/[\s$£€¥"“']+$/, '')
  for (const [pattern, modifier] of side === 'zh' ? ZH_BEFORE : EN_BEFORE) if (pattern.test(before)) return { modifier }
  return side === 'zh' && /(?:达到?|达至|到)了?$/.test(before) ? { modifier: 'exact', reaching: true } : null
}

/** The hedge that stands directly behind `to`, with its length. */
export function hedgeAfter(
  surface: string,
  to: number,
  side: 'zh' | 'en',
): { modifier: Modifier; length: number } | null {
  const after = surface.slice(to, to + 16)
  for (const [pattern, modifier] of side === 'zh' ? ZH_AFTER : EN_AFTER) {
    const length = pattern.exec(after)?.[0].length
    if (length !== undefined) return { modifier, length }
  }
  return null
}

// 以上 includes its number and "more than" does not, yet each is the usual rendering of the other; so for 以下, 以内 and 不到.
const GROUPS: readonly (readonly Modifier[])[] = [
  ['more', 'atleast'],
  ['less', 'upto'],
  ['less', 'near'],
  ['near', 'about'],
]

/** Whether the two hedges say the same to a careful reader. */
export function agree(a: Modifier, b: Modifier): boolean {
  return a === b || GROUPS.some((group) => group.includes(a) && group.includes(b))
}
