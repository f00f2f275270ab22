/**
 * Runs a function of this project in a thread of its own, so that the server goes on answering while it works.
 * The thread's file is started by its path from the project's folder with tsx as its loader: a bundler leaves such a path
 * alone, and tests and the command line need nothing else. What goes in and comes out is copied (structured clone).
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

class ThreadStartError extends Error {
  override name = 'ThreadStartError'
}

type Answer<Value> = { started: true } | { value: Value } | { failed: Error }

const RUNNER = pathToFileURL(join(process.cwd(), 'lib', 'jobs', 'thread.ts')).href
// `--import tsx` in a worker's execArgv has no effect on Node 20 (the hooks live on another thread), so tsx is asked by its API.
const BOOTSTRAP = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(RUNNER)}, ${JSON.stringify(RUNNER)}))`

/** Where a thread finds the function it is to run: the file's path from the project's folder, and its name there. */
export type ThreadPlace = { file: string; name: string }

/**
 * The answer of `run`, which stands at `place`, called with `values` in a thread of its own. What it throws is thrown here;
 * `signal` ends the thread at once. Where no thread can be started, runs here and says so on standard error.
 */
export async function runInThread<Values extends unknown[], Value>(
  place: ThreadPlace,
  run: (...values: Values) => Value | Promise<Value>,
  values: Values,
  signal?: AbortSignal,
): Promise<Value> {
  signal?.throwIfAborted()
  try {
    return await startThread<Value>(place, values, signal)
  } catch (error) {
    if (!(error instanceof ThreadStartError)) throw error
    process.stderr.write(`Running ${place.name} without a thread of its own: ${error.message}\n`)
    return await run(...values)
  }
}

function startThread<Value>({ file, name }: ThreadPlace, values: readonly unknown[], signal?: AbortSignal) {
  return new Promise<Value>((resolve, reject) => {
    const url = pathToFileURL(join(/*turbopackIgnore: true*/ process.cwd(), file)).href
    const worker = new Worker(BOOTSTRAP, { eval: true, workerData: { url, name, values }, execArgv: [] })
    let started = false
    const stop = () => finish(() => reject(signal?.reason))
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      settle()
    }
    const lost = (message: string) => (started ? new Error(message) : new ThreadStartError(message))
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (answer: Answer<Value>) => {
      started = true
      if ('value' in answer) finish(() => resolve(answer.value))
      if ('failed' in answer) finish(() => reject(answer.failed))
    })
    worker.on('error', (error: Error) => finish(() => reject(lost(error.message))))
    worker.on('exit', (code) => finish(() => reject(lost(`the thread ended with code ${code} before an answer`))))
  })
}
