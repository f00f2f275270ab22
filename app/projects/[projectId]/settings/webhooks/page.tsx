import { Webhook } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader } from '@/app/_ui/page'
import { listWebhooks } from '@/lib/webhook/queries'
import { MOST_WEBHOOKS } from '@/lib/webhook/rules'
import { AddDialog } from './add-dialog'
import { WebhookCard } from './webhook-card'

type WebhooksPageProps = { params: Promise<{ projectId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('webhook.title') }
}

/** Which other programs are told what is done here, of what, and whether they took it. */
export default async function WebhooksPage({ params }: WebhooksPageProps) {
  const { projectId } = await params
  const actor = await currentActor(`/projects/${projectId}/settings/webhooks`)
  const [t, webhooks] = await Promise.all([getTexts(), found(listWebhooks(actor, { projectId }))])
  const add = webhooks.length < MOST_WEBHOOKS && <AddDialog projectId={projectId} />
  return (
    <Page width="medium">
      <PageHeader
        title={t('webhook.title')}
        lead={<p className="max-w-prose">{t('webhook.lead')}</p>}
        actions={
          <>
            <ButtonLink href={`/projects/${projectId}/settings`}>{t('project.settingsTitle')}</ButtonLink>
            {webhooks.length > 0 && add}
          </>
        }
      />
      {webhooks.length === 0 ? (
        <EmptyState icon={Webhook} title={t('webhook.empty')} action={add}>
          {t('webhook.emptyBody')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {webhooks.map((webhook) => (
            // A new version makes a new form: what others saved meanwhile must not hide under old values.
            <WebhookCard key={`${webhook.id} ${webhook.version}`} projectId={projectId} webhook={webhook} />
          ))}
        </ul>
      )}
    </Page>
  )
}
