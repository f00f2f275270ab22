'use client'
/** Align mode: the same grid of rows, its texts to be cut and carried, not written in. */
import { EyeOff } from 'lucide-react'
import { useEffect } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Grid } from '../grid/grid'
import { useCell, useCellPart } from '../state/cell'
import { missingSide } from '../state/rights'
import { useScreen } from '../state/use-screen'
import { AlignDialogs } from './align-dialogs'
import { AlignRow } from './align-row'
import { alignOf } from './align-state'
import { CaretVoice } from './caret-voice'
import { DragHint } from './drag-hint'
import { loadOrder } from './far-rows'
import { loadJournal } from './journal'
import { whyNotAlign } from './rights'
import { useAlignKeys } from './use-align-keys'
import { useDragging } from './use-dragging'
import { useOpening } from './use-opening'
import './align.css'

export function AlignPane() {
  const t = useTexts()
  const screen = useScreen()
  const ribbon = useCell(alignOf(screen).ribbon)
  const rows = useCellPart(screen.outline, (outline) => outline?.ids.length ?? null)
  useAlignKeys(screen)
  useDragging(screen)
  useOpening(screen)
  useEffect(() => void loadJournal(screen), [screen])
  const journal = useCell(alignOf(screen).journal)
  // Every step may change the order of the English.
  useEffect(() => {
    if (ribbon && rows !== null && journal) void loadOrder(screen)
  }, [screen, ribbon, rows, journal])
  if (missingSide(screen.review) || rows === 0) {
    const href = `/projects/${screen.projectId}/import?document=${screen.documentId}`
    return (
      <EmptyState
        title={t('align.one-side')}
        className="m-6 flex-1 justify-center"
        action={<ButtonLink href={href}>{t('align.bring-in')}</ButtonLink>}
      >
        {t('align.one-side-body')}
      </EmptyState>
    )
  }
  return (
    <div className="align flex min-h-0 min-w-0 flex-1 flex-col" data-ribbon={ribbon || undefined}>
      <ReadOnly />
      <Grid row={AlignRow} />
      <CaretVoice />
      <DragHint />
      <AlignDialogs />
    </div>
  )
}

function ReadOnly() {
  const screen = useScreen()
  const why = whyNotAlign(screen)
  if (!why) return null
  return (
    <p className="flex items-center gap-2 border-line border-b bg-info-soft px-4 py-1.5 text-sm">
      <EyeOff aria-hidden className="size-4 shrink-0 text-info" />
      {why}
    </p>
  )
}
