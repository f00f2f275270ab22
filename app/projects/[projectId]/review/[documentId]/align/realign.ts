/**
 * Aligns anew in a request of its own, so that everything else goes on meanwhile; the bar says how far it is, and how to
 * call it off. If texts change before it is done, nothing is written and the person is told.
 */
import type { JobLine } from '@/app/_server/follow-job'
import type { Failure } from '@/app/_server/outcome'
import type { ProgressLine } from '@/app/api/projects/[projectId]/documents/progress'
import type { RealignInput, StepAnswer } from '@/lib/alignment/input'
import type { AlignNotice } from '@/lib/document/align-task'
import { readLines } from '../../../import/send'
import type { Screen } from '../state/screen'
import { alignOf } from './align-state'
import { loadJournal } from './journal'
import { settled } from './operate'
import { refuse } from './refuse'
import { showChange, undo } from './undo'

type Range = RealignInput['range']

type Realigned = StepAnswer & { notice?: AlignNotice }

export async function realign(screen: Screen, range: Range): Promise<void> {
  const { working } = alignOf(screen)
  if (working.get()?.cancel) return refuse(screen, screen.t('align.realign-under-way'))
  const calling = new AbortController()
  let jobId: string | null = null
  // A long one is a worker's: it is called off by a request of its own, and its last line says whether that was in time.
  const cancel = () => (jobId ? void cancelJob(screen, jobId) : calling.abort())
  const onJob = (id: string) => {
    jobId = id
  }
  // In tens: it is read out as well.
  const onShare = (share: number) => {
    const says = screen.t('align.realigning', { percent: Math.floor(share * 10) * 10 })
    if (working.get()?.says !== says) working.set({ says, cancel })
  }
  onShare(0)
  await settled(screen)
  const answer = await request(screen, range, calling.signal, { onShare, onJob })
    .catch(() => null)
    .finally(() => working.set(null))
  if (calling.signal.aborted || (answer && 'cancelled' in answer))
    return refuse(screen, screen.t('align.realign-cancelled'))
  // That everything stands as it should is an answer, not a failure.
  if (answer && !answer.ok && answer.problem === 'nothing-to-align') {
    screen.range.set(null)
    return refuse(screen, screen.t('align.realigned', { count: 0 }))
  }
  if (!answer?.ok) return screen.tell(answer?.message ?? screen.t('problems.offline'), { failed: true })
  await show(screen, answer.value)
}

async function request(
  screen: Screen,
  range: Range,
  signal: AbortSignal,
  { onShare, onJob }: { onShare: (share: number) => void; onJob: (jobId: string) => void },
): Promise<{ ok: true; value: Realigned } | { ok: false; cancelled: true; message?: never } | Failure | null> {
  const response = await fetch(`${screen.api}/alignment/realign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ range }),
    signal,
  })
  if (!response.ok) return (await response.json()) as Failure
  for await (const line of readLines<ProgressLine<Realigned> | JobLine<Realigned>>(response)) {
    if ('ok' in line) return line
    if ('jobId' in line) onJob(line.jobId)
    else onShare(line.share)
  }
  return null
}

async function cancelJob(screen: Screen, jobId: string): Promise<void> {
  await fetch(`/api/projects/${screen.projectId}/jobs/${jobId}/cancel`, { method: 'POST' }).catch(() => null)
}

async function show(screen: Screen, { notice, ...answer }: Realigned): Promise<void> {
  const done = screen.t('align.realigned', { count: answer.changed.length })
  screen.range.set(null)
  await showChange(screen, answer)
  alignOf(screen).said.set(done)
  const words = notice ? `${done} ${screen.t(`import.notice.${notice}`)}` : done
  screen.tell(words, { action: { label: screen.t('align.undo'), run: () => void undo(screen) } })
  await loadJournal(screen)
}
