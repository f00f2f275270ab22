import { Hourglass } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { EmptyState } from '@/app/_ui/empty-state'
import { listAllJobs } from '@/lib/administration/jobs'
import { Frame } from '../frame'
import { JobTable } from './job-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('administration.jobs') }
}

/** Long work of all projects. */
export default async function AllJobsPage() {
  const actor = await currentActor('/administration/jobs')
  const [t, jobs] = await Promise.all([getTexts(), found(listAllJobs(actor))])
  return (
    <Frame title={t('administration.jobs')} lead={t('administration.jobsLead')}>
      {jobs.length === 0 ? (
        <EmptyState icon={Hourglass} title={t('administration.noJobs')}>
          {t('administration.noJobsBody')}
        </EmptyState>
      ) : (
        <JobTable jobs={jobs} />
      )}
    </Frame>
  )
}
