'use client'
/** A new webhook; its secret is shown this once. */
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { WebhookTopic } from '@/lib/webhook/topics'
import { add } from './actions'
import { Topics, topicsIn } from './topics'

const FIRST: readonly WebhookTopic[] = ['edition', 'discrepancy', 'assignment', 'document']

export function AddDialog({ projectId }: { projectId: string }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const router = useRouter()
  // The page is brought up to date when the secret has been read: the new card would take this dialog's place.
  const save = useAction(add, { refresh: false })
  const field = save.failure?.detail.field

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const added = await save.run({ projectId, url: String(form.get('url')).trim(), topics: topicsIn(form) })
    if (added) setSecret(added.value.secret)
  }

  const change = (next: boolean) => {
    setOpen(next)
    if (next) return
    if (secret) router.refresh()
    setSecret(null)
    save.clear()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t(secret ? 'webhook.secretTitle' : 'webhook.add')}
      trigger={
        <Button look="primary">
          <Plus aria-hidden />
          {t('webhook.add')}
        </Button>
      }
    >
      {secret ? (
        <div className="flex flex-col gap-4">
          <p>{t('webhook.secretSays')}</p>
          <Input
            readOnly
            value={secret}
            aria-label={t('webhook.secret')}
            className="font-mono"
            autoFocus
            onFocus={(event) => event.target.select()}
          />
          <DialogActions>
            <Button look="primary" onClick={() => change(false)}>
              {t('webhook.secretKept')}
            </Button>
          </DialogActions>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          {save.failure && field !== 'url' && field !== 'topics' && <Note tone="danger">{save.failure.message}</Note>}
          <Field
            label={t('webhook.url')}
            hint={t('webhook.urlHint')}
            error={field === 'url' ? t('webhook.urlProblem') : undefined}
          >
            {(parts) => <Input {...parts} name="url" type="url" required autoComplete="off" placeholder="https://" />}
          </Field>
          <Topics chosen={FIRST} />
          {field === 'topics' && <p className="font-medium text-danger text-sm">{t('webhook.topicsProblem')}</p>}
          <DialogActions>
            <Button type="submit" look="primary" disabled={save.running}>
              {t(save.running ? 'common.saving' : 'webhook.addDo')}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  )
}
