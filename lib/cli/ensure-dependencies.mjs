/**
 * Installs the locked dependencies when they are missing or older than the lock file.
 * Plain JavaScript over Node's own modules: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const OLDEST_NODE = [20, 19]

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  console.error(
    `Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}. Node 24 LTS is a good choice.`,
  )
  process.exit(1)
}

/** Changes when the lock, the Node major version or the platform does: each asks for other packages. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`)
    .digest('hex')
}

export function ensureDependencies() {
  requireNode()
  const stamp = join(root, 'node_modules', '.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  console.log('Installing what Duizhao needs (npm ci). The first time this takes a minute or two …')
  // Development packages hold the test tools and the compiler; an environment with NODE_ENV=production would leave them out.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (status !== 0) {
    console.error(
      'Installing failed; the lines above say why. Check the network or the npm registry, then run the same command again.',
    )
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, wanted())
}
