import { expect, test } from 'vitest'
import { runInThread } from '../../lib/jobs/run-in-thread'
import { fail, idOfThread, neverEnds, sum, tellsThenNeverEnds } from './thread-errands'

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
  await expect(runInThread(at('neverEnds'), neverEnds, [], { signal: stop.signal })).rejects.toThrow('enough')
})

test('a thread that has answered does the next errand; of two at once each has its own; one that was ended does no more', async () => {
  const asked = () => runInThread(at('idOfThread'), idOfThread, [])
  const first = await asked()
  expect(await asked()).toBe(first)
  await expect(runInThread(at('fail'), fail, ['no such page'])).rejects.toThrow('no such page')
  expect(await asked()).toBe(first)
  const [one, other] = await Promise.all([asked(), asked()])
  expect(one).not.toBe(other)
  const stop = new AbortController()
  const ended = runInThread(at('tellsThenNeverEnds'), tellsThenNeverEnds, [], {
    signal: stop.signal,
    onTold: (told) => stop.abort(new Error(`enough of ${told}`)),
  })
  const [before] = await Promise.allSettled([ended])
  const threadOfEnded = /enough of (\d+)/.exec(String((before as PromiseRejectedResult).reason))?.[1]
  expect(await asked()).not.toBe(Number(threadOfEnded))
})
