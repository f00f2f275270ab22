'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { GoverningRule } from '@/lib/bitext/text'
import { GoverningChoice } from '../governing-choice'
import { createProjectHere } from './actions'

export function NewProjectForm() {
  const t = useTexts()
  const router = useRouter()
  const create = useAction(createProjectHere, { refresh: false })
  const [leaving, setLeaving] = useState(false)
  const nameRefused = create.failure?.detail.field === 'name'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const governing = form.get('governing') as GoverningRule
    const made = await create.run({ name: String(form.get('name')), governing })
    if (!made) return
    setLeaving(true)
    router.push(`/projects/${made.value.id}`)
    // The header lists projects, too.
    router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      {create.failure && !nameRefused && <Note tone="danger">{create.failure.message}</Note>}
      <Field
        label={t('project.name')}
        hint={t('project.nameHint')}
        error={nameRefused ? t('project.nameProblem') : undefined}
      >
        {(parts) => <Input {...parts} name="name" required maxLength={120} autoComplete="off" autoFocus />}
      </Field>
      <GoverningChoice chosen="prevails-zh" />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={create.running || leaving}>
          {t(create.running || leaving ? 'project.creating' : 'project.create')}
        </Button>
        <ButtonLink href="/" look="quiet">
          {t('common.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
