/**
 * How long after a save everyone who has the document open has it, the whole way: the save sent over HTTP to the built
 * workbench, and 200 event streams over HTTP from it, each to the last byte of the message. Beside it, in turns, a bare NOTIFY
 * from one client of the same database to another. Server, database and listeners share the machine.
 */
import { randomUUID } from 'node:crypto'
import { Agent, get, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { quantile } from './figures'
import { overHttp, type Seen } from './screen-save'
import type { BenchWorld } from './screen-world'

const LISTENERS = 200
const SAVES = 100
/** What a save sets off beside its own message (presence, findings) is mostly over by then. */
const PAUSE_MS = 40
/** Who has not heard by then is counted as deaf. */
const PATIENCE_MS = 3_000

export async function benchStreams(world: BenchWorld): Promise<void> {
  const rows = await readRows(world)
  const heard = new Heard()
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  const streams: IncomingMessage[] = []
  const bell = await openBell(world.databaseUrl)
  const { saves, close } = await overHttp(world).open(1)
  const save = saves[0]!
  try {
    // A few at a time, as people come.
    for (let i = 0; i < LISTENERS; i += 20) {
      const some = Array.from({ length: 20 }, () => listen(world, agent, (bytes) => heard.take(bytes)))
      streams.push(...(await Promise.all(some)))
    }
    await pause(2_000)
    const answered: number[] = []
    const alone: number[] = []
    for (const row of rows.slice(0, SAVES)) {
      alone.push(await bell.ring())
      const sent = performance.now()
      const all = heard.wait(row.id, sent)
      await save(row, `Saved at last, in words of some length: ${row.text.slice(-120)}`)
      answered.push(performance.now() - sent)
      await Promise.race([all, pause(PATIENCE_MS)])
      await pause(PAUSE_MS)
    }
    report({ answered, alone, waits: heard.waits })
  } finally {
    await close()
    for (const stream of streams) stream.destroy()
    agent.destroy()
    await bell.close()
  }
}

type Figures = { answered: number[]; alone: number[]; waits: number[] }

function report({ answered, alone, waits }: Figures): void {
  console.log(
    `${LISTENERS} event streams over HTTP, ${SAVES} saves over HTTP: ${waits.length} of ${LISTENERS * SAVES} heard`,
  )
  const line = (name: string, values: number[]) => {
    const at = (share: number) => quantile(values, share).toFixed(1).padStart(7)
    console.log(`  ${name.padEnd(28)} p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   most ${at(1)} ms`)
  }
  line('a NOTIFY alone', alone)
  line('the save itself answered', answered)
  line('save sent → each has it', waits)
  const times = [0.5, 0.95, 0.99].map((share) => (quantile(waits, share) / quantile(alone, share)).toFixed(1))
  console.log(`  save sent → each has it, in times a NOTIFY alone: p50 ${times[0]}   p95 ${times[1]}   p99 ${times[2]}`)
}

/** What the listeners have been told of the row that is waited for. */
class Heard {
  readonly waits: number[] = []
  private now: { id: number; sent: number; left: number; done: () => void } | null = null

  wait(id: number, sent: number): Promise<void> {
    return new Promise((done) => {
      this.now = { id, sent, left: LISTENERS, done }
    })
  }

  /** The ids a listener was just told. */
  take(ids: readonly number[]): void {
    const { now } = this
    if (!now || !ids.includes(now.id) || now.left === 0) return
    this.waits.push(performance.now() - now.sent)
    now.left--
    if (now.left === 0) now.done()
  }
}

/** Resolves once the stream is open. `tell` gets the ids of each change as its last byte is here. */
function listen(
  { address, projectId, documents, cookie }: BenchWorld,
  agent: Agent,
  tell: (ids: number[]) => void,
): Promise<IncomingMessage> {
  const url = `${address}/api/projects/${projectId}/documents/${documents[0]!.id}/live?tab=${randomUUID()}`
  const headers = { Accept: 'text/event-stream', Cookie: `${cookie.name}=${cookie.value}` }
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`The stream answered ${answer.statusCode}.`))
      let rest = ''
      const told = new Set<number>()
      answer.setEncoding('utf8')
      answer.on('error', () => {})
      answer.on('data', (chunk) => {
        const events = (rest + chunk).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          // What is told a second time (its findings, say) has been heard already.
          const ids = idsOf(event).filter((id) => !told.has(id))
          for (const id of ids) told.add(id)
          if (ids.length > 0) tell(ids)
        }
      })
      resolve(answer)
    })
    asked.on('error', reject)
  })
}

/** Read off the text: 200 listeners in one process must not spend their time on parsing the same rows. */
function idsOf(event: string): number[] {
  if (!event.includes('"type":"change"')) return []
  return (
    event
      .match(/"ids":\[([\d,]*)\]/)?.[1]
      ?.split(',')
      .map(Number) ?? []
  )
}

/** One client rings, another hears it. */
async function openBell(url: string) {
  const [hand, ear] = [new pg.Client(url), new pg.Client(url)]
  await Promise.all([hand.connect(), ear.connect()])
  await ear.query('LISTEN bench_bell')
  return {
    ring: () =>
      new Promise<number>((resolve, reject) => {
        const sent = performance.now()
        ear.once('notification', () => resolve(performance.now() - sent))
        hand.query(`NOTIFY bench_bell`).catch(reject)
      }),
    close: async () => void (await Promise.all([hand.end(), ear.end()])),
  }
}

async function readRows({ databaseUrl, documents }: BenchWorld): Promise<Seen[]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<Seen>(
    `SELECT "id", "enVersion" AS version, "en" AS text FROM "Segment" WHERE "documentId" = $1 AND "status" = 'draft' AND NOT "stale" ORDER BY "id"`,
    [documents[0]!.id],
  )
  await client.end()
  return rows
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
