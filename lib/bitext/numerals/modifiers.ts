/** Hedges around a number: more than, nearly, 余, 左右 … and which of them may stand for each other. */
import type { Modifier } from './numeral'

/** `loose`: the words may be meant as a hedge or not. */
type Hedge = { modifier: Modifier; loose?: boolean }

// What may stand between 至少 and its number: 至少降至12例, 最多可以有三个.
const FILLER = '[维持保达到降升减增为有要应需可能以是在至输入支含]{0,4}'

// Tried in this order at the end of what stands before the number.
const ZH_BEFORE: readonly [RegExp, Modifier][] = [
  [
    new RegExp(
      `(?:(?:不|不会|不能|不得|不应|不可|未|没有|没)(?:超过|多于|高于|大于)|(?:最多|至多|上限)${FILLER}|高达|多达|最高达?|最大达?)$`,
    ),
    'upto',
  ],
  [new RegExp(`(?:(?:不|不得|不能|不会|不应)(?:少于|低于|小于)|不下|(?:至少|起码|最少|最低)${FILLER})$`), 'atleast'],
  [/(?:不到|不足|少于|低于|小于|未满|不满|未达|未到)$/, 'less'],
  [/(?:接近|将近|(?<![最附临靠远邻亲相新])近)$/, 'near'],
  [
    /(?:大约|大概|近似[值于]?|约等于|估计[，,]?|差不多|(?<![条合节公契预纽违签制简婚誓盟协守特邀相])约|约莫)(?:[为有是在每由]|合(?:人民币)?)?$/,
    'about',
  ],
  [/(?:超过|超出|多于|大于|高于|高过|突破|逾|超|不止)(?:了|过)?$/, 'more'],
]

const ZH_AFTER: readonly [RegExp, Hedge][] = [
  [/^ ?(?:或|及|和)?(?:以上|之上|开外|(?<=或)更[多大高长])/, { modifier: 'atleast' }],
  [/^ ?(?:或|及|和)?(?:以下|之下|不到)/, { modifier: 'less' }],
  [/^ ?(?:以内|之内)/, { modifier: 'upto' }],
  [/^ ?(?:个工作日)?内(?![部外地陆阁容存涵勤政行核蒙衣科在心需])/, { modifier: 'exact', loose: true }],
  [/^ ?(?:左右|上下|前后|许(?![多可久诺]))/, { modifier: 'about' }],
  [/^之多/, { modifier: 'exact', loose: true }],
  [/^(?:多(?![样少数种元云边方个次])|有余|余(?![额年下])|出头)/, { modifier: 'more' }],
]

const EN_BEFORE: readonly [RegExp, Modifier][] = [
  [/\bwithin(?: the age of| the| an?)?$/, 'upto'],
  [
    /\b(?:no less than|no fewer than|not less than|not fewer than|at least|(?:a )?minimum of)(?: as low as| by)?(?: the age of| the| an?)?$/,
    'atleast',
  ],
  [
    /\b(?:no more than|not more than|not exceed(?:ing)?|up to|as many as|as much as|as high as|at most|(?:a )?maximum of|not over)(?: by)?(?: the age of| the| an?)?$/,
    'upto',
  ],
  [
    /\b(?:more than|in excess of|upwards of|exceed(?:s|ed|ing)?|greater than|higher than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|larger than|longer than|older than|over|above|beyond)(?: the age of| the| an?)?$/,
    'more',
  ],
  [
    /\b(?:less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|short of)(?: the age of| the| an?)?$/,
    'less',
  ],
  [/\b(?:nearly|almost|close to|closer to|approaching|near|nearing)(?: the age of| the| an?)?$/, 'near'],
  [
    /\b(?:about|around|approximately|roughly|some|estimated(?: at)?|circa|in the region of)(?: the age of| the| an?)?$/,
    'about',
  ],
]

