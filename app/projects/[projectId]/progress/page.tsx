import { ChartNoAxesCombined } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { can } from '@/lib/auth/roles'
import { getNoticeSettings } from '@/lib/notice/settings'
import { listBlocks } from '@/lib/progress/blocks'
import { getLoad } from '@/lib/progress/load'
import { getProgress } from '@/lib/progress/queries'
import { MEASURES } from '@/lib/progress/rules'
import { getProject } from '@/lib/project/queries'
import { BlockList } from './block-list'
import { BurnDown } from './burn-down'
import { Forecasts } from './forecasts'
import { Legend } from './legend'
import { LoadSection } from './load-section'
import { MeasureSwitch } from './measure-switch'
import { PartTable } from './part-table'

const Query = z.object({
  document: z.uuid().optional().catch(undefined),
  by: z.enum(MEASURES).catch('zh'),
})

type ProgressPageProps = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('progress.title') }
}

/** How far the work is, when it will be done, who has how much of it, and what holds it up. */
export default async function ProgressPage({ params, searchParams }: ProgressPageProps) {
  const { projectId } = await params
  const { document: documentId, by: measure } = Query.parse(await searchParams)
  const path = `/projects/${projectId}/progress`
  const actor = await currentActor(path)
  const project = await found(getProject(actor, projectId))
  const [t, { zone }] = await Promise.all([getTexts(), getNoticeSettings(actor)])
  const asked = { projectId, documentId, zone, measure }
  const manages = can(project.role, 'progress.people')
  const [progress, load, blocks] = await Promise.all([
    found(getProgress(actor, asked)),
    manages ? getLoad(actor, asked) : null,
    manages ? listBlocks(actor, { projectId }) : [],
  ])
  const { documents, turns, days, forecasts } = progress
  const document = documents.find(({ id }) => id === documentId)
  if (documentId && !document) notFound()
  const parts = document ? turns : documents
  const due = document ? document.dueAt : earliest(documents.map(({ dueAt }) => dueAt))
  return (
    <Page>
      <PageHeader
        title={document ? t('progress.titleOf', { title: document.name }) : t('progress.title')}
        lead={t(document ? 'progress.leadOf' : 'progress.lead')}
        actions={
          <>
            {document && <ButtonLink href={`${path}?by=${measure}`}>{t('progress.back')}</ButtonLink>}
            <MeasureSwitch path={path} documentId={documentId} measure={measure} />
          </>
        }
      />
      {documents.length === 0 ? (
        <EmptyState
          icon={ChartNoAxesCombined}
          title={t('progress.empty')}
          action={<ButtonLink href={`/projects/${projectId}`}>{t('progress.emptyAction')}</ButtonLink>}
        >
          {t('progress.emptyBody')}
        </EmptyState>
      ) : (
        <>
          {blocks.length > 0 && !document && (
            <Section title={t('progress.blocks')}>
              <BlockList projectId={projectId} blocks={blocks} />
            </Section>
          )}
          <Section title={t('progress.burnDown')}>
            <Forecasts days={days} forecasts={forecasts} due={due} measure={measure} />
            <BurnDown days={days} measure={measure} due={due} zone={zone} />
          </Section>
          <Section
            title={t(document ? 'progress.byTurn' : 'progress.byDocument')}
            actions={<Legend measure={measure} parts={parts} />}
          >
            <PartTable projectId={projectId} documentId={documentId} parts={parts} measure={measure} />
          </Section>
          {load && !document && <LoadSection projectId={projectId} load={load} measure={measure} />}
        </>
      )}
    </Page>
  )
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  const known = dates.filter((date) => date !== null).sort((one, other) => Number(one) - Number(other))
  return known[0] ?? null
}
