/**
 * `npm run worker`: one more worker on the database of DATABASE_URL, or on the bundled one while `npm start` runs.
 * Ends with code 1 when the database is lost, so that whoever started it starts it again.
 */
import { dataFolder, sessionSecret } from './data-folder'
import { connectAsWorkbench, failPlainly, ROOT } from './data-folder-database'

async function main() {
  connectAsWorkbench()
  process.env.NEXTAUTH_SECRET = sessionSecret(dataFolder(ROOT))
  const { startWorker } = await import('../jobs/worker')
  const { ERRANDS, JOBS, ROUNDS } = await import('../queue/work')
  const { startMailing } = await import('../mail/mailer')
  const { startNoticeRounds } = await import('../notice/rounds')
  const worker = await startWorker({
    jobs: JOBS,
    errands: ERRANDS,
    rounds: ROUNDS,
    onError: (error) => console.error(`Worker: ${error.message}`),
  })
  const complain = (about: string) => (error: unknown) =>
    console.error(`${about}: ${error instanceof Error ? error.message : error}`)
  const mailing = startMailing(complain('Mail'))
  const notices = startNoticeRounds(complain('Notices'))
  console.log(`Worker ${worker.number} is at work.`)
  let asked = false
  const stop = async () => {
    asked = true
    await Promise.all([mailing.stop(), notices.stop(), worker.stop()])
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // Started by another process: when that is gone, so is what would restart this one.
  if (process.send) process.on('disconnect', stop)
  await worker.lost
  if (!asked) process.exit(1)
}

main().catch(failPlainly)
