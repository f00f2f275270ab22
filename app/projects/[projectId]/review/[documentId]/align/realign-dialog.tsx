'use client'
/** Aligns rows anew: the marked ones, or everything nobody has confirmed. Says beforehand how many. */
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { FLAGS } from '@/lib/segment/flags'
import { useCell } from '../state/cell'
import { hasFlag, type LiveOutline } from '../state/live-outline'
import { useScreen } from '../state/use-screen'
import { realign } from './realign'
import { isOpen } from './suspicious'

type RealignDialogProps = { from: number | null; to: number | null; onClose: () => void }

export function RealignDialog({ from, to, onClose }: RealignDialogProps) {
  const t = useTexts()
  const screen = useScreen()
  const outline = useCell(screen.outline)
  const marked = from !== null && to !== null && to > from
  const [whole, setWhole] = useState(!marked)
  if (!outline) return null
  const range = whole || !marked ? null : { from, to }
  const { open, kept } = countRows(outline, range)
  const drafts = screen.draftCount.get()
  const start = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    void realign(screen, range && { fromSegmentId: outline.ids[range.from]!, toSegmentId: outline.ids[range.to]! })
  }
  return (
    <Dialog open onOpenChange={(shown) => !shown && onClose()} title={t('align.act-realign')} width="medium">
      <form onSubmit={start}>
        {marked && (
          <fieldset className="mb-3 flex flex-col gap-2">
            <legend className="sr-only">{t('align.realign-what')}</legend>
            <label className="flex items-center gap-2">
              <input type="radio" name="what" checked={!whole} onChange={() => setWhole(false)} />
              {t('align.realign-marked', { from: from + 1, to: to + 1 })}
            </label>
            <label className="flex items-center gap-2">
              <input type="radio" name="what" checked={whole} onChange={() => setWhole(true)} />
              {t('align.realign-all')}
            </label>
          </fieldset>
        )}
        <p>{t('align.realign-says', { open, kept })}</p>
        <p className="mt-2 text-ink-soft text-sm">{t('align.realign-keeps')}</p>
        {drafts > 0 && <p className="mt-2 text-sm text-warn">{t('align.realign-drafts', { count: drafts })}</p>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" data-answer look="primary" disabled={open === 0 || drafts > 0}>
            {t('align.realign-start', { open })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function countRows(outline: LiveOutline, range: { from: number; to: number } | null) {
  const { from, to } = range ?? { from: 0, to: outline.ids.length - 1 }
  let open = 0
  let kept = 0
  for (let row = from; row <= to; row++) {
    if (isOpen(outline, row)) open++
    else if (!hasFlag(outline, row, FLAGS.label)) kept++
  }
  return { open, kept }
}
