'use client'
/** Runs an action that may ask who one is first: it then asks for the password (and a code), and goes on where it was. */
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Failure, Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { PasswordInput } from '@/app/_ui/password-input'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { confirmMyselfHere } from '@/app/account/actions'

type Confirmed<Input> = {
  run: (input: Input) => void
  running: boolean
  failure: Failure | null
  /** To be rendered beside: the question, while it is asked. */
  question: ReactNode
}

export function useConfirmed<Input, Value>(
  action: (input: Input) => Promise<Outcome<Value>>,
  onDone: (value: Value) => void,
  refresh = true,
): Confirmed<Input> {
  const act = useAction(action, { refresh })
  const [waiting, setWaiting] = useState<{ input: Input } | null>(null)

  async function run(input: Input) {
    setWaiting({ input })
    const done = await act.run(input)
    if (!done) return
    setWaiting(null)
    onDone(done.value)
  }

  const refused = act.failure?.problem === 'confirm-first'
  return {
    run: (input) => void run(input),
    running: act.running,
    failure: refused ? null : act.failure,
    question:
      refused && waiting ? (
        <Question onClose={() => setWaiting(null)} onConfirmed={() => void run(waiting.input)} />
      ) : null,
  }
}

function Question({ onClose, onConfirmed }: { onClose: () => void; onConfirmed: () => void }) {
  const t = useTexts()
  const confirm = useAction(confirmMyselfHere, { refresh: false })
  const [asksCode, setAsksCode] = useState(false)
  const field = String(confirm.failure?.detail.field ?? '')
  const failed = (name: string) =>
    field === name && confirm.failure?.problem !== 'code-needed' ? confirm.failure?.message : undefined
  if (confirm.failure?.problem === 'code-needed' && !asksCode) setAsksCode(true)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [password, code] = [String(form.get('password')), String(form.get('code') ?? '')]
    if (await confirm.run({ password, code })) onConfirmed()
  }

  return (
    <Dialog open onOpenChange={onClose} title={t('auth.confirmTitle')} description={t('auth.confirmBody')}>
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {confirm.failure && !['password', 'code'].includes(field) && (
          <Note tone="danger">{confirm.failure.message}</Note>
        )}
        <Field label={t('auth.password')} error={failed('password')}>
          {(parts) => <PasswordInput {...parts} name="password" autoComplete="current-password" required />}
        </Field>
        {asksCode && (
          <Field label={t('auth.code')} hint={t('auth.codeHint')} error={failed('code')}>
            {(parts) => <Input {...parts} name="code" autoComplete="one-time-code" autoFocus className="max-w-60" />}
          </Field>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={confirm.running}>
            {t('auth.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
