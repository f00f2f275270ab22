'use client'
import type { FormEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { Checkbox, Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { GoverningRule } from '@/lib/bitext/text'
import type { ProjectView } from '@/lib/project/queries'
import { GoverningChoice } from '../../governing-choice'
import { updateProjectHere } from './actions'

export function SettingsForm({ project, manages }: { project: ProjectView; manages: boolean }) {
  const t = useTexts()
  const tell = useToast()
  const save = useAction(updateProjectHere)
  const nameRefused = save.failure?.detail.field === 'name'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const saved = await save.run({
      projectId: project.id,
      name: String(form.get('name')),
      governing: form.get('governing') as GoverningRule,
      fourEyes: form.has('fourEyes'),
      seenVersion: project.version,
    })
    if (saved) tell(t('project.settingsSaved'))
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-7">
      {save.failure && !nameRefused && <Note tone="danger">{save.failure.message}</Note>}
      <Field label={t('project.name')} error={nameRefused ? t('project.nameProblem') : undefined}>
        {(parts) => (
          <Input
            {...parts}
            name="name"
            required
            maxLength={120}
            defaultValue={project.name}
            disabled={!manages}
            autoComplete="off"
          />
        )}
      </Field>
      <GoverningChoice chosen={project.governing} disabled={!manages} />
      <Checkbox
        name="fourEyes"
        defaultChecked={project.fourEyes}
        disabled={!manages}
        label={t('project.fourEyes')}
        hint={t('project.fourEyesHint')}
      />
      {manages && (
        <Button type="submit" look="primary" disabled={save.running} className="self-start">
          {t(save.running ? 'common.saving' : 'project.saveSettings')}
        </Button>
      )}
    </form>
  )
}
