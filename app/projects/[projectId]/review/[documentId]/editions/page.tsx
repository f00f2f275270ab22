import { ArrowLeft, BookMarked } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Note } from '@/app/_ui/note'
import { Page, PageHeader } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time'
import { can } from '@/lib/auth/roles'
import { type Gate, getGate, isBlocked } from '@/lib/edition/gate'
import { type EditionRow, getEditionsOf } from '@/lib/edition/queries'
import { AppError } from '@/lib/errors'
import { CompareForm } from './compare-form'
import { Obstacles, PublishForm } from './publish-form'

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('edition.title') }
}

/** What was published of a document, and what stands in the way of publishing it now. */
export default async function EditionsPage({ params }: { params: Promise<{ projectId: string; documentId: string }> }) {
  const place = Place.safeParse(await params)
  if (!place.success) notFound()
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const { title, deletedAt, role, editions } = await found(getEditionsOf(actor, place.data))
  const here = `/projects/${place.data.projectId}/review/${place.data.documentId}`
  const number = (editions[0]?.number ?? 0) + 1
  return (
    <Page width="medium">
      <PageHeader
        title={t('edition.title')}
        lead={`${title} · ${t('edition.lead')}`}
        actions={
          <ButtonLink href={deletedAt ? `/projects/${place.data.projectId}` : here}>
            <ArrowLeft aria-hidden />
            {t(deletedAt ? 'edition.toProject' : 'edition.back')}
          </ButtonLink>
        }
      />
      {deletedAt ? (
        <Note tone="info" className="mb-8">
          {t('edition.deleted')}
        </Note>
      ) : (
        <Publishing {...place.data} mayPublish={can(role, 'edition.publish')} />
      )}
      {!deletedAt && editions.length > 0 && (
        <p className="mb-6">
          <Link className="link" href={`${here}/editions/next`}>
            {t('edition.nextLink', { number })}
          </Link>
        </p>
      )}
      {editions.length > 1 && (
        <CompareForm
          address={`${here}/editions/compare`}
          editions={editions}
          older={(editions[1] ?? editions[0])!.number}
          newer={editions[0]!.number}
        />
      )}
      {editions.length === 0 ? (
        <EmptyState icon={BookMarked} title={t('edition.none')}>
          {t('edition.noneBody')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-4">
          {editions.map((edition) => (
            <Entry key={edition.number} edition={edition} address={`${here}/editions/${edition.number}`} />
          ))}
        </ol>
      )}
    </Page>
  )
}

type PublishingProps = { projectId: string; documentId: string; mayPublish: boolean }

/** What stands in the way of the next edition, and for a manager the way past it. */
async function Publishing({ mayPublish, ...place }: PublishingProps) {
  const [actor, t] = await Promise.all([currentActor(), getTexts()])
  const gate = await gateOf(getGate(actor, place))
  if (gate === null) {
    return (
      <Note tone="info" className="mb-8">
        {t('problems.nothing-to-compare')}
      </Note>
    )
  }
  if (mayPublish) return <PublishForm {...place} gate={gate} blocked={isBlocked(gate)} />
  return (
    <section className="card mb-10 p-5">
      <h2 className="mb-3 text-lg">{t('edition.publishHead', { number: gate.number })}</h2>
      <Obstacles
        gate={gate}
        blocked={isBlocked(gate)}
        review={`/projects/${place.projectId}/review/${place.documentId}`}
      />
      <p className="mt-3 text-ink-soft text-sm">{t('edition.managerOnly')}</p>
    </section>
  )
}

/** A document of one text cannot be published; what the problem says stands in the place of the form. */
async function gateOf(asked: Promise<Gate>): Promise<Gate | null> {
  return await asked.catch((error: unknown) => {
    if (error instanceof AppError && error.problem === 'nothing-to-compare') return null
    throw error
  })
}

async function Entry({ edition, address }: { edition: EditionRow; address: string }) {
  const t = await getTexts()
  const { number, rows, changes, note, overrideReason, sha256, publishedBy, publishedAt } = edition
  const facts = [
    t('edition.rows', { count: rows }),
    number === 1 ? t('edition.first') : t('edition.changes', { count: changes, before: number - 1 }),
  ]
  return (
    <li className="card p-5">
      <h2 className="text-lg">
        <Link href={address} className="link" aria-label={t('edition.open', { number })}>
          {t('edition.number', { number })}
        </Link>
      </h2>
      <p className="mt-1 text-ink-soft text-sm">
        {t('edition.published', { name: publishedBy })} · <Time at={publishedAt} /> · {facts.join(' · ')}
      </p>
      {note !== '' && <p className="mt-2 whitespace-pre-wrap break-words">{note}</p>}
      {overrideReason !== '' && (
        <p className="mt-2 break-words text-sm text-warn">{t('edition.overridden', { reason: overrideReason })}</p>
      )}
      <p className="mt-2 break-all font-mono text-ink-faint text-xs">{sha256}</p>
    </li>
  )
}
