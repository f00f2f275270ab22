'use client'
import { Undo2 } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { undoMany } from '../actions'
import { sayUndone } from '../state/many'

type TakeBackProps = { projectId: string; batchId: string; act: string }

/** Takes an act on many rows back as a whole. What was worked on since stays, and everything remains in the history: no question is asked. */
export function TakeBackButton({ projectId, batchId, act }: TakeBackProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(undoMany)
  const takeBack = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const line = currentTarget.closest('li')
    const done = await run({ projectId, batchId })
    if (!done) return
    tell(sayUndone(t, done.value))
    // The button goes with what it did; the keys stay at its line.
    line?.focus({ preventScroll: true })
  }
  return (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={running}
        aria-label={t('find.batch-undo-label', { act })}
        onClick={takeBack}
      >
        <Undo2 aria-hidden />
        {t('find.batch-undo')}
      </Button>
      {failure && (
        <p role="alert" className="text-danger text-sm">
          {failure.message}
        </p>
      )}
    </>
  )
}
