'use client'
import { type FormEvent, useState } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { PasswordInput } from '@/app/_ui/password-input'
import { signInHere } from '@/app/_ui/sign-in-here'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { Locale } from '@/lib/auth/locales'

type Typed = { secret: string; name: string; email: string; password: string; locale: Locale }

type AccountFormProps = {
  secret: string
  name: string
  /** null where the person still has to give one. */
  email: string | null
  make: (typed: Typed) => Promise<Outcome<{ email: string }>>
}

/** The account a link of ours leads to: made, and signed in to. */
export function AccountForm({ secret, name, email, make }: AccountFormProps) {
  const t = useTexts()
  const locale = useLocale()
  const setup = useAction(make, { refresh: false })
  const [leaving, setLeaving] = useState(false)
  const failed = (field: string) => (setup.failure?.detail.field === field ? setup.failure.message : undefined)
  const elsewhere = setup.failure && !['name', 'email', 'password'].includes(String(setup.failure.detail.field))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = (field: string) => String(form.get(field) ?? '')
    const password = typed('password')
    const address = email ?? typed('email')
    const done = await setup.run({ secret, name: typed('name'), email: address, password, locale })
    if (!done) return
    setLeaving(true)
    const refused = await signInHere(done.value.email, password)
    window.location.assign(refused ? '/sign-in' : '/')
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {elsewhere && <Note tone="danger">{setup.failure?.message}</Note>}
      <Field label={t('auth.email')} hint={email ? t('auth.emailFixed') : undefined} error={failed('email')}>
        {(parts) => (
          <Input
            {...parts}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={email ?? ''}
            readOnly={email !== null}
          />
        )}
      </Field>
      <Field label={t('auth.name')} hint={t('auth.nameHint')} error={failed('name')}>
        {(parts) => <Input {...parts} name="name" autoComplete="name" required maxLength={80} defaultValue={name} />}
      </Field>
      <Field label={t('auth.newPassword')} hint={t('auth.newPasswordHint')} error={failed('password')}>
        {(parts) => <PasswordInput {...parts} name="password" autoComplete="new-password" required maxLength={200} />}
      </Field>
      <Button type="submit" look="primary" size="large" disabled={setup.running || leaving}>
        {t(setup.running || leaving ? 'auth.settingUp' : 'auth.setUp')}
      </Button>
    </form>
  )
}
