'use client'
/** The last acts on many rows, each with the button that takes it back: the toast that offered it is gone after seconds. */
import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Name } from '@/app/_ui/name'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { BatchLine } from '@/lib/view/list-batches'
import { getJson } from '../state/get-json'
import { sayBatch, undo } from '../state/many'
import { useScreen } from '../state/use-screen'

export function UndoManyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const [running, setRunning] = useState(false)
  const { batches, trouble } = useBatches()
  const takeBack = async (id: string) => {
    setRunning(true)
    const done = await undo(screen, id)
    setRunning(false)
    if (done) onClose()
  }
  const first = batches?.find(({ mayUndo }) => mayUndo)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('find.batches')}
      description={t('find.batches-body')}
      width="medium"
    >
      <div aria-live="polite" className="min-h-16 text-sm">
        {!batches && !trouble && <p className="text-ink-soft">{t('common.loading')}</p>}
        {trouble && <Note tone="danger">{trouble}</Note>}
        {batches?.length === 0 && <p className="text-ink-soft">{t('find.batches-none')}</p>}
      </div>
      <ul className="-mt-16 max-h-[50dvh] divide-y divide-line overflow-y-auto">
        {batches?.map((batch) => (
          <li key={batch.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-56">
              <p className="wrap-anywhere">{sayBatch(t, { ...batch, act: batch.kind })}</p>
              <p className="flex flex-wrap gap-x-2 text-ink-soft text-sm">
                <span>{t('review.rows-found', { count: batch.rows })}</span>
                <span>
                  <Name of={batch.by} />
                </span>
                <Time at={batch.at} />
              </p>
            </div>
            {batch.undone && <span className="text-ink-soft text-sm">{t('find.batch-undone')}</span>}
            {batch.mayUndo && (
              <Button
                size="small"
                disabled={running}
                autoFocus={batch === first}
                onClick={() => void takeBack(batch.id)}
                aria-label={t('find.batch-undo-label', { act: sayBatch(t, { ...batch, act: batch.kind }) })}
              >
                <Undo2 aria-hidden />
                {t('find.batch-undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Link
          className="link mr-auto flex items-center text-sm"
          href={`/projects/${screen.projectId}/review/${screen.documentId}/timeline?kind=batch`}
        >
          {t('find.batches-all')}
        </Link>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function useBatches() {
  const screen = useScreen()
  const [state, setState] = useState<{ batches?: BatchLine[]; trouble?: string }>({})
  useEffect(() => {
    let gone = false
    void getJson<BatchLine[]>(screen, 'segments/batches').then((answer) => {
      if (!gone) setState(answer.ok ? { batches: answer.value } : { trouble: answer.message })
    })
    return () => {
      gone = true
    }
  }, [screen])
  return state
}
