'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { PasswordInput } from '@/app/_ui/password-input'
import { signInHere } from '@/app/_ui/sign-in-here'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { changePasswordHere } from './actions'

/** A new password ends every session; this one is opened again with it at once. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTexts()
  const tell = useToast()
  const change = useAction(changePasswordHere, { refresh: false })
  const [round, setRound] = useState(0)
  const field = change.failure?.detail.field
  const presentRefused = field === 'present' ? change.failure?.message : undefined
  const nextRefused = field === 'password' || field === 'next' ? change.failure?.message : undefined

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const next = String(form.get('next'))
    if (!(await change.run({ present: String(form.get('present')), next }))) return
    if (await signInHere(email, next)) return window.location.assign('/sign-in?after=password')
    setRound(round + 1)
    tell(t('common.saved'))
  }

  return (
    <form key={round} method="post" onSubmit={submit} noValidate className="flex flex-col items-start gap-4">
      {change.failure && !presentRefused && !nextRefused && <Note tone="danger">{change.failure.message}</Note>}
      {/* For password managers: whose password this is. */}
      <input type="email" name="email" value={email} readOnly autoComplete="username" hidden />
      <Field label={t('auth.presentPassword')} error={presentRefused} className="w-full">
        {(parts) => <PasswordInput {...parts} name="present" required autoComplete="current-password" />}
      </Field>
      <Field
        label={t('auth.newPassword')}
        hint={`${t('auth.newPasswordHint')} ${t('auth.changePasswordHint')}`}
        error={nextRefused}
        className="w-full"
      >
        {(parts) => <PasswordInput {...parts} name="next" required maxLength={200} autoComplete="new-password" />}
      </Field>
      <Button type="submit" disabled={change.running}>
        {t('auth.changePassword')}
      </Button>
    </form>
  )
}
