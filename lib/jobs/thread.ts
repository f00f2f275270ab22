/** The thread behind `runInThread`: calls the functions it is sent, one at a time, and answers. */
import { parentPort } from 'node:worker_threads'

export type Errand = { url: string; name: string; values: unknown[]; tells: boolean }

export type Answer = { started: true } | { told: unknown } | { value: unknown } | { failed: Error }

const say = (answer: Answer) => parentPort?.postMessage(answer)

async function run({ url, name, values, tells }: Errand) {
  say({ started: true })
  try {
    const found = ((await import(url)) as Record<string, unknown>)[name]
    if (typeof found !== 'function') throw new Error(`${url} exports no function '${name}'`)
    const told = tells ? [(value: unknown) => say({ told: value })] : []
    say({ value: await (found as (...values: unknown[]) => unknown)(...values, ...told) })
  } catch (error) {
    say({ failed: error instanceof Error ? error : new Error(String(error)) })
  }
}

parentPort?.on('message', run)
