/** The thread behind `runInThread`: calls the one function it was started for, answers, ends. */
import { parentPort, workerData } from 'node:worker_threads'

const { url, name, values } = workerData as { url: string; name: string; values: unknown[] }

parentPort?.postMessage({ started: true })
try {
  const found = ((await import(url)) as Record<string, unknown>)[name]
  if (typeof found !== 'function') throw new Error(`${url} exports no function '${name}'`)
  parentPort?.postMessage({ value: await (found as (...values: unknown[]) => unknown)(...values) })
} catch (error) {
  parentPort?.postMessage({ failed: error instanceof Error ? error : new Error(String(error)) })
}
