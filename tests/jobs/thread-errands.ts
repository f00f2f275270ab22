/** What the tests of runInThread have done in another thread. */
import { threadId } from 'node:worker_threads'

export function sum(found: Map<string, number>, more: number): number {
  return (found.get('a') ?? 0) + more
}

export function idOfThread(): number {
  return threadId
}

export function fail(message: string): never {
  throw new Error(message)
}

export function neverEnds(): never {
  for (;;);
}

export function tellsThenNeverEnds(tell?: (id: number) => void): never {
  tell?.(threadId)
  for (;;);
}
