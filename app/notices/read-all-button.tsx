'use client'
import { CheckCheck } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { tellNoticesRead } from '@/app/_ui/shell/notice-bell'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { readNoticesHere } from './actions'

/** Those the page showed; what came since stays new. */
export function ReadAllButton({ upTo }: { upTo: string }) {
  const t = useTexts()
  const read = useAction(readNoticesHere)

  async function run() {
    if (await read.run({ upTo })) tellNoticesRead()
  }

  return (
    <Button onClick={run} disabled={read.running}>
      <CheckCheck aria-hidden />
      {t('notice.readAll')}
    </Button>
  )
}
