/**
 * The worker of this process. `npm start` runs one in a process of its own (DUIZHAO_WORKER=apart); without, as in
 * development, whoever gives work out also does it, and from then on sends mail and reminds of dates.
 */
import { startWorker, type Worker } from '@/lib/jobs/worker'
import { startMailing } from '@/lib/mail/mailer'
import { startNoticeRounds } from '@/lib/notice/rounds'
import { ERRANDS, JOBS, ROUNDS } from '@/lib/queue/work'
import { log } from './log'

const kept = globalThis as { duizhaoWorker?: Promise<Worker> | undefined }

export async function ensureWorker(): Promise<void> {
  if (process.env.DUIZHAO_WORKER === 'apart') return
  kept.duizhaoWorker ??= start().catch((error) => {
    kept.duizhaoWorker = undefined
    throw error
  })
  await kept.duizhaoWorker
}

async function start(): Promise<Worker> {
  const worker = await startWorker({
    jobs: JOBS,
    errands: ERRANDS,
    rounds: ROUNDS,
    onError: (err) => log.warn({ err }, 'worker'),
  })
  const trouble = (about: string) => (err: unknown) => log.warn({ err }, about)
  const mailing = startMailing(trouble('mail'))
  const notices = startNoticeRounds(trouble('notices'))
  void worker.lost.then(async () => {
    kept.duizhaoWorker = undefined
    await Promise.all([mailing.stop(), notices.stop()])
  })
  return worker
}
