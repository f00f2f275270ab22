'use client'
import { RotateCcw } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { reopen } from './actions'

type ReopenButtonProps = { projectId: string; discrepancyId: string; number: number; version: number }

/** Takes a decision back. Nothing is lost, what it said stays in the record: no question is asked. */
export function ReopenButton({ projectId, discrepancyId, number, version }: ReopenButtonProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(reopen)
  async function reopenIt() {
    const done = await run({ projectId, discrepancyId, seenVersion: version })
    if (done) tell(t('discrepancy.reopened', { number }))
  }
  return (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={running}
        aria-label={t('discrepancy.reopenLabel', { number })}
        onClick={reopenIt}
      >
        <RotateCcw aria-hidden />
        {t('discrepancy.reopen')}
      </Button>
      {failure && (
        <p role="alert" className="text-danger text-sm">
          {failure.message}
        </p>
      )}
    </>
  )
}
