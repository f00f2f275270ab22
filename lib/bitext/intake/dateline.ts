/** Lines that say when, where and by whom something was issued: "Beijing | 10 a.m. Oct. 24, 2023", 来源：新华网 2023-10-24. */

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const DIGITS = '[\\d０-９]'
const HAN_DIGITS = '[〇零○一二三四五六七八九十\\d０-９]'
const DATES: readonly RegExp[] = [
  new RegExp(`\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)\\d{4}\\b`, 'giu'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}\\b`, 'giu'),
  new RegExp(`\\b${MONTH}\\s+\\d{4}\\b`, 'giu'),
  new RegExp(`${HAN_DIGITS}{2,4}\\s?年\\s?${HAN_DIGITS}{1,3}\\s?月(?:\\s?${HAN_DIGITS}{1,3}\\s?日)?`, 'gu'),
  new RegExp(`${DIGITS}{4}[-/.]${DIGITS}{1,2}[-/.]${DIGITS}{1,2}`, 'gu'),
]
const TIMES =
  /(?:\b\d{1,2}(?::\d{2}){1,2}\s*(?:[ap]\.?m\.?)?|\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?|(?:上午|下午|晚上?|凌晨|中午)?\s?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[时点]\d{0,2}分?半?)|[（(]?(?:星期|周)[一二三四五六日天][）)]?|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)/giu
const URL = /https?:\/\/\S+|www\.\S+/giu
const LABELLED =
  /^(?:(?:发布|发文|更新|成文|印发|稿件)?(?:时间|日期)|地点|来源|信息来源|稿件来源|文章来源|发布机构|发文机关|文号|发文字号|Date|Time|Place|Venue|Location|Source|Updated|Published|Posted|Last updated|Issued)\s*(?:on)?\s*[:：]\s*\S/iu

// What may stand beside the date: a place, an outlet.
const MOST_BESIDE = 40
const LONGEST = 140

export function isDateline(text: string): boolean {
  if (text.length > LONGEST || /[。！？；]$|[a-z]{3}[.!?]$/u.test(text)) return false
  if (LABELLED.test(text)) return true
  let rest = text
  for (const date of DATES) rest = rest.replace(date, '')
  if (rest === text) return false
  rest = rest
    .replace(TIMES, '')
    .replace(URL, '')
    .replace(/[\s|,，、()（）[\]【】·:：—–-]+/gu, ' ')
  // 《……》（2023年10月24日通过）, "Adopted on Oct. 24, 2023" are datelines; a clause with a verb and commas is not.
  return rest.trim().length <= MOST_BESIDE
}

const WIRE =
  /^(?:[A-Z][A-Z .'’-]{2,30},? (?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?(?:\([^)]{2,30}\) )?(?:--|—|–|-) |(?:新华社|中新社|中新网|本报|本网|人民网|央视网|央广网|光明网)[^，。\s]{0,20}\d{1,2}月?\d{0,2}日?[电讯])/u

/** A paragraph that opens as agencies do: "BEIJING, Oct. 24 (Xinhua) -- …", 新华社北京10月24日电. */
export function opensAsWire(text: string): boolean {
  return WIRE.test(text.slice(0, 120))
}
