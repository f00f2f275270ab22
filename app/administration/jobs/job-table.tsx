'use client'
import { Badge, type Tone } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Name } from '@/app/_ui/name'
import { Table, Td, Th } from '@/app/_ui/table'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { AdministeredJob } from '@/lib/administration/jobs'
import { retryHere } from '../actions'

const TONES: Record<AdministeredJob['state'], Tone> = {
  waiting: 'plain',
  running: 'info',
  done: 'ok',
  failed: 'danger',
  cancelled: 'plain',
}

export function JobTable({ jobs }: { jobs: AdministeredJob[] }) {
  const t = useTexts()
  const tell = useToast()
  const retry = useTold(retryHere)
  return (
    <Table label={t('administration.jobs')}>
      <thead>
        <tr>
          <Th>{t('administration.job')}</Th>
          <Th>{t('administration.project')}</Th>
          <Th>{t('administration.by')}</Th>
          <Th>{t('administration.when')}</Th>
          <Th>{t('administration.state')}</Th>
          <Th>
            <span className="sr-only">{t('administration.retry')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id} className="hover:bg-hover">
            <Td>
              <span className="block font-medium">{job.title}</span>
              <span className="text-ink-soft text-sm">{t(`jobs.kind.${job.kind}` as TextKey)}</span>
            </Td>
            <Td>{job.project.name}</Td>
            <Td>
              <Name of={job.by} />
            </Td>
            <Td className="whitespace-nowrap">
              <Time at={job.createdAt} />
            </Td>
            <Td className="min-w-40">
              <Badge tone={TONES[job.state]}>{t(`jobs.state.${job.state}`)}</Badge>
              {job.state === 'failed' && <span className="block text-danger text-sm">{reasonOf(job, t)}</span>}
              {job.attempt > 1 && (
                <span className="block text-ink-faint text-sm">
                  {t('administration.attempts', { count: job.attempt })}
                </span>
              )}
            </Td>
            <Td className="w-0">
              {job.state === 'failed' && (
                <Button
                  size="small"
                  disabled={retry.running}
                  aria-label={t('administration.retryOf', { title: job.title })}
                  onClick={async () =>
                    (await retry.run({ jobId: job.id })) && tell(t('administration.retried', { title: job.title }))
                  }
                >
                  {t('administration.retry')}
                </Button>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function reasonOf({ problem }: AdministeredJob, t: ReturnType<typeof useTexts>): string {
  const { problem: id = 'unexpected', detail = {} } = (problem ?? {}) as {
    problem?: string
    detail?: Record<string, string>
  }
  return t(`problems.${id}` as TextKey, detail)
}
