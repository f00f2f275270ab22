'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Checkbox, Field, Input, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { QualitySettings } from '@/lib/quality/rules'
import { setQuality } from './actions'

type SettingsFormProps = { projectId: string; settings: QualitySettings; version: number; manages: boolean }

const PURPOSES = [1, 2, 3, 4] as const

const FIGURES = [
  { name: 'threshold', hint: 'thresholdHint', min: 0.1, max: 99.9, step: 0.1 },
  { name: 'acceptable', hint: 'acceptableHint', min: 0.1, max: 1000, step: 0.1 },
  { name: 'difficulty', hint: 'difficultyHint', min: 0.5, max: 1, step: 0.05 },
] as const

export function SettingsForm({ projectId, settings, version, manages }: SettingsFormProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(setQuality)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const figure = (name: string) => Number(form.get(name))
    const saved = await run({
      projectId,
      unit: form.get('unit') as Side,
      threshold: figure('threshold'),
      acceptable: figure('acceptable'),
      difficulty: figure('difficulty'),
      purpose: PURPOSES.find((purpose) => purpose === figure('purpose')) ?? settings.purpose,
      failOnCritical: form.has('failOnCritical'),
      seenVersion: version,
    })
    if (saved) tell(t('quality.saved'))
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {failure && <Note tone="danger">{failure.message}</Note>}
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t('quality.unit')}>
          {(parts) => (
            <Select {...parts} name="unit" defaultValue={settings.unit} disabled={!manages}>
              {SIDES.map((side) => (
                <option key={side} value={side}>
                  {t(`quality.unit_${side}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {FIGURES.map(({ name, hint, ...range }) => (
          <Field key={name} label={t(`quality.${name}`)} hint={t(`quality.${hint}`)}>
            {(parts) => (
              <Input
                {...parts}
                {...range}
                type="number"
                name={name}
                required
                defaultValue={settings[name]}
                disabled={!manages}
              />
            )}
          </Field>
        ))}
        <Field label={t('quality.purpose')}>
          {(parts) => (
            <Select {...parts} name="purpose" defaultValue={settings.purpose} disabled={!manages}>
              {PURPOSES.map((purpose) => (
                <option key={purpose} value={purpose}>
                  {t(`quality.purpose_${purpose}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        name="failOnCritical"
        defaultChecked={settings.failOnCritical}
        disabled={!manages}
        label={t('quality.failOnCritical')}
      />
      {manages ? (
        <Button type="submit" look="primary" disabled={running} className="self-start">
          {t(running ? 'common.saving' : 'quality.save')}
        </Button>
      ) : (
        <p className="text-ink-soft">{t('quality.settingsReadOnly')}</p>
      )}
    </form>
  )
}
