'use client'
import { Ellipsis } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { IconButton } from '@/app/_ui/button'
import { FarewellDialog } from '@/app/_ui/farewell-dialog'
import { LinkDialog } from '@/app/_ui/link-dialog'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useConfirmed } from '@/app/_ui/use-confirmed'
import { useTold } from '@/app/_ui/use-told'
import type { PasswordLink } from '@/lib/administration/issue-password-link'
import type { PersonRow } from '@/lib/administration/list-people'
import { formerName } from '@/lib/auth/former-member'
import {
  anonymiseHere,
  changeRoleHere,
  disableHere,
  endSessionsOfHere,
  issueLinkHere,
  resetFactorHere,
} from './actions'
import { Ask } from './ask'

type Asked = 'role' | 'disable' | 'factor' | 'anonymise' | null

export function PersonMenu({ person, isMe }: { person: PersonRow; isMe: boolean }) {
  const t = useTexts()
  const tell = useToast()
  const button = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState<Asked>(null)
  const [link, setLink] = useState<PasswordLink | null>(null)
  const { id: userId, name, administrator, disabled } = person
  const done = () => tell(t('administration.done', { name }))
  const sessions = useTold(endSessionsOfHere)
  const make = useConfirmed(issueLinkHere, setLink, false)
  const enable = useConfirmed(disableHere, done)
  const open = !disabled
  return (
    <>
      <Menu
        trigger={
          <IconButton ref={button} label={t('common.moreFor', { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {open && (
          <MenuItem onSelect={() => setAsked('role')}>
            {t(administrator ? 'administration.unmake' : 'administration.make')}
          </MenuItem>
        )}
        {open && !isMe && <MenuItem onSelect={() => make.run({ userId })}>{t('administration.link')}</MenuItem>}
        {person.secondFactor && !isMe && (
          <MenuItem onSelect={() => setAsked('factor')}>{t('administration.resetFactor')}</MenuItem>
        )}
        <MenuItem onSelect={async () => (await sessions.run({ userId })) && done()}>
          {t('administration.endSessions')}
        </MenuItem>
        <MenuItem asChild>
          <a href={`/api/people/${userId}/data`} download>
            {t('administration.exportData')}
          </a>
        </MenuItem>
        {!isMe && open && (
          <MenuItem danger onSelect={() => setAsked('disable')}>
            {t('administration.disable')}
          </MenuItem>
        )}
        {!isMe && disabled && (
          <MenuItem onSelect={() => enable.run({ userId, disabled: false })}>{t('administration.enable')}</MenuItem>
        )}
        {!isMe && (
          <MenuItem danger onSelect={() => setAsked('anonymise')}>
            {t('farewell.item')}
          </MenuItem>
        )}
      </Menu>
      {make.question}
      {enable.question}
      <Asking {...{ asked, person, done }} onClose={() => setAsked(null)} returnFocus={button} />
      {link && (
        <LinkDialog
          {...{ ...link, name }}
          title={t('administration.linkTitle', { name })}
          onClose={() => setLink(null)}
          returnFocus={button}
        />
      )}
    </>
  )
}

type AskingProps = {
  asked: Asked
  person: PersonRow
  done: () => void
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

function Asking({ asked, person, done, onClose, returnFocus }: AskingProps) {
  const t = useTexts()
  const tell = useToast()
  const { id: userId, name, administrator } = person
  const common = {
    onClose,
    returnFocus,
    onDone: () => {
      done()
      onClose()
    },
  }
  if (asked === 'role')
    return (
      <Ask
        {...common}
        action={changeRoleHere}
        input={{ userId, administrator: !administrator }}
        title={t(administrator ? 'administration.unmakeTitle' : 'administration.makeTitle', { name })}
        body={t(administrator ? 'administration.unmakeBody' : 'administration.makeBody')}
        confirm={t(administrator ? 'administration.unmake' : 'administration.make')}
        danger={administrator}
      />
    )
  if (asked === 'disable')
    return (
      <Ask
        {...common}
        action={disableHere}
        input={{ userId, disabled: true }}
        title={t('administration.disableTitle', { name })}
        body={t('administration.disableBody')}
        confirm={t('administration.disable')}
        danger
      />
    )
  if (asked === 'factor')
    return (
      <Ask
        {...common}
        action={resetFactorHere}
        input={{ userId }}
        title={t('administration.resetFactorTitle', { name })}
        body={t('administration.resetFactorBody')}
        confirm={t('administration.resetFactor')}
        danger
      />
    )
  if (asked === 'anonymise')
    return (
      <FarewellDialog
        {...{ userId, name, onClose, returnFocus }}
        act={anonymiseHere}
        onDone={(number) => {
          tell(t('farewell.done', { name: formerName(number) }))
          onClose()
        }}
      />
    )
  return null
}
