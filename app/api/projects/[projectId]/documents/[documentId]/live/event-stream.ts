/**
 * Messages as server-sent events. A reader that cannot keep up is not waited for and costs no more than its buffer: what does
 * not fit is left out, and once there is room again it is told to fetch everything anew.
 */
import type { Cursor, LiveMessage } from '@/lib/live/message'

/** Some twenty changes with their rows. */
const BUFFER_BYTES = 256 * 1024

/** The browser asks again after this long when the connection breaks. */
const RETRY_MS = 2_000

const encoder = new TextEncoder()
const encoded = new WeakMap<LiveMessage, Uint8Array>()

/** One message goes to many readers and is written once. */
function eventOf(message: LiveMessage): Uint8Array {
  const known = encoded.get(message)
  if (known) return known
  const id = 'cursor' in message ? `id: ${message.cursor}\n` : ''
  const bytes = encoder.encode(`${id}data: ${JSON.stringify(message)}\n\n`)
  encoded.set(message, bytes)
  return bytes
}

export type EventStream = { body: ReadableStream<Uint8Array>; tell(message: LiveMessage): void; end(): void }

export function eventStream(onClosed: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let missed: Cursor | null = null
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own
        own.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`))
      },
      pull() {
        if (missed === null) return
        const cursor = missed
        missed = null
        tell({ type: 'reload', cursor })
      },
      cancel() {
        controller = null
        onClosed()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: BUFFER_BYTES }),
  )

  function tell(message: LiveMessage): void {
    if (!controller) return
    if ((controller.desiredSize ?? 0) > 0 || message.type === 'ended') controller.enqueue(eventOf(message))
    else if ('cursor' in message) missed = message.cursor
    if (message.type === 'ended') end()
  }

  function end(): void {
    const last = controller
    controller = null
    last?.close()
    if (last) onClosed()
  }

  return { body, tell, end }
}

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: a compressor would hold events back until it has a block full.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
  // A server that stops takes no new connection, but goes on answering on those that are open: the stream's ends with it.
  connection: 'close',
}
