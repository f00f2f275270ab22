/** The thread behind `alignInWorker`: aligns what it was started with, tells the share done, answers, ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { alignTask, type WorkerAlignment, type WorkerTask } from './align-task'

export type WorkerAnswer = { share: number } | { alignment: WorkerAlignment }

const answer = (message: WorkerAnswer) => parentPort?.postMessage(message)

answer({ share: 0 })
// An error ends the thread, and the thread's end hands it over. The module itself must not wait: its loader would.
void alignTask(workerData as WorkerTask, { onProgress: (share) => answer({ share }) }).then((alignment) =>
  answer({ alignment }),
)
