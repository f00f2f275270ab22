'use client'
import { Archive } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { archiveProjectHere } from './actions'

export function ArchiveButton({ projectId, name }: { projectId: string; name: string }) {
  const t = useTexts()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const archive = useAction(archiveProjectHere, { refresh: false })

  async function confirm() {
    if (!(await archive.run({ projectId }))) return
    router.push('/')
    router.refresh()
  }

  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      title={t('administration.archiveOwnTitle', { name })}
      description={t('administration.archiveOwnBody')}
      trigger={
        <Button>
          <Archive aria-hidden />
          {t('administration.archiveOwn')}
        </Button>
      }
    >
      {archive.failure && <Note tone="danger">{archive.failure.message}</Note>}
      <DialogActions>
        <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
        <Button look="primary" onClick={confirm} disabled={archive.running}>
          {t('administration.archive')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
