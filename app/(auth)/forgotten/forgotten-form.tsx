'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { requestResetHere } from './actions'

/** Says the same whether there is such a person or not. */
export function ForgottenForm() {
  const t = useTexts()
  const request = useAction(requestResetHere, { refresh: false })
  const [asked, setAsked] = useState<string | null>(null)
  const malformed = request.failure?.problem === 'invalid-input'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    if (await request.run({ email })) setAsked(email.trim())
  }

  if (asked !== null) return <Note tone="ok">{t('auth.resetAsked', { email: asked })}</Note>
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {request.failure && !malformed && <Note tone="danger">{request.failure.message}</Note>}
      <Field label={t('auth.email')} error={malformed ? t('auth.emailMalformed') : undefined}>
        {(parts) => <Input {...parts} name="email" type="email" autoComplete="username" required autoFocus />}
      </Field>
      <Button type="submit" look="primary" size="large" disabled={request.running}>
        {t('auth.askReset')}
      </Button>
    </form>
  )
}