// "12 characters or more": a word or two of what is counted may stand between.
const EN_AFTER: readonly [RegExp, Hedge][] = [
  [/^(?: [a-z-]{1,20}){0,2} (?:or|and) (?:more|above|over|older|higher|upwards)\b(?!-)/, { modifier: 'atleast' }],
  [/^(?: [a-z-]{1,20}){0,2} (?:or|and) (?:less|fewer|below|under|younger|lower)\b(?!-)/, { modifier: 'less' }],
  [/^ ?(?:\+(?![\da-z(])|-?plus\b|-odd\b|-some\b)/, { modifier: 'more' }],
  [/^(?: [a-z-]{1,20}){0,2} or (?:so|thereabouts)\b/, { modifier: 'about' }],
]

// The longest hedge has some twenty letters; a little more for articles.
const REACH_EN = 32
const REACH_ZH = 8
const REACH_AFTER = { zh: 6, en: 56 } as const

/** The hedge that stands directly before `from`. */
export function hedgeBefore(surface: string, from: number, side: 'zh' | 'en'): Hedge | null {
  const reach = side === 'zh' ? REACH_ZH : REACH_EN
  const before = surface.slice(Math.max(0, from - reach), from).replace(/[\s$£€¥"“'-]+$/, '')
  for (const [pattern, modifier] of side === 'zh' ? ZH_BEFORE : EN_BEFORE) {
    if (!pattern.test(before)) continue
    // "within a year" is 一年内 and 一年里.
    return /within/.test(pattern.source) ? { modifier, loose: true } : { modifier }
  }
  return side === 'zh' && /(?:达到?|达至|到|满)了?$/.test(before) ? { modifier: 'exact', loose: true } : null
}

/** The hedge that stands directly behind `to`. */
export function hedgeAfter(surface: string, to: number, side: 'zh' | 'en'): Hedge | null {
  const after = surface.slice(to, to + REACH_AFTER[side])
  for (const [pattern, hedge] of side === 'zh' ? ZH_AFTER : EN_AFTER) if (pattern.test(after)) return hedge
  return null
}

const GROWTH_ZH =
  '增加|增长|增至|增|上升|升|提高|提升|扩大|上涨|涨|下降|降低|减少|降|减|缩短|缩小|回落|压缩|压减|推迟|延长'
const HEDGE_ZH = '(?:约|近|将近|大约|超过|逾)?'
const TO_ZH = new RegExp(`(?:${GROWTH_ZH})了?(?:到|至|为)${HEDGE_ZH}$`)
const BY_ZH = new RegExp(`(?:${GROWTH_ZH})了?${HEDGE_ZH}$`)
const GROWTH_EN =
  '(?:increas|ris|rose|grow|grew|expand|fall|fell|drop|decreas|declin|reduc|cut|rais|lower|shr[iau]nk|climb|soar|jump|shorten|lengthen|up|down)'
const HEDGE_EN = '(?: (?:about|nearly|almost|over|around|more than|some|the|a))?'
const TO_EN = new RegExp(`\\b${GROWTH_EN}[a-z]*\\b[^.;,]{0,40}\\bto${HEDGE_EN} ?$`)
const BY_EN = new RegExp(`\\b${GROWTH_EN}[a-z]*\\b[^.;,]{0,30}\\bby${HEDGE_EN} ?$`)

/** Whether a verb of change says what something came to, or by how much. */
export function changeBefore(surface: string, from: number, side: 'zh' | 'en'): 'to' | 'by' | undefined {
  // Most numbers follow no verb of change; a glance at the last characters spares them the search.
  const glance = surface.slice(Math.max(0, from - (side === 'zh' ? 6 : 16)), from)
  if (!(side === 'zh' ? /[增升提扩涨降减缩落压推延]/ : /\b(?:to|by)\b/).test(glance)) return undefined
  const before = surface.slice(Math.max(0, from - (side === 'zh' ? 9 : 64)), from).replace(/[$£€¥]$/, '')
  if ((side === 'zh' ? TO_ZH : TO_EN).test(before)) return 'to'
  return (side === 'zh' ? BY_ZH : BY_EN).test(before) ? 'by' : undefined
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
