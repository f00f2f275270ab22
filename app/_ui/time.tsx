'use client'
/** Dates in the reader's language and, once the page runs in their browser, their time zone. */
import { useSyncExternalStore } from 'react'
import { useLocale } from './texts/texts-provider'

const STYLES = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  moment: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const never = () => () => {}

/** `at` is a Date or an ISO string. */
export function Time({
  at,
  show = 'moment',
  className,
}: {
  at: Date | string
  show?: keyof typeof STYLES
  className?: string
}) {
  const locale = useLocale()
  const date = new Date(at)
  // The server does not know the reader's zone: both first say UTC, then the browser corrects itself.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const format = new Intl.DateTimeFormat(locale, { ...STYLES[show], ...(!inBrowser && { timeZone: 'UTC' }) })
  return (
    <time dateTime={date.toISOString()} className={className}>
      {format.format(date)}
    </time>
  )
}
