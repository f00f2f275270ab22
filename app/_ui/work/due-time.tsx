'use client'
/** A due date on the reader's clock, with the zone; and on the clock it was said on, where that shows another time. */
import { localIn } from '@/lib/assignment/due'
import { useLocale, useTexts } from '../texts/texts-provider'
import { useZone } from './use-zone'

type DueTimeProps = {
  at: Date | string
  /** The zone it was said in. */
  said: string
  /** The zone the reader has chosen; null: their browser's. */
  zone: string | null
}

export function DueTime({ at, said, zone: chosen }: DueTimeProps) {
  const t = useTexts()
  const locale = useLocale()
  const zone = useZone(chosen)
  const date = new Date(at)
  const show = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(date)
  const elsewhere = localIn(said, date) !== localIn(zone, date)
  return (
    <>
      <time dateTime={date.toISOString()}>{show(zone)}</time>
      {elsewhere && (
        <span className="block font-normal text-ink-faint text-xs">
          {t('assignment.saidIn', { time: show(said), zone: nameOfZone(said) })}
        </span>
      )}
    </>
  )
}

/** `Asia/Ho_Chi_Minh` as people read it. */
export function nameOfZone(zone: string): string {
  return zone.replaceAll('_', ' ')
}
