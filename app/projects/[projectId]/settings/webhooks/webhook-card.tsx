'use client'
/** One webhook: what it is told, whether it took it, and what can be done about it. */
import type { FormEvent } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { WebhookRow } from '@/lib/webhook/queries'
import { change, tryOut } from './actions'
import { RemoveDialog } from './remove-dialog'
import { Topics, topicsIn } from './topics'

type WebhookCardProps = { projectId: string; webhook: WebhookRow }

export function WebhookCard({ projectId, webhook }: WebhookCardProps) {
  const t = useTexts()
  const tell = useToast()
  const save = useAction(change)
  const attempt = useAction(tryOut)
  const { id: webhookId, url, topics, enabled, version: seenVersion } = webhook
  const failure = save.failure ?? attempt.failure

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const input = { projectId, webhookId, seenVersion, topics: topicsIn(form), enabled: form.has('enabled') }
    if (await save.run(input)) tell(t('webhook.saved'))
  }

  async function sendOne() {
    const tried = await attempt.run({ projectId, webhookId })
    if (!tried) return
    const { ok, problem } = tried.value
    tell(ok ? t('webhook.tried') : t('webhook.triedNot', { problem }), { failed: !ok })
  }

  return (
    <li className="card flex flex-col gap-4 p-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 break-all font-medium">{url}</h2>
        {!enabled && <Badge>{t('webhook.off')}</Badge>}
      </div>
      <State webhook={webhook} />
      {failure && (
        <Note tone="danger">{failure.detail.field === 'topics' ? t('webhook.topicsProblem') : failure.message}</Note>
      )}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Topics chosen={topics} />
        <Checkbox
          name="enabled"
          defaultChecked={enabled}
          label={t('webhook.enabled')}
          hint={t('webhook.enabledHint')}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={save.running}>
            {t(save.running ? 'common.saving' : 'webhook.save')}
          </Button>
          <Button look="quiet" onClick={sendOne} disabled={attempt.running}>
            {t(attempt.running ? 'webhook.trying' : 'webhook.try')}
          </Button>
          <RemoveDialog projectId={projectId} webhook={webhook} />
        </div>
      </form>
    </li>
  )
}

function State({ webhook: { lastSentAt, lastTriedAt, problem, by } }: Pick<WebhookCardProps, 'webhook'>) {
  const t = useTexts()
  return (
    <p className="text-ink-soft text-sm">
      {problem !== '' && lastTriedAt && (
        <span className="block font-medium text-danger">
          {t('webhook.failed', { problem })} <Time at={lastTriedAt} />
        </span>
      )}
      {lastSentAt ? (
        <>
          {t('webhook.lastSent')} <Time at={lastSentAt} />
        </>
      ) : (
        t('webhook.neverSent')
      )}
      {' · '}
      {t('webhook.by', { name: by })}
    </p>
  )
}
