'use client'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { WebhookRow } from '@/lib/webhook/queries'
import { remove } from './actions'

export function RemoveDialog({ projectId, webhook }: { projectId: string; webhook: WebhookRow }) {
  const t = useTexts()
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const away = useAction(remove)
  const { id: webhookId, url, version: seenVersion } = webhook

  async function confirm() {
    if (!(await away.run({ projectId, webhookId, seenVersion }))) return
    setOpen(false)
    tell(t('webhook.removed'))
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('webhook.removeTitle')}
      trigger={
        <Button look="quiet" aria-label={t('webhook.removeLabel', { url })}>
          <Trash2 aria-hidden />
          {t('webhook.remove')}
        </Button>
      }
    >
      <p className="break-all">{t('webhook.removeBody', { url })}</p>
      {away.failure && <Note tone="danger">{away.failure.message}</Note>}
      <DialogActions>
        <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
        <Button look="danger" onClick={confirm} disabled={away.running}>
          {t('webhook.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
