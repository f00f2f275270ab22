/**
 * Aligns in a thread of its own, so that the server goes on answering. The thread's file is started by its path from the
 * project's folder with tsx as its loader: a bundler leaves such a path alone, and tests and the command line need nothing else.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { alignTask, type WorkerAlignment, type WorkerTask } from './align-task'
import type { WorkerAnswer } from './align-worker'

const WORKER_FILE = pathToFileURL(join(process.cwd(), 'lib', 'document', 'align-worker.ts')).href
// `--import tsx` in a worker's execArgv has no effect on Node 20 (the hooks live on another thread), so tsx is asked by its API.
const BOOTSTRAP = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(WORKER_FILE)}, ${JSON.stringify(WORKER_FILE)}))`

/** `onProgress` gets the share done, 0 to 1; `signal` ends the thread at once and rejects with its reason. */
export type AlignHooks = { onProgress?: (share: number) => void; signal?: AbortSignal }

/**
 * Aligns sentences off the calling thread: `alignInWorker({ zh, en, cuts, confirmed, paragraphs }, { onProgress, signal })`.
 *
 * - `zh`, `en`: the sentences of both sides, in order; the beads of the answer hold their numbers, from 0. Every sentence is in exactly one bead,
 *   a bead's sentences follow each other, and beads are in the order of the Chinese (English without Chinese stands by its neighbours).
 * - `cuts`: boundaries that must coincide (before zh sentence `cut.zh` and before en sentence `cut.en`); only a bead marked `moved` may cross one.
 * - `confirmed`: beads that are right. They come back as given, with `confirmed: true` and confidence 1; new beads neither span nor jump over
 *   them (`moved: true` on one says that its English stands elsewhere, so that it parts nothing), and they teach the words of the document. To realign a range, give the whole document (or a good stretch around the range) and name
 *   every bead outside the range as confirmed: only the open sentences are aligned, with the nearest confirmed beads as context, so that it takes
 *   time in proportion to the range, not to the document.
 * - `paragraphs`: numbers of the sentences that open a paragraph, as soft evidence.
 *
 * Answers `{ beads, engine, notice? }`; `notice` names what the alignment had to do without (today only `embeddings-away`: the embedding service
 * is set up and did not answer; the beads are those of the aligner alone). Cuts out of order, and beads that overlap or lie outside the
 * texts, throw a RangeError. Where no thread can be started, aligns on the calling one and says so on standard error.
 */
export async function alignInWorker(
  task: WorkerTask,
  { onProgress, signal }: AlignHooks = {},
): Promise<WorkerAlignment> {
  signal?.throwIfAborted()
  try {
    return await runInThread(task, onProgress, signal)
  } catch (error) {
    if (!(error instanceof ThreadStartError)) throw error
    process.stderr.write(`Aligning without a thread of its own: ${error.message}\n`)
    return await alignTask(task, { onProgress, signal })
  }
}

class ThreadStartError extends Error {
  override name = 'ThreadStartError'
}

function runInThread(
  task: WorkerTask,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<WorkerAlignment> {
  return new Promise<WorkerAlignment>((resolve, reject) => {
    const worker = new Worker(BOOTSTRAP, { eval: true, workerData: task, execArgv: [] })
    let started = false
    const stop = () => {
      void worker.terminate()
      reject(signal?.reason)
    }
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      settle()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (answer: WorkerAnswer) => {
      started = true
      if ('share' in answer) onProgress?.(answer.share)
      if ('alignment' in answer) finish(() => resolve(answer.alignment))
    })
    worker.on('error', (error: Error) => finish(() => reject(started ? error : new ThreadStartError(error.message))))
    worker.on('exit', (code) =>
      finish(() => reject(new ThreadStartError(`the aligning thread ended with code ${code} before an answer`))),
    )
  })
}
