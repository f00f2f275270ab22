import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { Page, PageHeader } from '@/app/_ui/page'
import { NewProjectForm } from './new-project-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('project.newTitle') }
}

export default async function NewProjectPage() {
  await currentActor('/projects/new')
  const t = await getTexts()
  return (
    <Page width="narrow">
      <PageHeader title={t('project.newTitle')} lead={t('project.newLead')} />
      <NewProjectForm />
    </Page>
  )
}
