'use client'
import { LogOut, ShieldCheck, UserRound } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { Menu, MenuItem, MenuSeparator } from '../menu'
import { useTexts } from '../texts/texts-provider'

/** Two letters of a Latin name, or the last one of a Chinese one (the given name's). */
function initials(name: string): string {
  const trimmed = name.trim()
  if (/\p{Script=Han}$/u.test(trimmed)) return [...trimmed].at(-1) ?? ''
  const words = trimmed.split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

type AccountMenuProps = { name: string; email: string; administrator: boolean }

export function AccountMenu({ name, email, administrator }: AccountMenuProps) {
  const t = useTexts()
  const trigger = (
    <button
      type="button"
      className="ml-1 flex size-8 items-center justify-center rounded-full bg-ink font-semibold text-paper text-xs hover:opacity-85"
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{t('common.accountOf', { name })}</span>
    </button>
  )
  return (
    <Menu trigger={trigger} className="min-w-56">
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-ink-faint text-sm">{email}</p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/account">
          <UserRound aria-hidden />
          {t('common.account')}
        </Link>
      </MenuItem>
      {administrator && (
        <MenuItem asChild>
          <Link href="/administration">
            <ShieldCheck aria-hidden />
            {t('administration.title')}
          </Link>
        </MenuItem>
      )}
      <MenuItem onSelect={() => signOut({ callbackUrl: '/sign-in' })}>
        <LogOut aria-hidden />
        {t('common.signOut')}
      </MenuItem>
    </Menu>
  )
}
