/** `npm test`: installs what is missing, then runs every suite; see run-suites.ts. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, root } from '../lib/cli/ensure-dependencies.mjs'

ensureDependencies()
const child = spawn(
  process.execPath,
  ['--import', 'tsx', join(root, 'tests/run-suites.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
