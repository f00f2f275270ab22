import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { Page, PageHeader } from '@/app/_ui/page'
import { CompareInput } from '@/lib/edition/input'
import { compareTwoEditions } from '@/lib/edition/queries'
import { CompareForm } from '../compare-form'
import { Comparison } from '../comparison'

type CompareProps = {
  params: Promise<{ projectId: string; documentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('edition.compareTitle') }
}

/** Any two editions, held against each other. */
export default async function ComparePage({ params, searchParams }: CompareProps) {
  const { older, newer } = await searchParams
  const input = CompareInput.safeParse({ ...(await params), older, newer })
  if (!input.success) notFound()
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const { projectId, documentId } = input.data
  const two = await found(compareTwoEditions(actor, input.data))
  const address = `/projects/${projectId}/review/${documentId}/editions`
  return (
    <Page width="medium">
      <PageHeader
        title={t('edition.compareTitle')}
        lead={two.title}
        actions={
          <ButtonLink href={address}>
            <ArrowLeft aria-hidden />
            {t('edition.title')}
          </ButtonLink>
        }
      />
      <CompareForm address={`${address}/compare`} editions={two.editions} {...input.data} />
      <Comparison comparison={two.comparison} older={two.older.number} />
    </Page>
  )
}
