'use client'
import { Hand } from 'lucide-react'
import { useId } from 'react'
import type { AssignmentRow } from '@/lib/assignment/queries'
import { Button } from '../button'
import { useTexts } from '../texts/texts-provider'
import { useToast } from '../toast'
import { useTold } from '../use-told'
import { take } from './actions'

/** Takes work from the pool; where four eyes bar it, the button says so and does nothing. */
export function TakeButton({ assignment, ownRows }: { assignment: AssignmentRow; ownRows: number }) {
  const t = useTexts()
  const tell = useToast()
  const hint = useId()
  const { run, running } = useTold(take)
  const { projectId, id: assignmentId, version: seenVersion, firstRow: from, lastRow: to } = assignment

  async function submit() {
    if (await run({ projectId, assignmentId, seenVersion })) tell(t('assignment.taken', { from, to }))
  }

  return (
    <>
      <Button
        size="small"
        look="primary"
        disabled={running || ownRows > 0}
        aria-label={t('assignment.takeLabel', { from, to, title: assignment.documentTitle })}
        aria-describedby={ownRows > 0 ? hint : undefined}
        onClick={submit}
      >
        <Hand aria-hidden />
        {t('assignment.take')}
      </Button>
      {ownRows > 0 && (
        <span id={hint} className="text-ink-soft text-sm">
          {t('assignment.ownRowsYou', { count: ownRows })}
        </span>
      )}
    </>
  )
}
