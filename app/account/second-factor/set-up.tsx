'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { confirmSecondFactorHere } from '../actions'
import { QrCode } from './qr-code'

type SetUpProps = { secret: string; address: string; onClose: () => void; onCodes: (codes: string[]) => void }

/** The secret as a picture and in letters, then the first code: proof that the programme has it. */
export function SetUp({ secret, address, onClose, onCodes }: SetUpProps) {
  const t = useTexts()
  const confirm = useAction(confirmSecondFactorHere, { refresh: false })
  const wrong = confirm.failure?.detail.field === 'code' ? confirm.failure.message : undefined

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const done = await confirm.run({ code: String(new FormData(event.currentTarget).get('code')) || ' ' })
    if (done) onCodes(done.value.codes)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {confirm.failure && !wrong && <Note tone="danger">{confirm.failure.message}</Note>}
      <div className="flex flex-col items-center gap-5 sm:flex-row sm:items-start">
        <QrCode text={address} label={t('auth.qrCode')} />
        <div className="min-w-0">
          <p>{t('auth.scan')}</p>
          <p className="mt-3 text-ink-soft text-sm">{t('auth.typeSecret')}</p>
          <code className="mt-1 block break-all font-mono text-sm">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </div>
      </div>
      <Field label={t('auth.firstCode')} error={wrong}>
        {(parts) => (
          <Input
            {...parts}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            className="max-w-40"
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={confirm.running}>
          {t('auth.turnOn')}
        </Button>
      </DialogActions>
    </form>
  )
}
