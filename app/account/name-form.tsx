'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { changeNameHere } from './actions'

export function NameForm({ name }: { name: string }) {
  const t = useTexts()
  const tell = useToast()
  const change = useAction(changeNameHere)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const next = String(new FormData(event.currentTarget).get('name'))
    if (await change.run({ name: next })) tell(t('common.saved'))
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col items-start gap-4">
      <Field label={t('auth.name')} hint={t('auth.nameHint')} error={change.failure?.message} className="w-full">
        {(parts) => <Input {...parts} name="name" defaultValue={name} required maxLength={80} autoComplete="name" />}
      </Field>
      <Button type="submit" disabled={change.running}>
        {t('auth.saveName')}
      </Button>
    </form>
  )
}
