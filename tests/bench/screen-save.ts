/**
 * A save, three ways in one run, taking turns: over HTTP as the screen sends it (the server action `saveEdit` of the built
 * workbench); the command behind it, `recordEdit`, in this process; and the statements that command sends, as recorded from it,
 * through `pg` alone. The difference is what Next, the session and Prisma cost.
 */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { EditInput } from '../../lib/revision/input'
import { median, quantile } from './figures'
import { type BenchWorld, BUILD } from './screen-world'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CLIENTS = [1, 32]
const ROUNDS = 3
const ROUND_MS = 2_500
const TRIAL_MS = 1_500

/** A row as the client last saw it. */
export type Seen = { id: number; version: number; text: string }
type Save = (row: Seen, text: string) => Promise<void>
type Way = { open(clients: number): Promise<{ saves: Save[]; close(): Promise<void> }> }

export async function benchSaves(world: BenchWorld): Promise<void> {
  process.env.DATABASE_URL = world.databaseUrl
  const rows = await readRows(world)
  const ways: Record<string, Way> = {
    'HTTP, server action': overHttp(world),
    'command in process': asCommand(world),
    'its SQL through pg': await throughPg(world, rows.at(-1)!),
  }
  console.log('\nSaves of an English text, each with its revision')
  try {
    for (const way of Object.values(ways)) await measure(way, 8, rows, TRIAL_MS)
    for (const clients of CLIENTS) {
      const seen = new Map(Object.keys(ways).map((name) => [name, { rates: [] as number[], waits: [] as number[] }]))
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, way] of Object.entries(ways)) {
          const { rate, waits } = await measure(way, clients, rows, ROUND_MS)
          seen.get(name)?.rates.push(rate)
          seen.get(name)?.waits.push(...waits)
        }
      }
      const alone = median(seen.get('its SQL through pg')?.rates ?? [])
      for (const [name, { rates, waits }] of seen) {
        const rate = median(rates)
        console.log(
          `  ${String(clients).padStart(2)} client${clients === 1 ? ' ' : 's'}  ${name.padEnd(20)} ${rate.toFixed(0).padStart(6)} a second   ${(rate / alone).toFixed(2)} of pg alone   round trip p50 ${quantile(waits, 0.5).toFixed(1)} ms   p95 ${quantile(waits, 0.95).toFixed(1)}`,
        )
      }
    }
  } finally {
    const { db } = await import('../../lib/db')
    await db.$disconnect()
  }
}

/** Rows alike in all that a save looks at: the recorded statements say it of each. */
async function readRows({ databaseUrl, documents }: BenchWorld): Promise<Seen[]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const { rows } = await client.query<Seen>(
    `SELECT "id", "enVersion" AS version, "en" AS text FROM "Segment" WHERE "documentId" = $1 AND "status" = 'draft' AND NOT "stale" ORDER BY "id"`,
    [documents.find((document) => document.rows >= 10_000)!.id],
  )
  await client.end()
  return rows
}

/** Each client works on rows of its own, as people do. */
async function measure(way: Way, clients: number, rows: readonly Seen[], ms: number) {
  const { saves, close } = await way.open(clients)
  const waits: number[] = []
  const started = performance.now()
  const work = async (save: Save, own: number) => {
    for (let n = 0; performance.now() - started < ms; n++) {
      const row = rows[(own + n * clients) % (rows.length - 1)]!
      const text = `Version ${row.version + 1} of row ${row.id}, saved by client ${own}: ${row.text.slice(-120)}`
      const sent = performance.now()
      await save(row, text)
      waits.push(performance.now() - sent)
      Object.assign(row, { version: row.version + 1, text })
    }
  }
  try {
    await Promise.all(saves.map(work))
    return { rate: waits.length / ((performance.now() - started) / 1000), waits }
  } finally {
    await close()
  }
}

