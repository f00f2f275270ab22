import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { AuditLog, type AuditSearch } from '@/app/_ui/audit/audit-log'
import { Frame } from '../frame'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('administration.audit') }
}

/** Who did what in the whole workbench. */
export default async function WholeAuditPage({ searchParams }: { searchParams: AuditSearch }) {
  const path = '/administration/audit'
  const [t, actor] = await Promise.all([getTexts(), currentActor(path)])
  return (
    <Frame title={t('administration.audit')} lead={t('administration.auditLead')}>
      <AuditLog actor={actor} projectId={null} path={path} exportPath="/api/audit" search={searchParams} />
    </Frame>
  )
}
