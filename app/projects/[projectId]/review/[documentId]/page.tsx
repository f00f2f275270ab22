import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getKeys } from '@/lib/auth/change-keys'
import { getCursor } from '@/lib/live/queries'
import { getReview } from '@/lib/segment/queries'
import { ReviewScreen } from './review-screen'

type Props = { params: Promise<{ projectId: string; documentId: string }> }

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

/** Once a request: the title asks for it as well. */
const reviewAt = cache(async (projectId: string, documentId: string) => {
  const place = Place.safeParse({ projectId, documentId })
  if (!place.success) notFound()
  return await found(getReview(await currentActor(), place.data))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, documentId } = await params
  return { title: (await reviewAt(projectId, documentId)).document.title }
}

export default async function ReviewPage({ params }: Props) {
  const { projectId, documentId } = await params
  const review = await reviewAt(projectId, documentId)
  // After the door, before anything the screen fetches: what changes from here on is told.
  const cursor = await getCursor(await currentActor(), { projectId })
  return <ReviewScreen key={documentId} review={review} cursor={cursor} keys={await getKeys(await currentActor())} />
}
