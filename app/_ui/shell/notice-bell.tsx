'use client'
/** How many notices are new. Asked for again every half minute while the page is looked at, and when one comes back to it. */
import { Bell } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts/texts-provider'
import { PlaceLink } from './place-link'

const EVERY_MS = 30_000
const MOST_SHOWN = 99
const READ = 'duizhao:notices-read'

/** For what marks notices as read: the bell counts anew. */
export function tellNoticesRead() {
  window.dispatchEvent(new Event(READ))
}

export function NoticeBell({ unread: atFirst }: { unread: number }) {
  const t = useTexts()
  const [counted, setCounted] = useState<{ before: number; unread: number } | null>(null)
  // What the server says with a new page is newer than what was asked for on the last one.
  const unread = counted?.before === atFirst ? counted.unread : atFirst

  useEffect(() => {
    const leaving = new AbortController()
    async function count() {
      if (document.visibilityState === 'hidden') return
      const answer = await fetch('/api/notices/count', { signal: leaving.signal }).catch(() => null)
      if (answer?.ok) setCounted({ before: atFirst, unread: (await answer.json()).unread })
    }
    const timer = setInterval(count, EVERY_MS)
    const again = () => void count()
    window.addEventListener(READ, again, leaving)
    document.addEventListener('visibilitychange', again, leaving)
    return () => {
      leaving.abort()
      clearInterval(timer)
    }
  }, [atFirst])

  return (
    <PlaceLink
      href="/notices"
      aria-label={t('notice.bell', { count: unread })}
      title={t('notice.title')}
      className="relative flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
    >
      <Bell aria-hidden className="size-4.5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent-solid px-1 text-center font-medium text-[0.6875rem] text-on-accent leading-4 tabular-nums"
        >
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </PlaceLink>
  )
}
