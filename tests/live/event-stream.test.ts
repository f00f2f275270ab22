/** The stream a browser reads: whole messages, a bounded buffer, an end. */
import { expect, test } from 'vitest'
import { eventStream } from '@/app/api/projects/[projectId]/documents/[documentId]/live/event-stream'
import type { LiveMessage } from '@/lib/live/message'

function messagesIn(text: string): (LiveMessage & { id?: string })[] {
  return text
    .split('\n\n')
    .filter((event) => event.includes('data: '))
    .map((event) => JSON.parse(event.slice(event.indexOf('data: ') + 6)) as LiveMessage)
}

test('messages arrive in order, each with its place, and the stream ends with them', async () => {
  let closed = 0
  const { body, tell } = eventStream(() => closed++)
  tell({ type: 'at', cursor: '1:2:' })
  tell({ type: 'people', people: [] })
  tell({ type: 'ended', reason: 'access' })
  tell({ type: 'at', cursor: '9:9:' })
  const text = await new Response(body).text()
  expect(messagesIn(text).map(({ type }) => type)).toEqual(['at', 'people', 'ended'])
  expect(text).toContain('id: 1:2:\ndata: ')
  expect(closed).toBe(1)
})

test('a reader that does not read is left out and told to fetch everything anew, from the last it missed', async () => {
  const { body, tell, end } = eventStream(() => {})
  const many = (n: number): LiveMessage => ({
    type: 'change',
    cursor: `${n}:${n}:`,
    kinds: ['row'],
    ids: null,
    by: {},
    rows: [],
  })
  const long = 'x'.repeat(10_000)
  for (let n = 1; n <= 200; n++) tell({ ...many(n), by: { 1: { memberId: 'm', name: long } } } as LiveMessage)
  const reader = body.getReader()
  let text = ''
  const decoder = new TextDecoder()
  while (!text.includes('"reload"')) {
    const { value, done } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  const messages = messagesIn(text)
  expect(messages.length).toBeLessThan(40)
  expect(messages.at(-1)).toEqual({ type: 'reload', cursor: '200:200:' })
  end()
})

test('whoever goes away is let go of', async () => {
  let closed = 0
  const { body, tell } = eventStream(() => closed++)
  await body.cancel()
  tell({ type: 'at', cursor: '1:1:' })
  expect(closed).toBe(1)
})
