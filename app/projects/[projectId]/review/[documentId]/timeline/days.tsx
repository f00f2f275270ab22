'use client'
/** Entries of the timeline under their days. A day is the reader's: their browser knows their time zone. */
import { useSyncExternalStore } from 'react'
import { Name } from '@/app/_ui/name'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import type { DocumentEvent } from '@/lib/revision/list-events'
import { EventLine } from './event-line'

const never = () => () => {}

type DaysProps = { events: DocumentEvent[]; projectId: string; review: string }

export function Days({ events, projectId, review }: DaysProps) {
  const t = useTexts()
  const locale = useLocale()
  // The server does not know the reader's zone: both first say UTC, then the browser corrects itself.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const zone = inBrowser ? {} : { timeZone: 'UTC' }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', ...zone })
  const days = new Map<string, DocumentEvent[]>()
  for (const event of events) {
    const name = day.format(new Date(event.at))
    days.set(name, [...(days.get(name) ?? []), event])
  }
  return [...days].map(([name, entries]) => (
    <section key={name} className="mb-8">
      <h2 className="sticky top-14 z-10 mb-2 flex items-baseline gap-3 border-line border-b bg-paper py-1.5 text-base">
        {name}
        <span className="font-normal text-ink-faint text-sm">
          {t('tracked.timeline-count', { count: entries.length })}
        </span>
      </h2>
      <ol>
        {byPerson(entries).map((run) => (
          <li key={run[0]!.key} className="py-2">
            <h3 className="text-sm">
              <Name of={run[0]!.by} />
            </h3>
            <ol className="mt-1 border-line border-l-2">
              {run.map((event) => (
                <EventLine key={event.key} event={event} projectId={projectId} review={review} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** Runs of one person, in the order in which things happened. */
function byPerson(entries: readonly DocumentEvent[]): DocumentEvent[][] {
  const runs: DocumentEvent[][] = []
  for (const event of entries) {
    const last = runs.at(-1)
    if (last?.[0]?.by === event.by) last.push(event)
    else runs.push([event])
  }
  return runs
}
