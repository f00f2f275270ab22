'use client'
import { useCell } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { AssignDialog } from './assign-dialog'
import { BulkStatusDialog } from './bulk-status-dialog'
import { CorrectionDialog } from './correction-dialog'
import { GoToRowDialog } from './go-to-row-dialog'
import { KeySheet } from './key-sheet'
import { MeaningDialog } from './meaning-dialog'
import { OverrideDialog } from './override-dialog'
import { Palette } from './palette'
import { ReplaceDialog } from './replace-dialog'
import { SaveViewDialog } from './save-view-dialog'
import { SettleManyDialog } from './settle-many-dialog'
import { UndoManyDialog } from './undo-many-dialog'

/** Whatever the screen is asking just now; one thing at a time. */
export function Dialogs() {
  const screen = useScreen()
  const asking = useCell(screen.asking)
  if (!asking) return null
  const close = () => screen.asking.set(null)
  if (asking.what === 'go-to-row') return <GoToRowDialog onClose={close} />
  if (asking.what === 'keys') return <KeySheet onClose={close} />
  if (asking.what === 'palette') return <Palette key={asking.only} only={asking.only} onClose={close} />
  if (asking.what === 'replace') return <ReplaceDialog onClose={close} />
  if (asking.what === 'status-of-many') return <BulkStatusDialog onClose={close} />
  if (asking.what === 'settle-many') return <SettleManyDialog onClose={close} />
  if (asking.what === 'undo-many') return <UndoManyDialog onClose={close} />
  if (asking.what === 'save-view') return <SaveViewDialog onClose={close} />
  if (asking.what === 'assign') return <AssignDialog onClose={close} />
  if (asking.what === 'correct') return <CorrectionDialog begun={asking.draft} onClose={close} />
  if (asking.what === 'meaning') return <MeaningDialog asked={asking} onClose={close} />
  return <OverrideDialog asked={asking} onClose={close} />
}
