'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useConfirmed } from '@/app/_ui/use-confirmed'
import type { Retention } from '@/lib/audit/retention'
import { changeRetentionHere } from '../actions'

const OFFERED = [6, 12, 24, 36, 60, 120]

export function RetentionForm({ retention: { months, byEnvironment, version } }: { retention: Retention }) {
  const t = useTexts()
  const tell = useToast()
  const save = useConfirmed(changeRetentionHere, () => tell(t('administration.saved')))
  const offered = months === null || OFFERED.includes(months) ? OFFERED : [...OFFERED, months].sort((a, b) => a - b)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = String(new FormData(event.currentTarget).get('months'))
    save.run({ months: chosen === '' ? null : Number(chosen), seenVersion: version })
  }

  return (
    <>
      <form onSubmit={submit} className="flex max-w-2xl flex-col gap-5">
        {byEnvironment && (
          <Note>
            {t('administration.byEnvironment', { months: t('administration.months', { count: months ?? 0 }) })}
          </Note>
        )}
        {save.failure && <Note tone="danger">{save.failure.message}</Note>}
        <Field label={t('administration.retention')} hint={t('administration.retentionHint')}>
          {(parts) => (
            <Select {...parts} name="months" defaultValue={months ?? ''} disabled={byEnvironment} className="max-w-60">
              <option value="">{t('administration.forGood')}</option>
              {offered.map((count) => (
                <option key={count} value={count}>
                  {t('administration.months', { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!byEnvironment && (
          <Button type="submit" look="primary" disabled={save.running} className="self-start">
            {t('administration.save')}
          </Button>
        )}
      </form>
      {save.question}
    </>
  )
}
