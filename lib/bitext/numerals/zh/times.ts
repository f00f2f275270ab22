/** Times of the day and of the stopwatch: 下午三点半, 15:30, 3分35秒. */
import { type Found, quantityOf } from '../found'
import { small } from './number'

const HOUR_TEXT = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const CLOCK = /(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y
const HOUR = new RegExp(
  `${HOUR_TEXT} ?([点时])(?:钟|整)?(?:(半)|(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?分(?!之)|([一三])刻)?`,
  'y',
)
const DAY_PART = /(凌晨|清晨|早晨|早上|早|上午|中午|下午|午后|傍晚|晚上|晚间|晚|夜里|夜间|当晚|今晚|午夜|深夜) ?$/

const LAPSE =
  /(?:(\d{1,3}) ?个?小时 ?)?(\d{1,3}|[一二三四五六七八九十]{1,3}) ?分(?:钟)? ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?秒/y

const RESULT = /(\d{1,2})秒(\d{1,2})(?![\d分秒])/y

/** 3分35秒 and 1小时59分40秒 on the stopwatch, which English writes 3:35 and 1:59:40; 9秒58 is 9.58 seconds. */
export function lapse(text: string, at: number): Found | null {
  LAPSE.lastIndex = at
  const match = LAPSE.exec(text)
  if (!match) return result(text, at)
  const parts = [match[1], match[2], match[3]].map(small).filter((part) => part !== undefined)
  const value = parts[0]! * 60 + parts[1]!
  const also = parts.map((part) => quantityOf('cardinal', part))
  return { from: at, to: at + match[0].length, ...quantityOf('time', value), halfDay: true, weight: 'firm', also }
}

function result(text: string, at: number): Found | null {
  RESULT.lastIndex = at
  const match = RESULT.exec(text)
  if (!match) return null
  const seconds = Number(match[1]) + Number(match[2]) / 10 ** match[2]!.length
  return { from: at, to: at + match[0].length, ...quantityOf('measure', seconds, 'second'), weight: 'firm' }
}

/** 15:30, 下午3点, 三点半, 10时30分. */
export function clock(text: string, at: number): Found | null {
  if (/[\d.:]/.test(text[at - 1] ?? '')) return null
  const part = DAY_PART.exec(text.slice(Math.max(0, at - 4), at))?.[1]
  CLOCK.lastIndex = at
  const digital = CLOCK.exec(text)
  if (digital) {
    const [words, hour, minute] = [digital[0], Number(digital[1]), Number(digital[2])]
    // 27:37 on the stopwatch.
    if (hour > 24)
      return {
        from: at,
        to: at + words.length,
        ...quantityOf('time', hour * 60 + minute),
        halfDay: true,
        weight: 'firm',
      }
    return timed(at, words, hour, minute, part)
  }
  HOUR.lastIndex = at
  const spoken = HOUR.exec(text)
  const hour = small(spoken?.[1])
  if (!spoken || hour === undefined || hour > 24) return null
  const precise = spoken[3] ?? spoken[4] ?? spoken[5] ?? /[钟整]/.exec(spoken[0])?.[0]
  // Without a part of the day 三点 may be three points, and 3时 part of 3时期.
  const hourSign =
    spoken[2] === '时' &&
    /\d/.test(spoken[1]!) &&
    !/^[期代候常刻间段速辰差]/.test(text.slice(at + spoken[0].length, at + spoken[0].length + 1))
  if (!precise && !part && !hourSign) return null
  const minutes = spoken[3] ? 30 : spoken[5] ? (spoken[5] === '一' ? 15 : 45) : (small(spoken[4]) ?? 0)
  return timed(at, spoken[0].trimEnd(), hour, minutes, part)
}

function timed(from: number, words: string, hour: number, minutes: number, part: string | undefined): Found {
  const found = {
    from,
    to: from + words.length,
    ...quantityOf('time', (hourOfDay(hour, part) % 24) * 60 + minutes),
    weight: 'firm' as const,
    also: [quantityOf('cardinal', hour)],
  }
  return part === undefined && hour <= 12 ? { ...found, halfDay: true } : found
}

/** 下午3点 is 15, 深夜11点 23, 深夜2点 2, 晚上12点 the midnight. */
function hourOfDay(hour: number, part = ''): number {
  if (hour > 12) return hour
  if (/晚|夜/.test(part)) return hour === 12 ? 24 : hour > 5 ? hour + 12 : hour
  if (part === '中午') return hour < 3 ? hour + 12 : hour
  if (part === '凌晨' && hour === 12) return 0
  return /下午|午后|傍晚/.test(part) && hour < 12 ? hour + 12 : hour
}