export function overHttp({ address, projectId, documents, cookie }: BenchWorld): Way {
  const { hostname, port } = new URL(address)
  const action = actionId('saveEdit', 'review/[documentId]/actions.ts')
  const path = `/projects/${projectId}/review/${(documents[1] ?? documents[0])!.id}`
  return {
    async open(clients) {
      const agent = new Agent({ keepAlive: true, maxSockets: clients })
      const save: Save = (row, text) =>
        new Promise((resolve, reject) => {
          const asked = request(
            {
              agent,
              hostname,
              port,
              path,
              method: 'POST',
              headers: {
                'Next-Action': action,
                Accept: 'text/x-component',
                'Content-Type': 'text/plain;charset=UTF-8',
                Origin: address,
                Cookie: `${cookie.name}=${cookie.value}`,
              },
            },
            (answer) => {
              let body = ''
              answer.setEncoding('utf8')
              answer.on('data', (chunk) => {
                body += chunk
              })
              answer.on('end', () =>
                body.includes('"ok":true')
                  ? resolve()
                  : reject(new Error(`The save answered ${answer.statusCode}: ${body.slice(0, 300)}`)),
              )
            },
          )
          asked.on('error', reject)
          asked.end(
            JSON.stringify([
              { projectId, segmentId: row.id, side: 'en', text, seenVersion: row.version, kind: 'edit' },
            ]),
          )
        })
      return { saves: Array.from({ length: clients }, () => save), close: async () => agent.destroy() }
    },
  }
}

/** The number under which the build knows a server action. */
function actionId(name: string, file: string): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, BUILD, 'server/server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { exportedName?: string; filename?: string }>
  }
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.exportedName === name && action.filename?.endsWith(file),
  )
  if (!found) throw new Error(`The build has no server action ${name}.`)
  return found[0]
}

function asCommand(world: BenchWorld): Way {
  return {
    async open(clients) {
      const save = await command(world)
      return { saves: Array.from({ length: clients }, () => save), close: async () => {} }
    },
  }
}

async function command({ projectId, userId }: BenchWorld): Promise<Save> {
  const { recordEdit } = await import('../../lib/revision/record-edit')
  const actor = { userId, name: 'Bench', email: '', administrator: false }
  return async (row, text) => {
    await recordEdit(
      actor,
      EditInput.parse({ projectId, segmentId: row.id, side: 'en', text, seenVersion: row.version }),
    )
  }
}

type Statement = { text: string; values: unknown[] }

/** Plays the statements of one save again for other rows. What a save reads and hands on (the version of the row) is handed on. */
async function throughPg(world: BenchWorld, example: Seen): Promise<Way> {
  const statements = await recorded(world, example)
  const write = statements.findIndex(({ text }) => text.includes('WITH saved AS'))
  const marks = statements.findIndex(({ text }) => text.includes('"rowVersion"'))
  if (write < 0 || marks < 0 || marks > write) throw new Error('A save no longer sends the statements this expects.')
  const { id } = example
  const play = (client: pg.Client): Save => {
    return async (row, text) => {
      let rowVersion: unknown
      for (const [at, statement] of statements.entries()) {
        const values = statement.values.map((value) => (value === id ? row.id : value))
        if (at === write) Object.assign(values, { 2: row.version, 3: text, 7: row.text, 12: rowVersion })
        const { rows } = await client.query(statement.text, values)
        if (at === marks) rowVersion = rows[0]?.rowVersion
        if (at === write && rows.length !== 1) throw new Error('The statement saved nothing.')
      }
    }
  }
  return {
    async open(clients) {
      const pool = await Promise.all(
        Array.from({ length: clients }, async () => {
          const client = new pg.Client(world.databaseUrl)
          await client.connect()
          return client
        }),
      )
      return {
        saves: pool.map(play),
        close: async () => {
          await Promise.all(pool.map((client) => client.end()))
        },
      }
    },
  }
}

async function recorded(world: BenchWorld, row: Seen): Promise<Statement[]> {
  const save = await command(world)
  await save(row, 'Saved once, so that connections and plans are there.')
  const seen = { ...row, version: row.version + 1, text: 'Saved once, so that connections and plans are there.' }
  const statements: Statement[] = []
  const original = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text: string; values?: unknown[] }, unknown[]?]
    if (typeof asked === 'object') statements.push({ text: asked.text, values: [...(asked.values ?? [])] })
    else statements.push({ text: asked, values: Array.isArray(args[1]) ? [...args[1]] : [] })
    return Reflect.apply(original, this, args)
  }
  Object.assign(pg.Client.prototype, { query: listening })
  try {
    await save(seen, 'Saved while what was asked of the database was written down.')
  } finally {
    Object.assign(pg.Client.prototype, { query: original })
  }
  return statements
}
