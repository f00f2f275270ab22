'use client'
import { useCell } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { alignOf } from './align-state'
import { ConfirmSureDialog } from './confirm-sure-dialog'
import { RealignDialog } from './realign-dialog'

/** Whatever Align mode is asking just now. */
export function AlignDialogs() {
  const screen = useScreen()
  const { asking } = alignOf(screen)
  const asked = useCell(asking)
  if (!asked) return null
  const close = () => asking.set(null)
  if (asked.what === 'realign') return <RealignDialog from={asked.from} to={asked.to} onClose={close} />
  return <ConfirmSureDialog onClose={close} />
}
