import { ArrowLeft, ShieldAlert, ShieldCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { ExportMenu } from '@/app/_ui/export-menu'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time'
import { EditionInput } from '@/lib/edition/input'
import { getEdition, listEditions } from '@/lib/edition/queries'
import { CompareForm } from '../compare-form'
import { Comparison } from '../comparison'
import { ErrataList } from '../errata-list'
import { Scores } from '../scores'

type EditionProps = { params: Promise<{ projectId: string; documentId: string; number: string }> }

export async function generateMetadata({ params }: EditionProps): Promise<Metadata> {
  return { title: (await getTexts())('edition.number', { number: Number((await params).number) || 0 }) }
}

/** One edition: what it is, whether it is still what was published, and how it differs from the one before. */
export default async function EditionPage({ params }: EditionProps) {
  const place = EditionInput.safeParse(await params)
  if (!place.success) notFound()
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const { projectId, documentId, number } = place.data
  const edition = await found(getEdition(actor, place.data))
  const editions = await listEditions(actor, { projectId, documentId })
  const { title, publishedBy, publishedAt, rows, note, overrideReason, sha256, intact, comparison, errata, deletedAt } =
    edition
  const here = `/projects/${projectId}/review/${documentId}`
  const Shield = intact ? ShieldCheck : ShieldAlert
  return (
    <Page width="medium">
      <PageHeader
        title={t('edition.number', { number })}
        lead={title}
        actions={
          <>
            <ExportMenu projectId={projectId} documentId={documentId} edition={number} look="primary" />
            <ButtonLink href={`${here}/editions`}>
              <ArrowLeft aria-hidden />
              {t('edition.title')}
            </ButtonLink>
          </>
        }
      />
      {deletedAt && (
        <Note tone="info" className="mb-6">
          {t('edition.deleted')}
        </Note>
      )}
      <section className="card mb-8 p-5">
        <p className="text-ink-soft text-sm">
          {t('edition.published', { name: publishedBy })} · <Time at={publishedAt} /> ·{' '}
          {t('edition.rows', { count: rows })}
        </p>
        {note !== '' && <p className="mt-2 whitespace-pre-wrap break-words">{note}</p>}
        {overrideReason !== '' && (
          <p className="mt-2 break-words text-sm text-warn">{t('edition.overridden', { reason: overrideReason })}</p>
        )}
        <p className={`mt-4 flex items-center gap-2 font-medium ${intact ? 'text-ok' : 'text-danger'}`}>
          <Shield aria-hidden className="size-4" />
          {t(intact ? 'edition.intact' : 'edition.broken')}
        </p>
        <p className="mt-1 break-all font-mono text-sm">
          {t('edition.hash')} {sha256}
        </p>
        <p className="mt-2 text-ink-soft text-sm">
          {t('edition.verifyHow')}{' '}
          <a
            className="link"
            href={`/api/projects/${projectId}/documents/${documentId}/editions/${number}/edition`}
            download
          >
            {t('edition.file')}
          </a>
        </p>
      </section>
      <Section
        title={t('edition.errata')}
        actions={
          <ExportMenu
            projectId={projectId}
            documentId={documentId}
            edition={number}
            only="errata"
            label={t('edition.errataTake')}
            size="small"
          />
        }
      >
        <ErrataList sheet={errata} />
      </Section>
      {comparison && (
        <Section title={t('edition.differences', { before: number - 1 })}>
          {editions.length > 2 && (
            <CompareForm address={`${here}/editions/compare`} editions={editions} older={number - 1} newer={number} />
          )}
          <Comparison comparison={comparison} older={number - 1} />
        </Section>
      )}
      <Section title={t('edition.quality')}>
        <Scores scores={edition.scores} />
      </Section>
    </Page>
  )
}
