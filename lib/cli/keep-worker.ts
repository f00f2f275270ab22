/** Keeps one worker process running beside the server: when it dies it is started again, more slowly each time it dies young. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000

/** One that has lived this long did not die of how it was started. */
const GROWN_UP = 60_000

/** Giving a job back takes a moment; what is not given back is taken up by the next worker all the same. */
const LONGEST_STOP = 8_000

export type KeptWorker = { pid(): number | undefined; stop(): Promise<void> }

export function keepWorker(root: string, say: (message: string) => void): KeptWorker {
  let child: ChildProcess
  let again: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE
  let stopping = false

  const start = () => {
    const startedAt = Date.now()
    child = spawn(process.execPath, ['--import', 'tsx', join(root, 'lib/cli/worker.ts')], {
      cwd: root,
      // By the channel it learns that this process is gone, whatever ended it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: process.env,
      detached: process.platform !== 'win32',
    })
    child.once('exit', (code, signal) => {
      if (stopping) return
      pause = Date.now() - startedAt > GROWN_UP ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2)
      say(`The worker ended (${signal ?? `code ${code}`}); starting it again.`)
      again = setTimeout(start, pause)
    })
  }
  start()

  return {
    pid: () => child.pid,
    async stop() {
      stopping = true
      clearTimeout(again)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP)
      await ended
      clearTimeout(late)
    },
  }
}
