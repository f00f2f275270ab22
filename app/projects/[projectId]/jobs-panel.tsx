'use client'
/** Long work of this project: how far it is, who asked for it, and what failed. It goes on without this page. */
import { Check, CircleAlert, Hourglass, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '@/app/_ui/button'
import { Name } from '@/app/_ui/name'
import { Progress } from '@/app/_ui/progress'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { JOB_BEGUN } from '@/app/_ui/use-download'
import type { ShownJob } from '@/lib/queue/queries'

/** As it comes over the wire. */
type Job = Omit<ShownJob, 'createdAt' | 'endedAt' | 'cancelAskedAt'> & {
  createdAt: Date | string
  endedAt: Date | string | null
  cancelAskedAt: Date | string | null
}

const LOOK_EVERY = 1_000

const goesOn = ({ state }: Job) => state === 'waiting' || state === 'running'

type JobsPanelProps = { projectId: string; first: ShownJob[] }

export function JobsPanel({ projectId, first }: JobsPanelProps) {
  const t = useTexts()
  const { jobs, act } = useJobs(projectId, first)
  // `first` is given anew when the page around is brought up to date; what counts is what was seen when it was opened.
  const [opened] = useState(first)
  // What was done before the page was opened stands in the table of documents already.
  const shown = jobs.filter((job) => job.state !== 'cancelled' && (job.state !== 'done' || watched(job, opened)))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="jobs" className="mb-6 rounded-lg border border-line bg-surface">
      <h2 id="jobs" className="flex flex-wrap items-baseline gap-x-3 px-4 pt-3 font-medium">
        {t('jobs.title')}
        {shown.some(goesOn) && <span className="font-normal text-ink-faint text-sm">{t('jobs.goesOn')}</span>}
      </h2>
      <ul className="divide-y divide-line">
        {shown.map((job) => (
          <JobRow key={job.id} job={job} projectId={projectId} onAct={act} />
        ))}
      </ul>
    </section>
  )
}

function watched(job: Job, first: ShownJob[]): boolean {
  const then = first.find(({ id }) => id === job.id)
  return !then || goesOn(then)
}

/** Asks again while anything goes on; when something ends, the page around it is brought up to date. */
function useJobs(projectId: string, first: ShownJob[]) {
  const router = useRouter()
  const [jobs, setJobs] = useState<Job[]>(first)
  const open = jobs.filter(goesOn).length
  const opened = useRef(open)
  const look = useCallback(async () => {
    const answer = await fetch(`/api/projects/${projectId}/jobs`).catch(() => null)
    if (answer?.ok) setJobs((await answer.json()) as Job[])
  }, [projectId])

  useEffect(() => {
    const hear = () => void look()
    window.addEventListener(JOB_BEGUN, hear)
    return () => window.removeEventListener(JOB_BEGUN, hear)
  }, [look])

  useEffect(() => {
    if (open < opened.current) router.refresh()
    opened.current = open
    if (open === 0) return
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [open, look, router])

  async function act(jobId: string, deed: 'cancel' | 'retry') {
    await fetch(`/api/projects/${projectId}/jobs/${jobId}/${deed}`, { method: 'POST' }).catch(() => null)
    await look()
  }
  return { jobs, act }
}

type JobRowProps = { job: Job; projectId: string; onAct: (jobId: string, deed: 'cancel' | 'retry') => void }

function JobRow({ job, projectId, onAct }: JobRowProps) {
  const t = useTexts()
  const { state, title } = job
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <StateMark state={state} />
      <div className="min-w-40 flex-1">
        <p className="truncate">{title}</p>
        <p className="text-ink-faint text-sm">
          {t(`jobs.kind.${job.kind}` as TextKey)} · <Name of={job.by} /> · <Time at={job.createdAt} />
        </p>
      </div>
      <div className="min-w-40 flex-1">
        <JobProgress job={job} />
      </div>
      <div className="flex gap-2">
        {state === 'done' && <OpenLink job={job} projectId={projectId} />}
        {state === 'done' && job.mayAct && <FileLink job={job} projectId={projectId} />}
        {job.mayAct && state === 'failed' && (
          <Button size="small" aria-label={t('jobs.retryOf', { title })} onClick={() => onAct(job.id, 'retry')}>
            {t('jobs.retry')}
          </Button>
        )}
        {job.mayAct && (goesOn(job) || state === 'failed') && !job.cancelAskedAt && (
          <Button
            size="small"
            look="quiet"
            aria-label={t(state === 'failed' ? 'jobs.dismissOf' : 'jobs.cancelOf', { title })}
            onClick={() => onAct(job.id, 'cancel')}
          >
            {t(state === 'failed' ? 'jobs.dismiss' : 'jobs.cancel')}
          </Button>
        )}
      </div>
    </li>
  )
}

function OpenLink({ job, projectId }: { job: Job; projectId: string }) {
  const t = useTexts()
  const { documentId } = (job.result ?? {}) as { documentId?: string }
  if (!documentId) return null
  return (
    <Link
      className={buttonClass('secondary', 'small')}
      aria-label={t('jobs.openOf', { title: job.title })}
      href={`/projects/${projectId}/review/${documentId}`}
    >
      {t('jobs.open')}
    </Link>
  )
}

function FileLink({ job, projectId }: { job: Job; projectId: string }) {
  const t = useTexts()
  const { fileName } = (job.result ?? {}) as { fileName?: string }
  if (!fileName) return null
  return (
    <a
      download
      className={buttonClass('secondary', 'small')}
      aria-label={t('jobs.takeOf', { title: fileName })}
      href={`/api/projects/${projectId}/jobs/${job.id}/file`}
    >
      {t('jobs.take')}
    </a>
  )
}

function JobProgress({ job }: { job: Job }) {
  const t = useTexts()
  if (job.cancelAskedAt && goesOn(job)) return <p className="text-ink-soft text-sm">{t('jobs.calling')}</p>
  if (job.state === 'failed') return <p className="text-danger text-sm">{reasonOf(job, t)}</p>
  if (job.state !== 'running' || job.phase === '') {
    return <p className="text-ink-soft text-sm">{t(`jobs.state.${job.state}`)}</p>
  }
  const phase = t(`import.phase.${job.phase}` as TextKey)
  const label = t('jobs.share', { phase, share: job.share })
  return (
    <>
      <p className="mb-1 text-ink-soft text-sm tabular-nums">{label}</p>
      <Progress done={Math.round(job.share * 100)} of={100} label={label} />
    </>
  )
}

function reasonOf({ problem }: Job, t: ReturnType<typeof useTexts>): string {
  const { problem: id, detail } = (problem ?? { problem: 'unexpected' }) as {
    problem: string
    detail?: Record<string, string | number | null>
  }
  const said = t(`problems.${id}` as TextKey, detail as Record<string, string>)
  return typeof detail?.reason === 'string' ? `${said} ${detail.reason}` : said
}

function StateMark({ state }: { state: Job['state'] }) {
  if (state === 'done') return <Check aria-hidden className="size-5 text-ok" />
  if (state === 'failed') return <CircleAlert aria-hidden className="size-5 text-danger" />
  if (state === 'running') return <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" />
  return <Hourglass aria-hidden className="size-5 text-ink-faint" />
}
