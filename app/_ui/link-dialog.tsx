'use client'
import type { ComponentProps, RefObject } from 'react'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'
import { SetupLink } from './setup-link'
import { useTexts } from './texts/texts-provider'

type LinkDialogProps = ComponentProps<typeof SetupLink> & {
  title: string
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** A link to hand over, shown this once. */
export function LinkDialog({ title, onClose, returnFocus, ...link }: LinkDialogProps) {
  const t = useTexts()
  return (
    <Dialog open onOpenChange={onClose} returnFocus={returnFocus} title={title} width="medium">
      <SetupLink {...link} />
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {t('project.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
