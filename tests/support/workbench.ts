/** Starts the workbench as `npm start` does, in a data folder of its own, and reads from its output what a person would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type Workbench = { address: string; setupLink: string; output(): string; stop(): Promise<void> }

type StartOptions = { dataFolder?: string; keep?: boolean; port?: number; env?: Record<string, string> }

export async function startWorkbench({
  dataFolder = newFolder(),
  keep = false,
  port: wanted,
  env = {},
}: StartOptions = {}): Promise<Workbench> {
  const port = wanted ?? (await freePort())
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'lib/cli/serve.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment(), ...env, PORT: String(port), DUIZHAO_DATA: dataFolder, NEXT_DIST_DIR: '.next-test' },
  })
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
        process.stdout.write(chunk)
        if (output.includes('Ctrl+C stops everything')) resolve()
      })
    }
    child.once('exit', (code) => reject(new Error(`The workbench stopped at start (exit ${code}).`)))
  })
  await ready
  return {
    address: `http://127.0.0.1:${port}`,
    setupLink: output.match(/http\S+\/set-up\/\S+/)?.[0] ?? '',
    output: () => output,
    stop: async () => {
      await stopped(child)
      if (!keep) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-journeys-'))
  chmodSync(folder, 0o755)
  return folder
}

/** What the developer's own shell says of a database or an address must not reach the tests. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, NEXTAUTH_URL: __, NEXTAUTH_SECRET: ___, HOST: ____, ...rest } = process.env
  const ours = Object.entries(rest).filter(([name]) => !/^DUIZHAO_(MAIL|OIDC)_/.test(name))
  return Object.fromEntries(ours) as NodeJS.ProcessEnv
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
