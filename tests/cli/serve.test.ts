/** What `npm start` says when it cannot: plainly, with what to do, and exit 1. */
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let listening: Server | null = null
afterEach(() => new Promise<void>((done) => (listening ? listening.close(() => done()) : done())))

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/serve.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', DUIZHAO_DATA: mkdtempSync(join(tmpdir(), 'duizhao-start-')), ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.once('exit', (code) => resolve({ code, said }))
  })
}

function taken(): Promise<number> {
  return new Promise((resolve) => {
    listening = createServer().listen(0, '127.0.0.1', () => {
      const address = listening?.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

test('a port in use', async () => {
  const port = await taken()
  const { code, said } = await start({ PORT: String(port) })
  expect(said).toContain(`Port ${port} is in use`)
  expect(said).toContain(`PORT=${port + 1} npm start`)
  expect(code).toBe(1)
})

test('a data folder that cannot be made', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'duizhao-start-')), 'a-file')
  writeFileSync(file, '')
  const { code, said } = await start({ DUIZHAO_DATA: join(file, 'data') })
  expect(said).toContain('cannot be written (ENOTDIR)')
  expect(said).toContain('DUIZHAO_DATA=')
  expect(code).toBe(1)
})

test('a database that is not there', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/duizhao' })
  expect(said).toContain('The database at 127.0.0.1:1 cannot be reached (ECONNREFUSED)')
  expect(said).not.toContain('secret')
  expect(code).toBe(1)
})

test('an address that is none', async () => {
  const { code, said } = await start({ DATABASE_URL: 'my database' })
  expect(said).toContain('DATABASE_URL is not a valid address')
  expect(code).toBe(1)
})
