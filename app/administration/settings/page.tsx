import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { readRetention } from '@/lib/administration/change-retention'
import { Frame } from '../frame'
import { RetentionForm } from './retention-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('administration.settings') }
}

/** What holds for the whole workbench. */
export default async function InstanceSettingsPage() {
  const actor = await currentActor('/administration/settings')
  const [t, retention] = await Promise.all([getTexts(), found(readRetention(actor))])
  return (
    <Frame title={t('administration.settings')}>
      {/* A new version makes a new form: what others saved meanwhile must not hide under old values. */}
      <RetentionForm key={retention.version} retention={retention} />
    </Frame>
  )
}
