/** Calendar days as people say them: “Dec 3–10”, 12月3日至10日. */
import type { Locale } from '@/lib/auth/locales'

type Days = { from: string; to: string }

/** The year is said where it is not this one. */
export function sayDays(locale: Locale, days: Days, now = new Date()): string {
  const { from, to } = days
  const year = String(now.getUTCFullYear())
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
    ...(!(from.startsWith(year) && to.startsWith(year)) && { year: 'numeric' }),
  })
  if (locale === 'zh-CN') return inChinese(format, days)
  // Browsers and the server disagree about which thin space stands around the dash.
  const said = format.formatRange(new Date(from), new Date(to)).replace(/\s+/gu, ' ')
  return said.replace(/(\d) – (\d)/u, '$1–$2')
}

/** A range in Chinese would be 12/3 – 12/10. What both days share is said once. */
function inChinese(format: Intl.DateTimeFormat, { from, to }: Days): string {
  const [first, last] = [format.format(new Date(from)), format.format(new Date(to))]
  if (from === to) return first
  const shared = from.slice(0, 7) === to.slice(0, 7) ? '月' : from.slice(0, 4) === to.slice(0, 4) ? '年' : ''
  return `${first}至${shared ? last.slice(last.indexOf(shared) + 1) : last}`
}

/** Several stretches in one line. */
export function sayAllDays(locale: Locale, all: readonly Days[]): string {
  return new Intl.ListFormat(locale).format(all.map((days) => sayDays(locale, days)))
}
