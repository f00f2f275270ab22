import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getKeys } from '@/lib/auth/change-keys'
import { getCursor } from '@/lib/live/queries'
import { getOpening } from '@/lib/segment/get-opening'
import { getReview } from '@/lib/segment/queries'
import { ReviewScreen } from './review-screen'
import { modeCalled } from './state/modes'

type Props = {
  params: Promise<{ projectId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** Once a request: the title asks for it as well. */
const reviewAt = cache(async (projectId: string, documentId: string) => {
  const place = Place.safeParse({ projectId, documentId })
  if (!place.success) notFound()
  return await found(getReview(await currentActor(), place.data))
})

/** The rows around the place in the address come with the page; where a filter stands in it, the whole document has to be asked. */
async function openingAt(
  at: { projectId: string; documentId: string },
  search: Record<string, string | string[] | undefined>,
) {
  const one = (name: string) => {
    const number = Number(search[name])
    return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : undefined
  }
  const others = Object.keys(search).filter((name) => name !== 'row' && name !== 'segment' && name !== 'mode')
  if (others.length > 0) return null
  return await getOpening(await currentActor(), { ...at, row: (one('row') ?? 1) - 1, segmentId: one('segment') })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, documentId } = await params
  return { title: (await reviewAt(projectId, documentId)).document.title }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { projectId, documentId } = await params
  const review = await reviewAt(projectId, documentId)
  // After the door, before anything the screen fetches: what changes from here on is told.
  const cursor = await getCursor(await currentActor(), { projectId })
  const search = await searchParams
  const [opening, keys] = await Promise.all([
    openingAt({ projectId, documentId }, search),
    getKeys(await currentActor()),
  ])
  const mode = modeCalled(search.mode)
  return <ReviewScreen key={documentId} review={review} cursor={cursor} keys={keys} opening={opening} mode={mode} />
}
