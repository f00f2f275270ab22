'use client'
import { Check } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { acceptHere } from './actions'

export function AcceptButton({ secret, name }: { secret: string; name: string }) {
  const t = useTexts()
  const router = useRouter()
  const accept = useAction(acceptHere, { refresh: false })

  async function run() {
    const done = await accept.run({ secret })
    if (done) router.push(`/projects/${done.value.projectId}`)
  }

  return (
    <div className="flex flex-col gap-4">
      <p>{t('invitation.signedInAs', { name })}</p>
      {accept.failure && <Note tone="danger">{accept.failure.message}</Note>}
      <Button look="primary" size="large" onClick={run} disabled={accept.running}>
        <Check aria-hidden />
        {t('invitation.accept')}
      </Button>
    </div>
  )
}
