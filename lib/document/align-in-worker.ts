/**
 * Aligns in a thread of its own, so that the server goes on answering. The thread's file is started by its path from the
 * project's folder with tsx as its loader: a bundler leaves such a path alone, and tests and the command line need nothing else.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Alignment, type AlignOptions, align } from '../bitext/align'
import { loadLexicon } from '../lexicon'
import type { WorkerAnswer, WorkerTask } from './align-worker'

/** What of the options can cross to another thread. The thread loads the lexicon itself. */
export type WorkerAlignOptions = Omit<AlignOptions, 'lexicon' | 'onProgress' | 'signal'>

const WORKER_FILE = pathToFileURL(join(process.cwd(), 'lib', 'document', 'align-worker.ts')).href
// `--import tsx` in a worker's execArgv has no effect on Node 20 (the hooks live on another thread), so tsx is asked by its API.
const BOOTSTRAP = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(WORKER_FILE)}, ${JSON.stringify(WORKER_FILE)}))`

/**
 * Aligns off the calling thread; `onProgress` gets the share done, `signal` ends the thread at once.
 * Where no thread can be started, aligns on the calling one and says so on standard error.
 */
export async function alignInWorker(
  zh: readonly string[],
  en: readonly string[],
  options: WorkerAlignOptions = {},
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Alignment> {
  signal?.throwIfAborted()
  const task: WorkerTask = { zh, en, options: { cuts: options.cuts, paragraphs: options.paragraphs } }
  try {
    return await runInThread(task, onProgress, signal)
  } catch (error) {
    if (!(error instanceof ThreadStartError)) throw error
    process.stderr.write(`Aligning without a thread of its own: ${error.message}\n`)
    return align(zh, en, { ...task.options, lexicon: loadLexicon(), onProgress, signal })
  }
}

class ThreadStartError extends Error {
  override name = 'ThreadStartError'
}

function runInThread(task: WorkerTask, onProgress?: (share: number) => void, signal?: AbortSignal): Promise<Alignment> {
  return new Promise<Alignment>((resolve, reject) => {
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
