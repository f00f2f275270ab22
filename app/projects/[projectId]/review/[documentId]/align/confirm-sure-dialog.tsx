'use client'
/** Confirms in one go whatever the program is sure enough of; says beforehand how many rows that are, and which are left. */
import { type FormEvent, useEffect, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { PairingMap } from '@/lib/alignment/explain-pairing'
import { attempt } from '../state/attempt'
import type { LiveOutline } from '../state/live-outline'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { confirmSure } from './actions'
import { alignOf } from './align-state'
import { fetchMap } from './far-rows'
import { loadJournal } from './journal'
import { settled } from './operate'
import { isOpen, isSuspicious } from './suspicious'
import { showChange, undo } from './undo'

const USUAL = 95
const LEAST = 50

export function ConfirmSureDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const [limit, setLimit] = useState(USUAL)
  const [map, setMap] = useState<PairingMap | null>(null)
  useEffect(() => {
    let here = true
    void fetchMap(screen).then((answer) => here && setMap(answer))
    return () => {
      here = false
    }
  }, [screen])
  const outline = screen.outline.get()
  const rows = map && outline ? sureRows(map, outline, limit) : null
  const start = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    void confirmAll(screen, limit)
  }
  return (
    <Dialog open onOpenChange={(shown) => !shown && onClose()} title={t('align.act-confirm-sure')} width="medium">
      <form onSubmit={start}>
        <label htmlFor={id} className="block font-medium">
          {t('align.sure-limit', { percent: limit })}
        </label>
        <input
          id={id}
          type="range"
          min={LEAST}
          max={99}
          value={limit}
          aria-valuetext={`${limit} %`}
          onChange={(event) => setLimit(Number(event.target.value))}
          className="mt-2 w-full accent-(--accent-solid)"
        />
        <p className="mt-3" aria-live="polite">
          {rows === null ? t('common.loading') : t('align.sure-preview', { count: rows.sure, open: rows.open })}
        </p>
        <p className="mt-1 text-ink-soft text-sm">{t('align.sure-note', { wrong: 100 - limit })}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!rows || rows.sure === 0}>
            {t('align.sure-start', { count: rows?.sure ?? 0 })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Rows without one side, or out of order, are always left for a person. */
function sureRows({ ids, confidences }: PairingMap, outline: LiveOutline, limit: number) {
  let sure = 0
  let open = 0
  ids.forEach((id, i) => {
    const row = outline.rowOf.get(id)
    if (row === undefined || !isOpen(outline, row)) return
    open++
    if (isSureEnough(outline, row, confidences[i] ?? null, limit)) sure++
  })
  return { sure, open }
}

function isSureEnough(outline: LiveOutline, row: number, confidence: number | null, limit: number): boolean {
  return confidence !== null && confidence >= limit && (confidence < 80 || !isSuspicious(outline, row))
}

async function confirmAll(screen: Screen, limit: number) {
  await settled(screen)
  const { projectId, documentId } = screen
  const confirmed = await attempt(screen, () => confirmSure({ projectId, documentId, leastConfidence: limit / 100 }))
  if (!confirmed) return
  const done = screen.t('align.sure-done', { count: confirmed.changed.length })
  alignOf(screen).said.set(done)
  screen.tell(done, { action: { label: screen.t('align.undo'), run: () => void undo(screen) } })
  await showChange(screen, confirmed)
  void loadJournal(screen)
}
