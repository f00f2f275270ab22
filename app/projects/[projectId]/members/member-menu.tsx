'use client'
import { Ellipsis, KeyRound, UserMinus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type RefObject, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { LinkDialog } from '@/app/_ui/link-dialog'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { useTold } from '@/app/_ui/use-told'
import { issueSetupLinkHere, removeMemberHere } from './actions'

type MemberMenuProps = {
  projectId: string
  memberId: string
  name: string
  isMe: boolean
  mayRenewLink: boolean
}

export function MemberMenu({ projectId, memberId, name, isMe, mayRenewLink }: MemberMenuProps) {
  const t = useTexts()
  const button = useRef<HTMLButtonElement>(null)
  const [removing, setRemoving] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const link = useTold(issueSetupLinkHere)

  async function renewLink() {
    const made = await link.run({ projectId, memberId })
    if (made) setSecret(made.value.setupSecret)
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton ref={button} label={t('common.moreFor', { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {mayRenewLink && (
          <MenuItem onSelect={renewLink}>
            <KeyRound aria-hidden />
            {t('project.newLink')}
          </MenuItem>
        )}
        <MenuItem danger onSelect={() => setRemoving(true)}>
          <UserMinus aria-hidden />
          {t(isMe ? 'project.leave' : 'project.remove')}
        </MenuItem>
      </Menu>
      {removing && (
        <RemoveDialog
          {...{ projectId, memberId, name, isMe }}
          onClose={() => setRemoving(false)}
          returnFocus={button}
        />
      )}
      {secret && (
        <LinkDialog
          {...{ secret, name }}
          title={t('project.linkTitle', { name })}
          onClose={() => setSecret(null)}
          returnFocus={button}
        />
      )}
    </>
  )
}

type RemoveDialogProps = Omit<MemberMenuProps, 'mayRenewLink'> & {
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

function RemoveDialog({ projectId, memberId, name, isMe, onClose, returnFocus }: RemoveDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const remove = useAction(removeMemberHere, { refresh: !isMe })

  async function confirm() {
    const done = await remove.run({ projectId, memberId })
    if (!done) return
    if (isMe) {
      router.push('/')
      router.refresh()
      return
    }
    const { returned } = done.value
    const removed = t('project.removed', { name })
    tell(returned > 0 ? `${removed} ${t('project.workReturned', { count: returned })}` : removed)
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocus={returnFocus}
      title={isMe ? t('project.leaveTitle') : t('project.removeTitle', { name })}
      description={t(isMe ? 'project.leaveBody' : 'project.removeBody')}
    >
      {remove.failure && <Note tone="danger">{remove.failure.message}</Note>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="danger" onClick={confirm} disabled={remove.running}>
          {t(isMe ? 'project.leave' : 'project.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
