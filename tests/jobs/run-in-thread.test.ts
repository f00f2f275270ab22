import { expect, test } from 'vitest'
import { runInThread } from '../../lib/jobs/run-in-thread'
import { fail, idOfThread, neverEnds, sum } from './thread-errands'

const at = (name: string) => ({ file: 'tests/jobs/thread-errands.ts', name })

test('answers what the function answers, from another thread', async () => {
  expect(await runInThread(at('sum'), sum, [new Map([['a', 2]]), 40])).toBe(42)
  expect(await runInThread(at('idOfThread'), idOfThread, [])).not.toBe(idOfThread())
})

test('what the function throws is thrown here', async () => {
  await expect(runInThread(at('fail'), fail, ['no such page'])).rejects.toThrow('no such page')
})

test('a function that is not there is an error that names it', async () => {
  await expect(runInThread(at('nobody'), sum, [new Map(), 1])).rejects.toThrow("no function 'nobody'")
})

test('the calling thread is free meanwhile, and may end the other', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(runInThread(at('neverEnds'), neverEnds, [], stop.signal)).rejects.toThrow('enough')
})
