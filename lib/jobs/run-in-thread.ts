/**
 * Runs a function of this project in a thread of its own, so that the server goes on answering while it works.
 * The thread's file is started by its path from the project's folder with tsx as its loader: a bundler leaves such a path
 * alone, and tests and the command line need nothing else. What goes in and comes out is copied (structured clone).
 * A thread that has answered rests for a while and takes the next errand, for which everything is loaded by then.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Answer, Errand } from './thread'

class ThreadStartError extends Error {
  override name = 'ThreadStartError'
}

const RUNNER = pathToFileURL(join(process.cwd(), 'lib', 'jobs', 'thread.ts')).href
// `--import tsx` in a worker's execArgv has no effect on Node 20 (the hooks live on another thread), so tsx is asked by its API.
const BOOTSTRAP = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(RUNNER)}, ${JSON.stringify(RUNNER)}))`

/** Who imports one document often imports another; the memory of the last one is not held for longer. */
const LONGEST_REST_MS = 60_000

// Kept on globalThis: the app loads this module once for each of its parts. Only one rests, whatever many had to do at once.
const kept = globalThis as { duizhaoThread?: { thread: Worker; clock: NodeJS.Timeout } | undefined }

/** Where a thread finds the function it is to run: the file's path from the project's folder, and its name there. */
export type ThreadPlace = { file: string; name: string }

export type ThreadHooks = {
  /** Ends the thread at once. */
  signal?: AbortSignal
  /** Hears what the function tells on its way; the function gets `tell` behind its values then. */
  onTold?: (told: unknown) => void
}

/**
 * What the function at `place` answers to `values` in a thread of its own. What it throws is thrown here.
 * Where no thread can be started, does `run` here instead and says so on standard error.
 */
export async function runInThread<Values extends unknown[], Value>(
  place: ThreadPlace,
  run: (...values: Values) => Value | Promise<Value>,
  values: Values,
  { signal, onTold }: ThreadHooks = {},
): Promise<Value> {
  signal?.throwIfAborted()
  try {
    return (await inThread(place, values, signal, onTold)) as Value
  } catch (error) {
    if (!(error instanceof ThreadStartError)) throw error
    process.stderr.write(`Running ${place.name} without a thread of its own: ${error.message}\n`)
    return await run(...values)
  }
}

function inThread(
  { file, name }: ThreadPlace,
  values: unknown[],
  signal?: AbortSignal,
  onTold?: (told: unknown) => void,
) {
  return new Promise<unknown>((resolve, reject) => {
    const url = pathToFileURL(join(/*turbopackIgnore: true*/ process.cwd(), file)).href
    const thread = takeThread()
    let started = false
    const finish = (settle: () => void, last: (thread: Worker) => void = end) => {
      signal?.removeEventListener('abort', stop)
      thread.off('message', hear).off('error', fail).off('exit', leave)
      last(thread)
      settle()
    }
    const stop = () => finish(() => reject(signal?.reason))
    const lost = (message: string) => (started ? new Error(message) : new ThreadStartError(message))
    const hear = (answer: Answer) => {
      started = true
      if ('told' in answer) onTold?.(answer.told)
      if ('value' in answer) finish(() => resolve(answer.value), rest)
      if ('failed' in answer) finish(() => reject(answer.failed), rest)
    }
    const fail = (error: Error) => finish(() => reject(lost(error.message)))
    const leave = (code: number) => finish(() => reject(lost(`the thread ended with code ${code} before an answer`)))
    signal?.addEventListener('abort', stop, { once: true })
    thread.on('message', hear).on('error', fail).on('exit', leave)
    thread.postMessage({ url, name, values, tells: onTold !== undefined } satisfies Errand)
  })
}

/** The one that rests, or a new one. */
function takeThread(): Worker {
  const { thread, clock } = kept.duizhaoThread ?? {}
  kept.duizhaoThread = undefined
  clearTimeout(clock)
  thread?.ref()
  return thread ?? newThread()
}

function newThread(): Worker {
  const thread = new Worker(BOOTSTRAP, { eval: true, execArgv: [] })
  // Whoever waits for it hears of it as well; one that rests is no one's trouble.
  return thread.on('error', () => forget(thread)).on('exit', () => forget(thread))
}

function rest(thread: Worker) {
  // While one develops, a thread would go on with the code it has loaded.
  if (kept.duizhaoThread || process.env.NODE_ENV === 'development') return end(thread)
  const clock = setTimeout(() => {
    // Before its end, which takes a moment: nobody may take it any more.
    forget(thread)
    end(thread)
  }, LONGEST_REST_MS)
  // Neither the thread nor its clock keeps a process up that is done.
  clock.unref()
  thread.unref()
  kept.duizhaoThread = { thread, clock }
}

function forget(thread: Worker) {
  if (kept.duizhaoThread?.thread === thread) kept.duizhaoThread = undefined
}

function end(thread: Worker) {
  void thread.terminate()
}
