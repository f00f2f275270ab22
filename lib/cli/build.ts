/** Generates and builds only what has changed since the last time, told by a hash of everything that goes in. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packStatic } from './pack-static'

type Say = (message: string) => void

const CLIENT = 'lib/db/generated'

export async function ensureClient(root: string, say: Say) {
  await unlessFresh(root, `${CLIENT}/.made-from`, ['prisma/schema.prisma', 'package-lock.json'], async () => {
    say('Generating the database client …')
    await run(root, ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'])
  })
}

export async function ensureBuilt(root: string, say: Say) {
  const folder = process.env.NEXT_DIST_DIR ?? '.next'
  const inputs = ['app', 'lib', 'prisma/schema.prisma', 'package-lock.json', 'next.config.js', 'postcss.config.mjs']
  await unlessFresh(root, `${folder}/.made-from`, inputs, async () => {
    say('Building the workbench; the first time this takes about a minute …')
    await run(root, ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' })
    await packStatic(join(root, folder, 'static'))
    say('Built.')
  })
}

async function unlessFresh(root: string, stamp: string, inputs: string[], make: () => Promise<void>) {
  const path = join(root, stamp)
  const wanted = hashOf(root, inputs)
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return
  await make()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, wanted)
}

function hashOf(root: string, inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesUnder(root, input)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return []
  if (path === CLIENT) return []
  if (!/\.[a-z]+$/.test(path)) {
    return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesUnder(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
    )
  }
  return [path]
}

/** Quiet when all is well; shows everything that was said when it is not. */
function run(root: string, args: string[], env: NodeJS.ProcessEnv = {} as NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
      },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} failed:\n${said}`))))
  })
}
