/**
 * Checks the types, runs the unit and command tests (Vitest, on a throw-away PostgreSQL) and the journeys (Playwright, in a real Chromium
 * against what `npm start` starts). The last line counts all of them: "N passed, N failed".
 * `npm test -- units` runs one suite: types, units or journeys.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureClient } from '../lib/cli/build'
import { ensureBrowser } from './support/browser'
import { startWorkbench } from './support/workbench'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ARTIFACTS = join(ROOT, 'tests/.artifacts')

type Count = { passed: number; failed: number }

const SUITES = { types, units, journeys }

async function main(wanted: string[]) {
  const unknown = wanted.filter((name) => !(name in SUITES))
  if (unknown.length > 0)
    throw new Error(`There is no suite '${unknown[0]}'. There are: ${Object.keys(SUITES).join(', ')}`)
  rmSync(ARTIFACTS, { recursive: true, force: true })
  mkdirSync(ARTIFACTS, { recursive: true })
  await ensureClient(ROOT, console.log)
  const counts: Count[] = []
  for (const [name, suite] of Object.entries(SUITES)) {
    if (wanted.length === 0 || wanted.includes(name)) counts.push(await suite())
  }
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  const empty = counts.some((count) => count.passed + count.failed === 0)
  if (empty) console.log('A suite ran no test.')
  process.exitCode = failed > 0 || empty ? 1 : 0
  console.log(`${passed} passed, ${failed} failed`)
}

/** The build takes types on trust, so that a start is quick; here they are checked, as one test. */
async function types(): Promise<Count> {
  const code = await run(['node_modules/typescript/bin/tsc', '--noEmit'])
  console.log(code === 0 ? 'Types are right.' : 'Types are wrong; see above.')
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

async function units(): Promise<Count> {
  const report = join(ARTIFACTS, 'units.json')
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = read(report)
  // A file that does not load counts as a failure though none of its tests ran; so does a run that stops without a report.
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, code === 0 ? 0 : 1),
  }
}

async function journeys(): Promise<Count> {
  const report = join(ARTIFACTS, 'journeys.json')
  console.log('\nStarting the workbench for the journeys …')
  const browser = await ensureBrowser()
  const workbench = await startWorkbench()
  try {
    const env = {
      BASE_URL: workbench.address,
      SETUP_LINK: workbench.setupLink,
      CHROMIUM_PATH: browser.path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...browser.env,
    }
    const code = await run(
      ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts'],
      env,
    )
    const { stats = {} } = read(report)
    const passed = (stats.expected ?? 0) + (stats.flaky ?? 0)
    return { passed, failed: Math.max(stats.unexpected ?? 0, code === 0 ? 0 : 1) }
  } finally {
    await workbench.stop()
  }
}

function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  numFailedTestSuites?: number
  stats?: Record<string, number>
}

function read(path: string): Report {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
