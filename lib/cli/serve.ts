/**
 * The workbench from nothing: database, migrations, build, first administrator, sample, server.
 * Every step says what it does; whatever fails says what to do about it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from '../db/embedded-postgres'
import { migrate } from '../db/migrate'
import { grantRuntime, ownsTheLog, RUNTIME_ROLE } from '../db/runtime-role'
import { ensureBuilt, ensureClient } from './build'
import { dataFolder, StartError, sessionSecret } from './data-folder'
import { explainDatabaseError, NO_DATABASE_ADDRESS } from './explain-database-error'
import { type KeptWorker, keepWorker } from './keep-worker'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HOST = process.env.HOST ?? '127.0.0.1'
const PORT = Number(process.env.PORT ?? 3000)

/** How long the server may take to finish what it is answering. */
const LONGEST_STOP = 10_000

const startedAt = Date.now()
let database: EmbeddedPostgres | null = null
let server: ChildProcess | null = null
let worker: KeptWorker | null = null
let stopping = false

function say(message: string) {
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${message}`)
}

async function start() {
  await requireFreePort()
  const folder = dataFolder(ROOT)
  const { owner, runtime } = await databaseUrls(folder)
  const address = process.env.NEXTAUTH_URL ?? `http://${HOST === '0.0.0.0' ? 'localhost' : HOST}:${PORT}`
  Object.assign(process.env, {
    DATABASE_URL: runtime.url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: sessionSecret(folder),
    NEXT_TELEMETRY_DISABLED: '1',
    DUIZHAO_WORKER: 'apart',
  })
  const applied = await migrate(owner, join(ROOT, 'prisma/migrations'))
  if (applied.length > 0)
    say(`Database brought up to date (${applied.length} migration${applied.length === 1 ? '' : 's'}).`)
  await apart(owner, runtime)
  await ensureClient(ROOT, say)
  const setupSecret = await seed()
  await ensureBuilt(ROOT, say)
  worker = keepWorker(ROOT, say)
  await serve(address)
  welcome(address, setupSecret)
}

async function requireFreePort() {
  const taken = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(PORT, HOST, () => probe.close(() => resolve(null)))
  })
  if (!taken) return
  if (taken.code === 'EADDRINUSE') {
    throw new StartError(`Port ${PORT} is in use. Stop what is using it, or choose another: PORT=${PORT + 1} npm start`)
  }
  throw new StartError(`Cannot listen on ${HOST}:${PORT} (${taken.code}). Choose another with HOST=… or PORT=…`)
}

type Runtime = { url: string; role: string; password?: string }

/** The owner brings the tables up to date; the workbench itself works with a role that owns nothing, where there are two. */
async function databaseUrls(folder: string): Promise<{ owner: string; runtime: Runtime }> {
  const { DATABASE_URL: url, DUIZHAO_OWNER_URL: owner = url } = process.env
  if (url && owner) {
    // pg takes any words for the name of a database; a slip would end in a search for a host of that name.
    for (const given of [url, owner]) if (!/^postgres(ql)?:\/\//.test(given)) throw new StartError(NO_DATABASE_ADDRESS)
    say('Using the PostgreSQL server of DATABASE_URL.')
    return { owner, runtime: { url, role: decodeURIComponent(new URL(url).username) } }
  }
  say('Starting the bundled PostgreSQL …')
  database = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') })
  say(
    `PostgreSQL ${database.reused ? 'was running already' : 'is running'} on port ${database.port}; its data is in ${database.dataDir}`,
  )
  const [ownerUrl, password] = [database.url('duizhao'), database.runtimePassword]
  const runtime = Object.assign(new URL(ownerUrl), { username: RUNTIME_ROLE, password })
  return { owner: ownerUrl, runtime: { url: runtime.href, role: RUNTIME_ROLE, password } }
}

/** Two roles, or word of it that there is one: who owns the audit log could rewrite it. */
async function apart(owner: string, { url, role, password }: Runtime) {
  if (url !== owner) await grantRuntime(owner, role, password)
  if (await ownsTheLog(url))
    say('The workbench owns its tables here, so it could rewrite its audit log. DUIZHAO_OWNER_URL parts the two.')
}

/** The administrator and the sample. Loaded late: it needs the generated client. */
async function seed(): Promise<string | null> {
  const { seedFirstStart } = await import('../../prisma/seed')
  return await seedFirstStart(say)
}

function serve(address: string): Promise<void> {
  server = spawn(process.execPath, [join(ROOT, 'app/_server/web/serve.mjs'), HOST, String(PORT)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
    // Its own group: on Ctrl+C this process ends it first and the database after it.
    detached: process.platform !== 'win32',
  })
  server.once('exit', (code) => stop(stopping ? 0 : (code ?? 1)))
  return untilAnswering(`${address.replace(/\/$/, '')}/api/health`)
}

async function untilAnswering(url: string) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && !stopping) {
    const answer = await fetch(
      `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}${new URL(url).pathname}`,
    ).catch((error) => error)
    if (answer instanceof Response && answer.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  if (!stopping) throw new StartError('The server did not answer within a minute. The lines above may say why.')
}

function welcome(address: string, setupSecret: string | null) {
  say('Ready.')
  console.log(`\n  Duizhao 对照   ${address}`)
  if (setupSecret)
    console.log(`\n  Set up the administrator with this link; it works once:\n  ${address}/set-up/${setupSecret}`)
  else console.log('  Sign in with your e-mail address and password.')
  console.log('\n  Ctrl+C stops everything; nothing is lost.\n')
}

async function stop(code: number) {
  if (stopping && server?.exitCode === null) return
  stopping = true
  if (server && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGTERM')
    // What is under way by then is undone by the database as a whole, and a browser that keeps asking must not keep it up.
    const late = setTimeout(() => server?.kill('SIGKILL'), LONGEST_STOP)
    await ended
    clearTimeout(late)
  }
  await worker?.stop()
  await database?.stop()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) console.log('\nStopping …')
    stop(0)
  })
}

start().catch(async (error) => {
  const known = error instanceof StartError || error instanceof EmbeddedPostgresError
  console.error(`\n${known ? error.message : (explainDatabaseError(error) ?? error.stack)}\n`)
  await stop(1)
})
