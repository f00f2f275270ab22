'use client'
/** Who was invited and has not accepted yet. */
import { Ellipsis, MailX, Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { IconButton } from '@/app/_ui/button'
import { LinkDialog } from '@/app/_ui/link-dialog'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { InvitationRow } from '@/lib/project/list-invitations'
import { renewInvitationHere, withdrawInvitationHere } from './actions'

type InvitationListProps = { projectId: string; invitations: InvitationRow[]; mail: boolean }

export function InvitationList({ projectId, invitations, mail }: InvitationListProps) {
  const t = useTexts()
  return (
    <ul className="card divide-y divide-line" aria-label={t('invitation.open')}>
      {invitations.map(({ id, name, email, role, by, expiresAt, expired }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
        >
          <div className="col-span-2 min-w-0 sm:col-span-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="break-words font-medium">{name}</span>
              {expired && <Badge tone="warn">{t('invitation.expired')}</Badge>}
            </p>
            <p className="break-all text-ink-soft text-sm">{email}</p>
            <p className="text-ink-faint text-sm">
              {t('invitation.by', { name: by })} · {t('invitation.until')} <Time at={expiresAt} />
            </p>
          </div>
          <p>{t(ROLE_NAMES[role])}</p>
          <InvitationMenu {...{ projectId, id, name, mail }} />
        </li>
      ))}
    </ul>
  )
}

type InvitationMenuProps = { projectId: string; id: string; name: string; mail: boolean }

function InvitationMenu({ projectId, id, name, mail }: InvitationMenuProps) {
  const t = useTexts()
  const tell = useToast()
  const button = useRef<HTMLButtonElement>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const renew = useTold(renewInvitationHere)
  const withdraw = useTold(withdrawInvitationHere)
  const asked = { projectId, invitationId: id }

  async function renewLink() {
    const made = await renew.run(asked)
    if (made?.value.secret) setSecret(made.value.secret)
    else if (made) tell(t('invitation.mailed', { name }))
  }

  async function takeBack() {
    if (await withdraw.run(asked)) tell(t('invitation.withdrawn', { name }))
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton ref={button} label={t('invitation.more', { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={renewLink}>
          <Send aria-hidden />
          {t(mail ? 'invitation.renewMail' : 'invitation.renew')}
        </MenuItem>
        <MenuItem danger onSelect={takeBack}>
          <MailX aria-hidden />
          {t('invitation.withdraw')}
        </MenuItem>
      </Menu>
      {secret && (
        <LinkDialog
          {...{ secret, name }}
          purpose="invitation"
          title={t('invitation.linkTitle', { name })}
          onClose={() => setSecret(null)}
          returnFocus={button}
        />
      )}
    </>
  )
}
