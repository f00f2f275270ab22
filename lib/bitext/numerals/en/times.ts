/** Times of the day: "3:30 p.m.", "15:30", "noon". */
import { type Found, quantityOf } from '../found'

const CLOCK = /(\d{1,2})(?:[:.]([0-5]\d))?(?: ?(a\.m\.?|p\.m\.?|am|pm)(?![a-z])| o'clock)/y
const CLOCK_24 = /(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])/y

export function clock(text: string, at: number): Found | null {
  if (text.startsWith('noon', at) || text.startsWith('midnight', at)) {
    const noon = text[at] === 'n'
    return { from: at, to: at + (noon ? 4 : 8), ...quantityOf('time', noon ? 720 : 0), weight: 'soft' }
  }
  if (!/\d/.test(text[at]!) || /[\d.:]/.test(text[at - 1] ?? '')) return null
  CLOCK.lastIndex = at
  const spoken = CLOCK.exec(text)
  if (spoken && Number(spoken[1]) <= 24) {
    const half = spoken[3]?.[0]
    const hour = Number(spoken[1]) % (half ? 12 : 24)
    return timed(at, spoken[0], (half === 'p' ? hour + 12 : hour) * 60 + Number(spoken[2] ?? 0), half === undefined)
  }
  CLOCK_24.lastIndex = at
  const plain = CLOCK_24.exec(text)
  if (!plain) return null
  // 27:37 on the stopwatch.
  if (Number(plain[1]) > 24) return timed(at, plain[0], Number(plain[1]) * 60 + Number(plain[2]), true)
  return timed(at, plain[0], (Number(plain[1]) % 24) * 60 + Number(plain[2]), Number(plain[1]) <= 12)
}

function timed(from: number, words: string, value: number, halfDay: boolean): Found {
  return {
    from,
    to: from + words.length,
    ...quantityOf('time', value),
    weight: 'firm',
    also: [quantityOf('cardinal', Math.floor(value / 60) % 12 || 12)],
    ...(halfDay && { halfDay }),
  }
}
