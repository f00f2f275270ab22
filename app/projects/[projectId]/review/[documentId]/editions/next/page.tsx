import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { ExportMenu } from '@/app/_ui/export-menu'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { getNextEdition } from '@/lib/edition/next-errata'
import { Comparison } from '../comparison'
import { ErrataList } from '../errata-list'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('edition.nextErrata') }
}

/** What the next edition would correct and change, from the document as it stands. */
export default async function NextPage({ params }: { params: Promise<{ projectId: string; documentId: string }> }) {
  const place = Place.safeParse(await params)
  if (!place.success) notFound()
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const { sheet, comparison } = await found(getNextEdition(actor, place.data))
  const { number, previous, document } = sheet
  const here = `/projects/${place.data.projectId}/review/${place.data.documentId}`
  return (
    <Page width="medium">
      <PageHeader
        title={t('edition.next', { number })}
        lead={
          <>
            <p>{document.title}</p>
            <p className="max-w-prose">{t(previous ? 'edition.nextLead' : 'edition.nextFirst')}</p>
          </>
        }
        actions={
          <>
            {previous && <ExportMenu {...place.data} only="errata" label={t('edition.errataTake')} look="primary" />}
            <ButtonLink href={`${here}/editions`}>
              <ArrowLeft aria-hidden />
              {t('edition.title')}
            </ButtonLink>
          </>
        }
      />
      {previous && (
        <Section title={t('edition.nextErrata')}>
          <ErrataList sheet={sheet} />
        </Section>
      )}
      {previous && comparison && (
        <Section title={t('edition.differences', { before: previous.number })}>
          <Comparison comparison={comparison} older={previous.number} />
        </Section>
      )}
    </Page>
  )
}
