import { ArrowLeft, History } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { EVENT_KINDS } from '@/lib/revision/events'
import { listEvents } from '@/lib/revision/list-events'
import { getReview } from '@/lib/segment/queries'
import { Days } from './days'
import { TimelineFilter } from './timeline-filter'

type TimelineProps = {
  params: Promise<{ projectId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** What an address gets wrong is left out, not refused. */
const Asked = z.object({
  kind: z.enum(EVENT_KINDS).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('tracked.timeline-title') }
}

/** What happened to a document, by day and person. */
export default async function TimelinePage({ params, searchParams }: TimelineProps) {
  const place = Place.safeParse(await params)
  if (!place.success) notFound()
  const { kind, person, until, before } = Asked.parse(await searchParams)
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const review = await found(getReview(actor, place.data))
  const { events, next } = await found(
    listEvents(actor, { ...place.data, kind, memberId: person, until, before: readCursor(before) }),
  )
  const here = `/projects/${place.data.projectId}/review/${place.data.documentId}`
  const address = (more: Record<string, string | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ kind, person, until, ...more })) if (value) query.set(name, value)
    return `${here}/timeline?${query}`
  }
  const chosen = kind || person || until
  return (
    <Page width="medium">
      <PageHeader
        title={t('tracked.timeline-title')}
        lead={review.document.title}
        actions={
          <ButtonLink href={here}>
            <ArrowLeft aria-hidden />
            {t('tracked.timeline-back')}
          </ButtonLink>
        }
      />
      <TimelineFilter members={review.members} kind={kind} person={person} until={until} clear={`${here}/timeline`} />
      {events.length === 0 ? (
        <EmptyState icon={History} title={t(chosen ? 'tracked.timeline-none' : 'tracked.timeline-empty')}>
          {!chosen && t('tracked.timeline-empty-body')}
        </EmptyState>
      ) : (
        <Days events={events} projectId={place.data.projectId} review={here} />
      )}
      <nav aria-label={t('tracked.timeline')} className="mt-8 flex justify-center gap-3">
        {before && <ButtonLink href={address({})}>{t('tracked.timeline-newest')}</ButtonLink>}
        {next && <ButtonLink href={address({ before: next })}>{t('tracked.timeline-older')}</ButtonLink>}
      </nav>
    </Page>
  )
}

/** A key that was tampered with leads to the newest page. */
function readCursor(before: string | undefined): string | undefined {
  return before && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[a-z]+_[0-9a-f-]+$/.test(before) ? before : undefined
}
