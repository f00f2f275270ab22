/**
 * The one connection of a process that listens to the database. It comes back by itself, after pauses that grow; what was
 * rung meanwhile is not repeated by PostgreSQL, so whoever uses this looks anew at every `onConnected`.
 */
import pg from 'pg'
import type { Query } from './change-log'

export type Listener = { query: Query; close(): Promise<void> }

type Heard = {
  onConnected(): void
  onNotice(channel: string, payload: string): void
  /** Told once a time the connection is lost, for the log of the process. */
  onLost?(error: Error): void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000

/** A question waits this long for a connection that is being made. */
const LONGEST_WAIT_MS = 5_000

/** A server that has not answered a small question for this long is away. */
const PATIENCE_MS = 15_000

export function openListener(connectionString: string, channels: readonly string[], heard: Heard): Listener {
  let client: pg.Client | null = null
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | null = null
  let closed = false

  async function connect() {
    timer = null
    const next = new pg.Client({ connectionString, keepAlive: true, query_timeout: PATIENCE_MS })
    next.on('notification', ({ channel, payload }) => heard.onNotice(channel, payload ?? ''))
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next, new Error('The connection to the database was closed.')))
    try {
      await next.connect()
      for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      return lose(next, error as Error)
    }
    if (closed) return void next.end()
    client = next
    pause = FIRST_PAUSE_MS
    for (const go of waiting.splice(0)) go()
    heard.onConnected()
  }

  const lost = new WeakSet<pg.Client>()
  const waiting: (() => void)[] = []

  async function connected(): Promise<pg.Client> {
    if (client) return client
    if (!closed) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        setTimeout(resolve, LONGEST_WAIT_MS).unref()
      })
    }
    if (!client) throw new NotConnected()
    return client
  }

  function lose(which: pg.Client, error: Error) {
    if (lost.has(which)) return
    lost.add(which)
    if (client === which) client = null
    void which.end().catch(() => {})
    if (closed) return
    heard.onLost?.(error)
    timer ??= setTimeout(() => void connect(), pause * (0.75 + Math.random() / 2))
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }

  // One at a time and in order: who asks later knows at least as much.
  let last: Promise<unknown> = Promise.resolve()

  async function ask(sql: string, values: unknown[]): Promise<unknown[]> {
    const asked = await connected()
    try {
      return (await asked.query(sql, values)).rows
    } catch (error) {
      // A time-out leaves the connection in doubt; a refusal by the database does not.
      if (!(error as { code?: string }).code) lose(asked, error as Error)
      throw error
    }
  }

  void connect()
  return {
    query: (sql, values) => {
      const answer = last.then(() => ask(sql, values))
      last = answer.catch(() => {})
      return answer as Promise<never>
    },
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      const open = client
      client = null
      if (open) lost.add(open)
      await open?.end().catch(() => {})
    },
  }
}

/** There is no connection. The next `onConnected` makes good for it. */
export class NotConnected extends Error {}
