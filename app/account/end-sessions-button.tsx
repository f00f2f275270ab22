'use client'
import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { endSessionsHere } from './actions'

export function EndSessionsButton() {
  const t = useTexts()
  const end = useAction(endSessionsHere, { refresh: false })

  async function run() {
    if (await end.run({})) window.location.assign('/sign-in?after=everywhere')
  }

  return (
    <div className="flex flex-col items-start gap-3">
      {end.failure && <Note tone="danger">{end.failure.message}</Note>}
      <Button look="danger" onClick={run} disabled={end.running}>
        {t('auth.endSessions')}
      </Button>
    </div>
  )
}
