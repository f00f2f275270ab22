/** `npm start`: installs what is missing, then hands over to serve.ts, which needs it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, root } from './ensure-dependencies.mjs'

ensureDependencies()
const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'lib/cli/serve.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// Ctrl+C reaches the whole group by itself; a supervisor's signal reaches only this process and is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
