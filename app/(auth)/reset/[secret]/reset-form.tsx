'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { PasswordInput } from '@/app/_ui/password-input'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { resetPasswordHere } from './actions'

/** Leads to the sign-in page: the new password is typed once more, into the password manager too. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const t = useTexts()
  const reset = useAction(resetPasswordHere, { refresh: false })
  const refused = reset.failure?.detail.field === 'password' ? reset.failure.message : undefined

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    if (await reset.run({ secret, password })) window.location.assign('/sign-in?after=password')
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {reset.failure && !refused && <Note tone="danger">{reset.failure.message}</Note>}
      <Field label={t('auth.email')}>
        {(parts) => <Input {...parts} name="email" type="email" autoComplete="username" readOnly value={email} />}
      </Field>
      <Field label={t('auth.newPassword')} hint={t('auth.newPasswordHint')} error={refused}>
        {(parts) => (
          <PasswordInput {...parts} name="password" autoComplete="new-password" required maxLength={200} autoFocus />
        )}
      </Field>
      <Button type="submit" look="primary" size="large" disabled={reset.running}>
        {t('auth.setPassword')}
      </Button>
    </form>
  )
}
