'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { PasswordInput } from '@/app/_ui/password-input'
import { signInHere } from '@/app/_ui/sign-in-here'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'

export function SignInForm({ next }: { next: string }) {
  const t = useTexts()
  const [problem, setProblem] = useState<TextKey | null>(null)
  const [running, setRunning] = useState(false)
  // Once asked for, the code stays asked for: a code lasts half a minute, the password is kept in its field meanwhile.
  const [asksCode, setAsksCode] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [email, password] = [String(form.get('email') ?? '').trim(), String(form.get('password') ?? '')]
    if (!email || !password) return setProblem('auth.fillBoth')
    setRunning(true)
    setProblem(null)
    const refused = await signInHere(email, password, String(form.get('code') ?? ''))
    // A whole load: nothing of the signed-out pages may linger in the router's cache.
    if (!refused) return window.location.assign(next)
    const asked = refused === 'problems.code-needed'
    setAsksCode(asksCode || asked)
    setProblem(asked && !asksCode ? null : refused)
    setRunning(false)
  }

  return (
    // method=post: should it be sent before the script runs, the password must not end up in the address.
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {problem && <Note tone="danger">{t(problem)}</Note>}
      <Field label={t('auth.email')}>
        {(parts) => <Input {...parts} name="email" type="email" autoComplete="username" required autoFocus />}
      </Field>
      <Field label={t('auth.password')}>
        {(parts) => <PasswordInput {...parts} name="password" autoComplete="current-password" required />}
      </Field>
      {asksCode && (
        <Field label={t('auth.code')} hint={t('auth.codeHint')}>
          {(parts) => <Input {...parts} name="code" autoComplete="one-time-code" required autoFocus />}
        </Field>
      )}
      <Button type="submit" look="primary" size="large" disabled={running}>
        {t(running ? 'auth.signingIn' : 'auth.signIn')}
      </Button>
    </form>
  )
}
